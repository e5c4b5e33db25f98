// The beginning: the page is opened with the data that stands before this script.

import { open } from "./page.js";

/** Entries out of a list for each of their fields. */
function entries(part) {
  const fields = Object.entries(part?.columns ?? {});
  if (!fields.length) return part;
  return fields[0][1].map((_, place) => Object.fromEntries(fields.map(([field, values]) => [field, values[place]])));
}

const data = Object.fromEntries(Object.entries(JSON.parse(globalThis.milepost.data)).map(([name, part]) => [name, entries(part)]));
open(data, { ...globalThis.milepost.options, digest: document.getElementById("digest").textContent });
document.documentElement.className = "js started";
