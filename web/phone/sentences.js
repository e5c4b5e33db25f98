// Words put into sentences, sentences into items, and items into sections.

import { listOf, NONE, NOT_SURE } from "./circuit.js";

/** @typedef {import("./circuit.js").Answer} Answer */
/** @typedef {{ text: string, to: string }} Link */
/** @typedef {{ say: string, why: string, id: string, sources: string[], safety: boolean, links: Link[], below: Item[] }} Item */
/** @typedef {{ key: string, title: string, items: Item[], lead: string }} Section */

/**
 * Puts texts in the places of `{}` in a sentence.
 * @param {string} sentence
 * @param {string[]} texts
 */
export function put(sentence, ...texts) {
  return sentence.replace(/\{\}/g, () => texts.shift());
}

/**
 * Parts as a list in a sentence.
 * @param {string[]} parts
 */
export function listed(parts, last = "or") {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}` : parts.join("");
}

/**
 * A date, a month or a year as people write it: 22 November 2026 for 2026-11-22.
 * @param {import("./circuit.js").Data} data
 * @param {string} written
 */
export function dated(data, written) {
  const [year, month, day] = written.split("-");
  return [day && Number(day), month && data.manner.months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** How many there are of something, as in 2 answers. */
export const counted = (/** @type {number} */ number, /** @type {string} */ thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/**
 * One thing that is said.
 * @param {string} say
 * @param {Partial<Item>} more
 * @returns {Item}
 */
export function item(say, more = {}) {
  return { say, why: "", id: "", sources: [], safety: false, links: [], below: [], ...more };
}

export const capital = (/** @type {string} */ text) => text.slice(0, 1).toUpperCase() + text.slice(1);
export const sentence = (/** @type {string} */ text) => capital(text) + (/[.?!]$/.test(text) ? "" : ".");

/**
 * @param {string} key
 * @param {string} title
 * @param {Item[]} items
 * @returns {Section}
 */
export const section = (key, title, items, lead = "") => ({ key, title, items, lead });

/**
 * A line of advice as it is said; words to say in quotation marks.
 * @param {import("schema").Line} line
 */
export const line = ({ id, kind, say, sources, safety }) => item(kind === "words" ? `"${say}"` : say, { id, sources, safety });
export const reasoned = (/** @type {import("schema").Line} */ advice) => ({ ...line(advice), why: advice.because });

/**
 * The first words of a text that stands in view.
 * @param {string} text
 * @param {number} most
 */
export function recalled(text, most) {
  const words = text.split(" "), few = Math.min(most, words.length - 1);
  return few > 1 ? `${words.slice(0, few).join(" ").replace(/[.,:;]+$/, "")} ...` : text;
}

/**
 * A day so many days after another.
 * @param {string} today
 * @param {number} count
 */
export function later(today, count) {
  return new Date(Date.parse(today) + count * 864e5).toISOString().slice(0, 10);
}

/**
 * The two answers that every question takes beside its own, in words.
 * @param {import("./circuit.js").Data} data
 * @param {import("schema").Question} question
 */
export const saidUnknown = ({ manner: { unknown, sentences } }, question) =>
  (question.open ? { ...unknown, [NOT_SURE]: sentences.NONE_OR_UNKNOWN } : unknown);

/**
 * An answer as the person would say it.
 * @param {import("./circuit.js").Data} data
 * @param {import("schema").Question} question
 * @param {Answer | undefined} answer
 */
export function inWords(data, question, answer) {
  const unknown = saidUnknown(data, question), said = data.manner.sentences;
  if (answer === undefined) return said.NOT_ANSWERED;
  const one = (/** @type {string | number} */ each) => unknown[each] ?? (each === NONE ? said.NONE_OF_THESE : question.type === "number" ? `${each} ${each === 1 ? question.unit.replace(/s$/, "") : question.unit}` : question.options[each]);
  return listOf(answer).map(one).join("; ");
}

/**
 * An answer in words to whoever gave it; what could be left out, and was, is no answer of theirs.
 * @param {import("./circuit.js").Data} data
 * @param {import("schema").Question} question
 * @param {Answer | undefined} answer
 */
export const playedBack = (data, question, answer) =>
  (question.asked === "first" && answer === NOT_SURE ? data.manner.sentences.LEFT_UNSAID : inWords(data, question, answer));

/**
 * Entries by one of their fields.
 * @template Entry
 * @param {Entry[]} entries
 * @param {keyof Entry} field
 * @returns {Record<string, Entry>}
 */
export function by(entries, field) {
  return Object.fromEntries(entries.map((each) => [each[field], each]));
}
