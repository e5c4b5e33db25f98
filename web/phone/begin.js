// The beginning: the page is opened at its start, and the data before this script is unpacked while somebody reads.

import { open } from "./page.js";
import { inSlices } from "./slices.js";
import { adding, checksum } from "./unpacking.js";

// A browser that is too old for the script before this one shows what can be read.
if (!document.documentElement.classList.contains("js")) throw new Error("an old browser");
/** @type {{ options: any, data: string[], sum: number }} */
const { options, data: packs, sum } = globalThis.milepost;
/** @type {any} */
const data = {};

// As the file was before anything was shown; a copy that keeps answers is made from it.
const file = `<!DOCTYPE html>\n${document.documentElement.outerHTML.replace(' class="js"', "")}`;
// The names and numbers of helplines and the words of the steps, which stand in the file once. Were they changed, nothing starts, and the
// page says so.
const read = Array.from(document.querySelectorAll("#without > details :is(b, li a), #steps summary, #steps li, #steps details p"), (each) => String(each.textContent));
if (checksum(read) !== sum) throw new Error("words of the page were changed");
let count = 0;
const unpack = inSlices(unpacking());
const ready = open(data, { ...options, digest: document.getElementById("digest").textContent }, file, (wanted) => unpack(() => count >= wanted));
document.documentElement.className = "js started";

/** The packs one after the other, and after them what takes a while when it is first needed. */
function* unpacking() {
  for (const pack of packs) {
    yield* adding(data, pack, read);
    count++;
    yield;
    yield* ready(count);
  }
}
