// What is told, laid out: sections, rows and people to call, and the same as plain text to share.

import { button, h, linked, unbroken } from "./elements.js";
import { countries, guessed, links } from "./people.js";
import { dated, listed, put } from "./sentences.js";

/** @typedef {import("./sentences.js").Item} Item */
/** @typedef {import("./sentences.js").Section} Section */

const said = (/** @type {Item} */{ say, why, links }) => [h("span.say", {}, linked(say, links)), why && [" ", h("span.because", {}, why)]];

const items = (/** @type {Item[]} */ all, /** @type {Set<string>} */ guarded) => all.map((item) => h(item.safety ? "li.first" : guarded.has(item.id) ? "li.private" : "li", { "data-line": item.id || undefined },
  h("div", {}, said(item), item.below.length > 0 && h("ul", {}, items(item.below, guarded)))));

/**
 * @param {Section} section
 * @param {number} level of its heading
 * @param {Set<string>} guarded questions whose answers are not for paper
 */
export function laidOut({ key, title, lead, items: all }, level, guarded = new Set()) {
  if (key === "step") return h("section.step", { "aria-labelledby": "step", "data-step": all[0].id },
    h("div.banner", {}, h("p.caption", {}, title), h("h1", { id: "step", tabindex: -1 }, unbroken(lead))),
    h("p.lead", {}, said(all[0])), all.slice(1).map((item) => h("p", {}, said(item))));
  return h(`section.${key}`, { "aria-label": title || undefined },
    title && h(`h${level}`, {}, title), lead && h("p", {}, lead), h(all.length === 1 ? "ul.alone" : "ul", {}, items(all, guarded)));
}

/**
 * Countries with their lines, by what these are for.
 * @param {import("./circuit.js").Data} data
 * @param {ReturnType<typeof import("./people.js").told>[]} people
 * @param {number} level of the headings
 * @param {any} after what comes below the first emergency number
 * @param {boolean} called does that number stand above them already?
 */
export function helplines(data, people, level, after = false, called = false) {
  const { sentences: said } = data.manner, number = (/** @type {string} */ text) => linked(text, links(data, text));
  const line = (each) => h("li", {}, h("strong", {}, each.name),
    each.phone && h("span", {}, number(`call ${each.phone}`)),
    each.text && h("span", {}, number(`text ${each.text}`)),
    [...new Set([each.chat, each.web])].map((address) => address && h("span", {}, linked(address, links(data, address)))),
    [each.who, each.hours, each.languages].map((words) => words && h("span", {}, words)),
    h("span.seen", {}, [put(said.LAST_CHECKED, dated(data, each.checked)), each.age].filter(Boolean).join("; ")));
  return people.map((country, place) => {
    const isCountry = country.emergency && country.country !== "INT";
    return [
      h(`h${level}`, {}, country.name),
      isCountry && [
        !(called && place === 0) && h("p.emergency", {}, "Emergency: ", h("strong", {}, number(country.emergency))),
        country.silent && h("p", {}, put(said.IF_YOU_CANNOT_SPEAK, country.silent)),
        country.text && h("p", {}, number(put(said.BY_TEXT, country.text))),
      ],
      place === 0 && after,
      [...new Map(country.lines.map((each) => [each.for, each.in_words]))].map(([key, words]) => [
        h(`h${level + 1}`, {}, `For ${words}`), h("ul.lines", {}, country.lines.filter((each) => each.for === key).map(line)),
      ]),
      country.no_line.map((missing) => h("p", {}, h("b", {}, `For ${missing.in_words}: `), missing.say)),
    ];
  });
}

/**
 * A telling as plain text: the first screen, and with people to call all rows too.
 * @param {import("./telling.js").Telling} telling
 * @param {ReturnType<typeof import("./people.js").told>[]} [people]
 */
export function asText({ screen, rows, said }, people) {
  /** @type {(all: Item[], indent: string) => string[]} */
  const lines = (all, indent) => all.flatMap(({ say, why, below }) => [`${indent}- ${[say, why].filter(Boolean).join(" ")}`, ...lines(below, `${indent}  `)]);
  const text = (/** @type {Section} */ { title, lead, items: all }) => [...[[title, lead].filter(Boolean).join(": ")].filter(Boolean), ...lines(all, ""), ""];
  const line = (each) => {
    const ways = listed([[said.CALL, each.phone], [said.TEXT, each.text]].filter(([, number]) => number).map(([way, number]) => put(way, number)));
    return `- ${each.name}: ${[...new Set([ways, each.chat, each.web, each.who, each.hours, each.languages])].filter(Boolean).join("; ")}`;
  };
  const country = (each) => [each.name, ...each.lines.map(line), ""];
  return [...screen.flatMap(text), ...(people ? rows : []).flatMap(({ key, title, sections }) =>
    [title.toUpperCase(), "", ...sections.flatMap(text), ...(key === "people" ? people.flatMap(country) : [])])].join("\n");
}

/**
 * A choice of country. Where one is known, it says whose numbers are shown, and is closed.
 * @param {import("./circuit.js").Data} data
 * @param {string | undefined} chosen the code of the country that somebody chose; empty for none
 * @param {(code: string) => void} choose
 */
export function picker(data, chosen, choose) {
  const shown = chosen === undefined ? guessed(data) : data.countries.find(({ code }) => code === chosen);
  const list = h("select", {}, h("option", { value: "" }, "Not named"),
    countries(data).map(({ code, name }) => h("option", { value: code, selected: code === shown?.code }, name)));
  const made = h("div.country", {}, h("label", {}, "Your country", list), button("Show its numbers", () => choose(list.value), true));
  if (!shown) return made;
  const name = shown.name.replace(/^(?=United|Netherlands)/, "the ");
  return h("details.elsewhere", {}, h("summary", {}, `Not in ${name}? Choose`),
    chosen === undefined && h("p", {}, `These are the numbers for ${name}, as your phone is set.`), made);
}
