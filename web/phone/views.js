// A view in place of another, and what stands in those before the questions and in that of the answers.

import { button, h, one } from "./elements.js";
import { playedBack, put } from "./sentences.js";
import { picker } from "./showing.js";

const AHEAD = "ahead";

/**
 * Puts a view below the one that is shown, unseen and out of reach, so that the browser has styled it and laid it out
 * before somebody comes to it.
 * @param {[title: string, ...parts: any[]]} view
 * @returns {[title: string, ...parts: any[]]} the same, to be shown
 */
export function laidOutAhead([title, ...parts]) {
  const made = h(`div.${AHEAD}`, {}, parts);
  one(`.${AHEAD}`)?.remove();
  one("#main").append(made);
  // A browser lays out what is hidden when it is asked for a measure; and whoever touches the page meanwhile goes first.
  setTimeout(() => made.firstElementChild.getBoundingClientRect());
  return [title, made];
}

/**
 * Puts a view in place of the one before, or shows the one that is laid out, and leads whoever listens or uses keys to its heading.
 * @param {string} title
 * @param {any[]} parts
 */
export function show(title, ...parts) {
  const main = one("#main"), [first] = parts, view = first?.className === AHEAD ? first : h("div", {}, parts);
  document.title = title;
  if (view.parentNode !== main) main.append(view);
  view.className = "";
  [...main.childNodes].filter((each) => each !== view).forEach((each) => each.remove());
  scrollTo(0, 0);
  (one("[role=alert]", main) ?? one("h1", main))?.focus({ preventScroll: true });
}

const led = (/** @type {() => void} */ to) => (/** @type {Event} */ event) => {
  event.preventDefault();
  to();
};
export const back = (/** @type {string} */ words, /** @type {() => void} */ to) => h("p", {}, h("a.back", { href: "#", onclick: led(to) }, words));
export const heading = (/** @type {string} */ words) => h("h1", { tabindex: -1 }, words);
export const go = (/** @type {string} */ words, /** @type {() => void} */ to) => h("p.go", {}, button(words, to));

/**
 * Who gives this out, and what it does.
 * @param {import("./visit.js").Options} options
 */
export const welcome = ({ unproved, name }) => [
  unproved && h("p.problem", {}, "Nobody has proved the promises of this copy. Use it to try it out, and for nothing else."),
  name && h("p", {}, `From ${name}.`),
  h("p.lead", {}, "You answer some questions. You get one next step, and why."),
  h("ul", {}, [
    "You can go back, change an answer or stop at any time.",
    "You can say that you do not know, or would rather not say.",
    "Nothing is sent. Your answers are gone when you leave.",
  ].map((each) => h("li", {}, each))),
];

export const stayingSafe = () => h("details", {}, h("summary", {}, "More about staying safe here"), [
  "Your answers are in the memory of this device. “Exit this page” is at the top, and opens another page. With a keyboard, you can also press the Shift key three times.",
  "A file holds your answers only if you ask for one. It stays where you saved it.",
  "Your browser keeps a list of pages. This page can stay in it, under a plain name.",
  "It cannot stop a program that spies on this device, or a person who looks on. If that may be so, use a device they cannot reach.",
].map((each) => h("p", {}, each)));

/**
 * The answers that were given, each of which can be changed.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {import("./conversation.js").Conversation} conversation
 * @param {(key: string) => void} change
 */
export const givenAnswers = ({ data, questions }, { replay: { line }, answers }, change) => h("dl.answers", {}, line.map((key) => h("div", {},
  h("dt", {}, questions[key].ask),
  h("dd", {}, playedBack(data, questions[key], answers[key])),
  h("dd.change", {}, h("a", { href: "#", onclick: led(() => change(key)) },
    "Change", h("span.hidden", {}, ` the answer to: ${questions[key].ask}`))))));

/**
 * The offer of so many more questions, if there are any.
 * @param {import("./circuit.js").Data} data
 * @param {number} count
 * @param {(count: number) => void} accept
 */
export const more = ({ manner: { sentences: said } }, count, accept) => (!count ? [] : [h("section.offer", { "aria-labelledby": "offer" },
  h("h2", { id: "offer" }, count === 1 ? said.ONE_MORE : put(said.SOME_MORE, String(count))),
  h("p", {}, said.STEP_STAYS),
  button(`Answer ${count === 1 ? "it" : "them"}`, () => accept(count), true))]);

/**
 * A choice of country, after which a view is made again.
 * @param {import("./visit.js").Visit} visit
 * @param {() => void} view
 */
export const country = (visit, view) => picker(visit.data, visit.country, (code) => {
  visit.country = code;
  view();
});
