// The beginning: the page is opened with what its questions need of the data before this script; the rest comes in slices.

import { open } from "./page.js";
import { inSlices } from "./slices.js";
import { adding, checksum } from "./unpacking.js";

/** @type {{ options: any, data: string[], sum: number }} */
const { options, data: packs, sum } = globalThis.milepost;
/** @type {any} */
const data = {};

// As the file was before anything was shown; a copy that keeps answers is made from it.
const file = `<!DOCTYPE html>\n${document.documentElement.outerHTML.replace(' class="js"', "")}`;
// The words of the steps, which stand in the file once. Were they changed, nothing starts, and the page says so.
const read = Array.from(document.querySelectorAll("#steps summary, #steps li, #steps details p"), (each) => String(each.textContent));
if (checksum(read) !== sum) throw new Error("words of the steps were changed");
const [gates, asking, telling] = packs.map((pack) => inSlices(adding(data, pack, read)));
gates();
asking();
open(data, { ...options, digest: document.getElementById("digest").textContent }, file, telling);
document.documentElement.className = "js started";
