// The beginning: the page is opened with the data that stands before this script.

import { open } from "./page.js";
import { unpacked } from "./unpacking.js";

/**
 * Entries out of a list for each of their fields.
 * @param {any} part
 */
function entries(part) {
  const fields = Object.entries(part?.columns ?? {});
  if (!fields.length) return part;
  return fields[0][1].map((_, place) => Object.fromEntries(fields.map(([field, values]) => [field, values[place]])));
}

// As the file was before anything was shown; a copy that keeps answers is made from it.
const file = `<!DOCTYPE html>\n${document.documentElement.outerHTML.replace(' class="js"', "")}`;
/** @type {any} */
const data = Object.fromEntries(Object.entries(JSON.parse(unpacked(globalThis.milepost.data))).map(([name, part]) => [name, entries(part)]));
open(data, { ...globalThis.milepost.options, digest: document.getElementById("digest").textContent }, file);
document.documentElement.className = "js started";
