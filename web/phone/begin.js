// The beginning: the page is opened with the data that stands before this script.

import { open } from "./page.js";

const EMPTY = { sources: [], safety: false, duty: false, lines: [], to: "", to_whom: "", moment: "", weight: 0, of_step: false };
const data = JSON.parse(globalThis.milepost.data);
data.advice = data.advice.map((line) => ({ ...EMPTY, ...line }));
open(data, { ...globalThis.milepost.options, digest: document.getElementById("digest").textContent });
document.documentElement.className = "js started";
