// The step on the page: its rows, the way that led there, and how it is handed on.

import { button, h, one } from "./elements.js";
import { by, counted, put } from "./sentences.js";
import { asText, laidOut } from "./showing.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
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
 * @param {Set<string>} [guarded]
 */
export const sections = ({ sections: all }, guarded) => all.map((each) => laidOut(each, 3, guarded));

/**
 * The way to the step. What leads to a box is a list above it, whose left side is the line that leads on.
 * @param {import("./circuit.js").Data} data
 * @param {ReturnType<typeof import("./way.js").way>} found
 */
export function wayIn(data, { follows, checked, also, passed, title, say, opens }) {
  const { sentences: texts } = data.manner;
  const asked = (/** @type {string} */ words) => [h("span.ask", {}, words), " "];
  /** @type {(each: import("./way.js").Inference) => any} */
  const inference = ({ beneath, said, more, so }) => h("li", {},
    beneath.length + said.length > 0 && h("ul.leading", {}, beneath.map(inference), said.map(({ ask, answer }, place) => h("li", {},
      place === 0 && h("h4", {}, texts.YOU_SAID), h("div.box", {}, asked(ask), h("strong", {}, answer))))),
    h("div.box.box-rule", {}, asked(more ? put(texts.SO_WITH, counted(more, "more answer")) : texts.SO), so));
  const rest = [...also.map(({ ask, answer }) => `${ask} ${answer}`), ...passed.map((stage) => put(texts.PASSED, stage))];
  return h("section.found", { "aria-label": texts.WAY }, h("h3", {}, texts.WAY), h("div.way", {},
    h("ul.leading", {}, follows.map(inference)),
    h("h4", {}, texts.YOUR_STEP), h("div.box.box-step.yours", {}, h("strong.lead", {}, title), " ", h("span", {}, say)),
    h("h4", {}, texts.OPENS), h("div.box.box-next", {}, opens),
    checked && h("details.checked", {}, h("summary", {}, checked), h("ul", {}, rest.map((each) => h("li", {}, each))))));
}

/**
 * The stages, each with its steps; the one of the step is open.
 * @param {Consultation} consultation
 */
export function stages({ data, step: { key, title } }) {
  const titles = by(data.steps, "key"), here = h("strong", { "aria-current": "step" }, title);
  return h("section.stages", { "aria-label": "The stages" }, h("h3", {}, "The stages"), Object.entries(data.stages).map(([stage, steps]) =>
    h("details", { open: steps.includes(key) }, h("summary", {}, stage),
      h("ul", {}, steps.map((each) => h("li", {}, each === key ? ["You are here: ", here] : titles[each].title))))));
}

/**
 * Printing and sharing. Where another could do harm with it, what is risked is said first.
 * @param {import("./telling.js").Telling} telling
 * @param {() => string} whole all of it, as text
 */
export function handedOn(telling, whole) {
  const status = h("p.hint", { role: "status" }), { said, screen, rows } = telling, ways = [
    h("p.hint", {}, said.STAYS),
    h("div.buttons", {}, button("Print the first page only", () => printed(document.documentElement, "first-only"), true), button("Share as text", () => share(asText(telling), status), true)),
    h("details.all", {}, h("summary", {}, "Print or share all of it"), rows.some(({ key }) => key === "why") && h("p", {}, said.WITH_ANSWERS),
      h("div.buttons", {}, button("Print all", () => printed(one(".rows"), "whole"), true), button("Share all as text", () => share(whole(), status), true))),
    status,
  ];
  const isRisky = screen.some(({ key }) => ["numbers", "help"].includes(key));
  return h("section.keep", { "aria-label": "Print or share" },
    isRisky ? h("details", {}, h("summary", {}, "Print or share"), h("p", {}, said.RISKY), ways) : ways);
}

/**
 * Prints while a part of the page has a class, by which it is told what paper holds.
 * @param {HTMLElement} part
 * @param {string} kind
 */
function printed(part, kind) {
  if (part.classList.contains(kind)) return print();
  part.classList.add(kind);
  addEventListener("afterprint", () => part.classList.remove(kind), { once: true });
  print();
}

/** For as long as it is printed, the rows that paper holds are open; each is filled when it is opened. */
export function printable() {
  /** @type {any[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".rows.whole > details:not([open])")];
    for (const row of opened) {
      row.open = true;
      row.dispatchEvent(new Event("toggle"));
    }
  });
  addEventListener("afterprint", () => opened.forEach((row) => { row.open = false; }));
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
    status.textContent = navigator.share ? "" : "It is copied, and can be pasted until something else is.";
  } catch (error) {
    if (error.name === "AbortError") return;
    one("#main").append(h("label", { for: "text" }, "Copy this text:"), h("textarea", { id: "text", rows: 12, readonly: true }, text));
    one("#text").select();
  }
}
