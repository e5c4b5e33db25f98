// The two forms of a copy that keeps answers: making one, and opening one.

import { h, one } from "./elements.js";
import { areEnough, canKeep, copyWith, LETTERS, opened } from "./keeping.js";

/** @typedef {{ answers: import("./circuit.js").Answers, country: string }} Held */

/**
 * A form with one field for words; what is wrong with these is said under it.
 * @param {string} label
 * @param {string} button
 * @param {(typed: string) => Promise<string | void>} then
 */
function asking(label, button, then) {
  const fault = h("p.fault", { id: "fault", role: "alert" });
  const onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    fault.textContent = "";
    const said = await then(one("#words").value);
    if (said) fault.textContent = said;
  };
  return h("form", { novalidate: true, onsubmit }, h("label", { for: "words" }, label),
    h("input", { type: "text", id: "words", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": "fault" }),
    fault, h("p.go", {}, h("button", { type: "submit" }, button)));
}

/**
 * What a copy leaves, and the form that makes one.
 * @param {string} file the text of this file
 * @param {() => Held} held what it shall keep
 * @param {() => void} done
 */
export function keeping(file, held, done) {
  const made = asking(`Choose four or more words that nobody would guess, with ${LETTERS} letters or more in all. Capitals and spaces do not matter.`, "Make the copy", async (typed) => {
    if (!areEnough(typed)) return `Type four words or more, with ${LETTERS} letters or more in all.`;
    const text = await copyWith(file, held(), typed);
    // Whoever left meanwhile wants no copy.
    if (!made.isConnected) return;
    const address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    h("a", { href: address, download: "what-now.html" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 6e4);
    done();
  });
  return [
    h("p.lead", {}, "You get a new copy of this page, with your answers locked in it. Nothing is sent."),
    h("ul", {}, [
      "The copy is a file on this device. It stays there until you delete it.",
      "Your browser lists it with what you downloaded. A backup of your phone may hold it too.",
      "Whoever finds it sees that it holds answers. They cannot read them without your words.",
      "If somebody could make you say your words, do not keep a copy.",
      "Nobody can open it for you if you forget them.",
    ].map((each) => h("li", {}, each))),
    made,
  ];
}

/**
 * The form that opens the answers in this copy.
 * @param {(held: Held) => void} then
 */
export function openingKept(then) {
  const heading = h("h2", { id: "held" }, "This copy holds answers");
  if (!canKeep()) return h("section", { "aria-labelledby": "held" }, heading, h("p", {}, "This browser cannot open them. Try another one."));
  const made = asking("The words you chose for it", "Open them", async (typed) => {
    const held = await opened(typed).catch(() => null);
    if (!held) return "These are not the words for it. Check each letter, and their order.";
    if (made.isConnected) then(held);
  });
  return h("section", { "aria-labelledby": "held" }, heading, made);
}
