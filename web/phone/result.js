// The step on the page: its rows, the way that led there, and how it is handed on.

import { by } from "./circuit.js";
import { h, one } from "./elements.js";
import { section } from "./showing.js";
import { inWords } from "./sentences.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./consultation.js").Reason} Reason */
/** @typedef {import("./telling.js").Row} Row */

/**
 * A row that is laid out when it is opened, as its parts may take a while to work out.
 * @param {Row} row
 * @param {() => any[]} within
 */
export function closed({ key, title }, within) {
  const place = h("div"), made = h(`details.row-${key}`, { id: key }, h("summary", {}, h("h2", {}, title)), place);
  made.addEventListener("toggle", () => {
    if (made.open && !place.childNodes.length) place.replaceChildren(...h("div", {}, within()).childNodes);
  });
  return made;
}

/**
 * What stands in a row.
 * @param {Row} row
 */
export const sections = ({ sections: all }) => all.map((each) => section(each, 3));

/**
 * The way to the step, and the stage it stands in, as lists.
 * @param {Consultation} consultation
 */
export function way({ reasons, answers, data, circuit: { questions }, step: { key, title } }) {
  /** @type {(all: Reason[]) => any} */
  const path = (all) => h("ul", {}, all.map(({ rule, answers: read, below }) => h("li", {}, rule.because,
    read.map((each) => h("ul", {}, h("li", {}, `${questions[each].ask} “${inWords(data, questions[each], answers[each])}”`))),
    below.length > 0 && path(below))));
  const titles = by(data.steps, "key");
  const here = h("strong", { "aria-current": "step" }, title);
  const stages = Object.entries(data.stages).map(([stage, steps]) => h("li", {}, stage,
    h("ul", {}, steps.map((each) => h("li", {}, each === key ? ["You are here: ", here] : titles[each].title)))));
  return [
    reasons.length > 0 && h("section", { "aria-label": "Your way here" }, h("h3", {}, "Your way here"), path(reasons)),
    h("section", { "aria-label": "The stages" }, h("h3", {}, "The stages"), h("ol", {}, stages)),
  ];
}

/** Prints with all rows open, each of which is filled when it is opened. */
export function printed() {
  document.querySelectorAll(".rows details").forEach((row) => row.setAttribute("open", ""));
  setTimeout(() => print(), 100);
}

/**
 * Hands a text to whatever the phone shares with, or copies it.
 * @param {string} text
 * @param {HTMLElement} status
 */
export async function share(text, status) {
  try {
    if (navigator.share) await navigator.share({ text });
    else await navigator.clipboard.writeText(text);
    status.textContent = navigator.share ? "" : "It is copied.";
  } catch (error) {
    if (error.name === "AbortError") return;
    one("#main").append(h("label", { for: "text" }, "Copy this text:"), h("textarea", { id: "text", rows: 12, readonly: true }, text));
    one("#text").select();
  }
}
