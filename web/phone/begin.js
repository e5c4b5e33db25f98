// The beginning: the page is opened with the data that stands before this script.

import { open } from "./page.js";

open(JSON.parse(globalThis.milepost.data), { ...globalThis.milepost.options, digest: document.getElementById("digest").textContent });
document.documentElement.className = "js started";
