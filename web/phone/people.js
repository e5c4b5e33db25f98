// People to call: which lines of a country are shown, and what is said of them.

import { by, item, listed, put } from "./sentences.js";

/** @typedef {import("./circuit.js").Data} Data */
/** @typedef {import("schema").Country} Country */
/** @typedef {import("schema").Helpline} Helpline */
/** @typedef {import("./sentences.js").Link} Link */

const ANYWHERE = "INT";

/**
 * How many days lie between two dates, written as 2026-11-22.
 * @param {string} from
 * @param {string} to
 */
export function days(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
}

/** How many days ago a line was checked, at most. Without a day, it is fresh. */
const age = (/** @type {Helpline} */ line, /** @type {string | null} */ today) => (today ? days(`${line.checked}-01-01`.slice(0, 10), today) : -Infinity);

/**
 * A country's lines for some purposes in their order; all its lines if it has none for these.
 * @param {Data} data
 * @param {Country} country
 * @param {string[]} purposes
 * @param {string | null} today
 */
export function linesFor(data, country, purposes, today) {
  const { last_after: last } = data.manner, isOld = (/** @type {Helpline} */ line) => age(line, today) > last;
  const fresh = [...country.lines.filter((line) => !isOld(line)), ...country.lines.filter(isOld)];
  const lines = (/** @type {string[]} */ wanted) => [...new Set(wanted)].flatMap((each) => fresh.filter(({ purpose }) => purpose === each));
  const found = lines(purposes);
  return found.length ? found : lines([...purposes, ...data.purposes.map(({ key }) => key)]);
}

/**
 * A country as it is told.
 * @param {Data} data
 * @param {Country} country
 * @param {string[]} purposes
 * @param {string | null} today
 */
export function told(data, country, purposes, today) {
  const { sentences: said, said_after: after, last_after: last } = data.manner, named = by(data.purposes, "key");
  const since = (/** @type {Helpline} */ line) => (age(line, today) > last ? said.OVER_A_YEAR : said.OVER_SOME_DAYS);
  const there = country.lines.map(({ purpose }) => purpose);
  const missing = data.purposes.filter(({ key, instead }) => instead && country.code !== ANYWHERE && purposes.includes(key) && !there.includes(key));
  const { code, name, emergency, silent, text, checked, checked_how } = country;
  return {
    country: code, name, emergency, silent, text, checked, checked_how,
    lines: linesFor(data, country, purposes, today).map((line) => {
      const { purpose, others: _others, ...rest } = line;
      return { for: purpose, in_words: named[purpose].words, ...rest, age: age(line, today) > after ? put(said.AGED, since(line)) : "" };
    }),
    no_line: missing.map(({ key, words, instead }) => ({ for: key, in_words: words, say: `${said.NO_SUCH_LINE} ${instead}` })),
  };
}

/**
 * The country of a code, if there is one, then the lists for any country.
 * @param {Data} data
 * @param {string} code
 */
export function reachable(data, code) {
  return [code, ANYWHERE].flatMap((each) => data.countries.filter((country) => country.code === each));
}

/**
 * The countries that can be chosen, by name.
 * @param {Data} data
 */
export function countries(data) {
  const all = data.countries.filter(({ code }) => code !== ANYWHERE);
  return all.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The country that the language of the phone names, if it names one of these.
 * @param {Data} data
 */
export function guessed(data) {
  const [region] = navigator.languages.flatMap((each) => /-([A-Z]{2})\b/.exec(each)?.[1] ?? []);
  return countries(data).find(({ code }) => code === region);
}

/**
 * The emergency number, then the first line for the first of some purposes, and one for whom it does not take; with links that dial.
 * @param {Data} data
 * @param {Country | undefined} country
 * @param {string[]} purposes
 * @param {string | null} today
 */
export function numbers(data, country, purposes, today) {
  const { sentences: said } = data.manner, by_code = by(data.countries, "code");
  const call = country ? put(said.EMERGENCY_IN, country.name, country.emergency) : anywhere(data);
  const at = country ?? by_code[ANYWHERE], [first] = at ? linesFor(data, at, purposes, today) : [];
  // A first line that does not take everybody has one for the rest beside it.
  const [rest] = at && first?.others ? linesFor(data, at, [first.others], today).filter((line) => line.purpose === first.others && !line.others) : [];
  const told = [first, rest].filter(Boolean).map((line) => {
    const ways = [[said.CALL, line.phone], [said.TEXT, line.text]].filter(([, number]) => number);
    const how = `${line.name}: ${listed(ways.map(([way, number]) => put(way, number))) || line.web || line.chat}`;
    // Whom it is for stands beside it, as who is not meant would hang up, and its hours where it is not always there.
    const hours = [said.HOURS_NOT_KNOWN, said.ALWAYS_THERE].includes(line.hours) ? "" : line.hours;
    const about = [line.who && put(said.FOR, line.who), hours].filter(Boolean).join("; ");
    return item(ways.length && about ? `${how} (${about})` : how, { links: links(data, how) });
  });
  return [item(call, { links: links(data, call) }), ...told];
}

/**
 * The few emergency numbers that cover most people, in words, as the lists for any country give them.
 * @param {Data} data
 */
export function anywhere(data) {
  const { sentences: said } = data.manner, everywhere = by(data.countries, "code")[ANYWHERE];
  return everywhere ? put(said.EMERGENCY, everywhere.emergency) : said.EMERGENCY_ANYWHERE;
}

/**
 * The numbers and addresses in a text, with the addresses by which a telephone or a browser opens them.
 * @param {Data} data
 * @param {string} said
 * @returns {Link[]}
 */
export function links(data, said) {
  const addresses = said.match(/https?:\/\/\S+/g);
  if (addresses) return addresses.map((each) => ({ text: each, to: each }));
  return [...said.matchAll(new RegExp(data.manner.number, "g"))].map(({ groups: { message, number } }) => (
    { text: number, to: `${message ? "sms" : "tel"}:${number.replace(/[^0-9]/g, "")}` }));
}

/**
 * The countries with the lines that a recommendation calls for.
 * @param {import("./consultation.js").Consultation} consultation
 * @param {string} code
 * @param {string | null} today
 */
export function people(consultation, code, today) {
  const { lines, step, purposes, data } = consultation, isCalledFor = lines.help.length || step.ends_interview;
  return isCalledFor ? reachable(data, code).map((each) => told(data, each, purposes, today)) : [];
}
