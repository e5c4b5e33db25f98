// The beginning: the page is opened with what its questions need of the data before this script; the rest comes in slices.

import { open } from "./page.js";
import { inSlices } from "./slices.js";
import { adding } from "./unpacking.js";

/** @type {{ options: any, data: string[] }} */
const { options, data: packs } = globalThis.milepost;
/** @type {any} */
const data = {};

// As the file was before anything was shown; a copy that keeps answers is made from it.
const file = `<!DOCTYPE html>\n${document.documentElement.outerHTML.replace(' class="js"', "")}`;
const [gates, asking, telling] = packs.map((pack) => inSlices(adding(data, pack)));
gates();
asking();
open(data, { ...options, digest: document.getElementById("digest").textContent }, file, telling);
document.documentElement.className = "js started";
