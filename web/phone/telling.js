// What a person is told: the first screen, and the rows below it. Every sentence is data.

import { listOf, NONE } from "./circuit.js";
import { mostParticular } from "./consultation.js";
import { days, item, listed, numbers, put } from "./people.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./explaining.js").Explanation} Explanation */
/** @typedef {import("./circuit.js").Line} Line */
/** @typedef {import("./circuit.js").Answer} Answer */
/** @typedef {import("./people.js").Item} Item */
/** @typedef {{ key: string, title: string, items: Item[], lead: string }} Section */
/** @typedef {{ key: string, title: string, sections: Section[] }} Row */
/** @typedef {Record<string, Item[]>} Shown items by the keys of their sections */
/** @typedef {[string, Item]} Wish an item for the section of a key */

const words = (/** @type {string} */ text) => text.split(/\s+/).filter(Boolean).length;
const wordsOf = (/** @type {Section} */ section) => words(`${section.title} ${section.lead}`) + section.items.reduce(
  (sum, { say, why }) => sum + words(`${say} ${why}`), 0);
const capital = (/** @type {string} */ text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = (/** @type {string} */ text) => capital(text) + (/[.?!]$/.test(text) ? "" : ".");

/**
 * @param {string} key
 * @param {string} title
 * @param {Item[]} items
 * @returns {Section}
 */
const section = (key, title, items, lead = "") => ({ key, title, items, lead });

/**
 * A line of advice as it is said; words to say in quotation marks.
 * @param {import("schema").Line} line
 */
const line = ({ id, kind, say, sources, safety }) => item(kind === "words" ? `"${say}"` : say, { id, sources, safety });
const reasoned = (/** @type {import("schema").Line} */ advice) => ({ ...line(advice), why: advice.because });

/**
 * A day so many days after another.
 * @param {string} today
 * @param {number} count
 */
export function later(today, count) {
  return new Date(Date.parse(today) + count * 864e5).toISOString().slice(0, 10);
}

/**
 * An answer as the person would say it.
 * @param {import("./circuit.js").Data} data
 * @param {import("schema").Question} question
 * @param {Answer | undefined} answer
 */
export function inWords(data, question, answer) {
  const { unknown, sentences: said } = data.manner;
  if (answer === undefined) return said.NOT_ANSWERED;
  const one = (/** @type {string | number} */ each) => unknown[each] ?? (each === NONE ? said.NONE_OF_THESE : question.type === "number" ? `${each} ${question.unit}` : question.options[each]);
  return listOf(answer).map(one).join("; ");
}

/**
 * How much room a section takes: its words, and a mark before each line of a list.
 * @param {Section} told
 */
const size = (told) => wordsOf(told) + (told.key !== "step" && told.items.length > 1 ? told.items.length : 0);

/**
 * Did no answer about safety ring an alarm: does none close contact, and is no safety line told?
 * @param {Consultation} consultation
 * @param {Explanation} explanation
 */
export function nothingRang({ lines, step }, { alarm, quiet }) {
  return quiet.length > 0 && !alarm && !step.ends_interview && !Object.values(lines).flat().some(({ safety }) => safety);
}

/** All that is told of one consultation; `country` and `today` may be left out. */
export class Telling {
  /**
   * @param {Consultation} consultation
   * @param {Explanation | null} explanation
   * @param {import("schema").Country | undefined} country
   * @param {string | null} today
   */
  constructor(consultation, explanation, country, today) {
    const { data, step } = consultation, { rows, screen: manner } = data.manner;
    this.consultation = consultation;
    this.explanation = explanation;
    this.country = country;
    this.today = today;
    this.data = data;
    this.said = data.manner.sentences;
    this.manner = manner;
    this.ends = step.ends_interview;
    const titles = Object.entries(rows).filter(([key]) => !this.ends || manner.help_only.includes(key));
    const told = { people: () => this.people(), more: () => this.more(), why: () => this.why(), change: () => this.change(),
      others: () => this.others(), from: () => this.from(), who: () => this.who() };
    this.screen = this.firstScreen(titles.map(([, title]) => title));
    this.inView = new Set(this.screen.flatMap(({ items }) => items.map(({ id }) => id)));
    this.rows = titles.map(([key, title]) => ({ key, title, sections: told[key]().filter(({ items }) => items.length) }))
      .filter(({ sections }) => sections.length);
  }

  /** @param {string[]} titles */
  firstScreen(titles) {
    const room = this.manner.most - titles.reduce((sum, title) => sum + words(title), 0);
    const laidOut = (/** @type {Shown} */ shown) => (this.ends ? this.manner.help_first : this.manner.order)
      .filter((key) => shown[key]?.length).map((key) => this.laidOut(key, shown[key]));
    let shown = this.needed(), crowded = false;
    const fits = (/** @type {Shown} */ more) => {
      const both = { ...shown, ...more };
      if (laidOut(both).reduce((sum, each) => sum + size(each), 0) > room) return false;
      shown = both;
      return true;
    };
    const kinds = Object.keys(this.manner.kinds);
    for (const [key, wished] of this.wished()) {
      // No line stands where a safety line found no room.
      if (kinds.includes(key) && crowded && !wished.safety) continue;
      if (!fits({ [key]: [...(shown[key] ?? []), wished] })) crowded ||= wished.safety;
    }
    if (!this.ends) for (const key of this.manner.reasoned) (shown[key] ?? []).forEach((each, place) => {
      const why = this.data.advice.find(({ id }) => id === each.id).because;
      if (words(why) <= this.manner.short) fits({ [key]: shown[key].map((other, at) => (at === place ? { ...each, why } : other)) });
    });
    return laidOut(shown);
  }

  /**
   * @param {string} key
   * @param {Item[]} items
   */
  laidOut(key, items) {
    const { alone, asked, step } = this.consultation, toWhom = key === "words" && alone.words?.to_whom;
    const title = toWhom ? put(this.said.COULD_SAY_TO, toWhom) : put(this.data.manner.titles[key], asked);
    return section(key, title, items, key === "step" ? step.title : "");
  }

  /** What has to be in view. */
  needed() {
    const { step, lines, purposes, misfits, howLong, lookAgain } = this.consultation, { said, today } = this;
    /** @type {Shown} */
    const shown = { step: [item(step.say, { id: step.key, sources: step.sources }), ...lines.also.map(line)] };
    if (this.ends) shown.go_on = [item(step.come_back)];
    else {
      shown.step.push(item(sentence(howLong)));
      if (today && lookAgain) shown.step.push(item(put(said.LOOK_AGAIN, this.day(later(today, lookAgain)))));
      shown.at_odds = misfits.map(({ entry }) => item(entry.say, { id: entry.id }));
    }
    if (this.ends || lines.help.some(({ safety }) => safety)) shown.numbers = numbers(this.data, this.country, purposes, today);
    const late = this.overdue();
    if (late.length) shown.old = [item(put(said.OLD, late[0]))];
    return shown;
  }

  /** @param {string} date */
  day(date) {
    return `${Number(date.slice(8))} ${this.data.manner.months[Number(date.slice(5, 7)) - 1]}`;
  }

  /** The dates of what was last checked too long ago, the oldest first. */
  overdue() {
    const { firings, advice, misfits } = this.consultation, good = this.data.about.good_for_days;
    const entries = [...firings.map(({ rule }) => rule), ...advice, ...misfits.map(({ entry }) => entry)];
    return this.today ? entries.map(({ reviewed }) => reviewed).filter((each) => days(each, this.today) > good).sort() : [];
  }

  /**
   * What comes into view where there is room, what matters most first.
   * @returns {Generator<Wish>}
   */
  *wished() {
    const { lines, alone, reasons } = this.consultation, { kinds } = this.manner;
    const wish = (/** @type {string} */ key, /** @type {Item} */ wished) => /** @type {Wish} */ ([key, wished]);
    const single = (/** @type {("answer" | "today" | "words" | "next")[]} */ keys) => keys.flatMap((key) => (alone[key] ? [wish(key, line(alone[key]))] : []));
    const why = reasons.slice(0, this.manner.reasons).map(({ rule }) => wish("why", item(rule.because, { id: rule.id })));
    if (!why.length) why.push(wish("why", item(this.said.NO_RULE)));
    const safety = ["help", "note"].flatMap((kind) => lines[kind].filter((each) => each.safety).map((each) => wish(kinds[kind], line(each))));
    yield* this.inTurn(({ safety }) => safety);
    if (this.ends) yield* safety;
    else yield* [...single(["answer", "today", "words", "next"]), why[0]];
    yield* this.inTurn(({ safety }, before) => !safety && before < this.manner.few);
    yield* this.ends ? single(["today", "words", "answer"]) : [...safety, ...why.slice(1)];
  }

  /**
   * The dos and don'ts that are wanted, one of each in turn, the most particular first.
   * @param {(line: Line, before: number) => boolean} wanted
   * @returns {Wish[]}
   */
  inTurn(wanted) {
    const chosen = ["do", "dont"].map((kind) => mostParticular(this.consultation.lines[kind])
      .filter(wanted).map((each) => /** @type {Wish} */ ([kind, line(each)])));
    const most = Math.max(...chosen.map(({ length }) => length));
    return Array.from({ length: most }, (_, place) => chosen.flatMap((each) => (each[place] ? [each[place]] : []))).flat();
  }

  people() {
    const { lines, purposes } = this.consultation;
    if (!lines.help.length && !this.ends) return [];
    const first = numbers(this.data, this.country, purposes, null).slice(0, 1);
    return [section("numbers", "", first), section("help", "", lines.help.map(line))];
  }

  /** The lines that are not in view, with their reasons; then the reasons that found no room there. */
  more() {
    const { lines, alone, told: all } = this.consultation, { titles } = this.data.manner;
    const left = (/** @type {Line | undefined} */ each) => each && !this.inView.has(each.id);
    const bare = new Set(this.screen.flatMap(({ items }) => items.filter(({ why, id }) => !why && all.has(id)).map(({ id }) => id)));
    return [
      ...[["do", "do"], ["dont", "dont"], ["note", "notes"]].map(([kind, key]) =>
        section(key, titles[key], lines[kind].filter(left).map(reasoned))),
      section("left", "", Object.values(alone).filter(left).map(reasoned)),
      section("reasons", this.said.REASONS_ABOVE, this.data.advice.filter(({ id }) => bare.has(id)).map(reasoned)),
    ];
  }

  why() {
    const { consultation: { reasons, misfits }, explanation, said } = this;
    const speak = this.rules(reasons, new Set()), sections = [section("rules", said.RULES, speak.length ? speak : [item(said.NO_RULE)])];
    if (explanation) {
      const { deciding, quiet } = explanation, nothing = nothingRang(this.consultation, explanation);
      const lead = quiet.length && !nothing ? said.DECIDED_WITH_SAFETY : said.DECIDED_LEAD;
      const loud = this.answers(deciding.filter((key) => !quiet.includes(key)));
      sections.push(section("deciding", said.DECIDED, nothing ? [...loud, item(said.NO_ALARM)] : loud, lead));
    }
    const odd = misfits.flatMap(({ questions }) => questions);
    return [...sections, section("at_odds", this.data.manner.titles.at_odds, this.answers(odd))];
  }

  /** @param {string[]} keys */
  answers(keys) {
    const { circuit: { questions }, answers } = this.consultation;
    return [...new Set(keys)].map((key) => item(`${questions[key].ask} "${inWords(this.data, questions[key], answers[key])}"`, { id: key }));
  }

  /**
   * @param {import("./consultation.js").Reason[]} reasons
   * @param {Set<string>} met
   * @returns {Item[]}
   */
  rules(reasons, met) {
    return reasons.flatMap(({ rule, below }) => {
      if (met.has(rule.id)) return [];
      met.add(rule.id);
      return [item(rule.because, { id: rule.id, sources: rule.sources, below: this.rules(below, met) })];
    });
  }

  change() {
    const { consultation: { step }, explanation, said } = this;
    const sections = [
      section("come_back", said.COME_BACK, [item(step.come_back)]),
      section("further_on", said.FURTHER_ON, [item(step.opens_next)]),
    ];
    if (!explanation) return sections;
    const changes = this.changes(), left = explanation.leftOpen.map(({ question: { key, ask, why }, steps }) => (steps.length
      ? item(put(said.COULD_LEAD_TO, ask, steps.map(({ title }) => title).join("; ")), { id: key })
      : item(ask, { why, id: key })));
    return [
      ...sections,
      section("changes", said.CHANGES, changes.length ? changes : [item(said.NO_CHANGE)]),
      section("left_open", said.LEFT_OPEN, left, said.LEFT_OPEN_LEAD),
    ];
  }

  /** A sentence for each change that can be; none whose answers would not fit each other. */
  changes() {
    const { circuit: { questions }, answers, misfits } = this.consultation, now = misfits.map(({ entry }) => entry);
    const fit = this.explanation.changes.filter(({ misfits }) => misfits.every(({ entry }) => now.includes(entry)));
    return fit.map(({ answers: changed, step }) => {
      const parts = Object.entries(changed).flatMap(([key, answer]) => this.parts(questions[key], answers[key], answer));
      return item(`${capital(listed(parts, "and"))}: ${step.title}.`, { id: step.key });
    });
  }

  /**
   * What would be otherwise about one question: of a list each tick, else the whole answer.
   * @param {import("./circuit.js").Question} question
   * @param {Answer} now
   * @param {Answer} answer
   */
  parts(question, now, answer) {
    const { said } = this, { names, options } = question, [before, after] = [now, answer].map((each) => names.filter((name) => listOf(each).includes(name)));
    if (question.type === "many") {
      const parts = [
        ...before.filter((name) => !after.includes(name)).map((name) => put(said.IF_NOT_TICKED, options[name])),
        ...after.filter((name) => !before.includes(name)).map((name) => put(said.IF_TICKED, options[name])),
      ];
      if (parts.length) return parts;
    }
    return [put(question.changes === "time" ? said.ONCE_SAID : said.IF_SAID, inWords(this.data, question, answer), question.ask)];
  }

  others() {
    const { said, consultation: { considered } } = this;
    return [
      section("others", "", considered.map(({ step, rule }) => item(`${step.title}. ${rule.because}`, { id: step.key })), said.OTHERS_LEAD),
      section("nothing_fits", said.NOTHING_FITS, [item(said.NOTHING_FITS_SAID)]),
    ];
  }

  /** The texts that it rests on, where these disagree, and what research says; what is nearest to the step first. */
  from() {
    const { data, said, consultation: { step, reasons, told: all } } = this;
    const near = new Set([step.key, ...reasons.map(({ rule }) => rule.id)]), atWork = new Set([...near, ...all]);
    const about = (entries, field) => {
      const isNear = (each) => each[field].some((id) => near.has(id)), touched = entries.filter((each) => each[field].some((id) => atWork.has(id)));
      return [...touched.filter(isNear), ...touched.filter((each) => !isNear(each))];
    };
    const lines = data.advice.filter(({ id }) => all.has(id)), rules = reasons.map(({ rule }) => rule);
    const cited = new Set([step, ...rules, ...lines].flatMap(({ sources }) => sources));
    const read = data.sources.filter(({ key, statements }) => [key, ...statements].some((id) => cited.has(id)));
    return [
      section("texts", said.TEXTS, read.map(({ key, title, kind }) => item(put(said.SOURCE, title, kind), { id: key }))),
      section("conflicts", said.DISAGREE, about(data.conflicts, "touches").map(({ id, about, followed, because, sides }) => item(
        put(said.FOLLOWED, about, followed), { why: because, id, below: sides.map(({ says, claims }) => item(`"${says}"`, { sources: claims })) }))),
      section("research", said.RESEARCH, about(data.research, "about").map(({ id, says, stands, studies }) => item(says, { why: stands, id, sources: studies }))),
    ];
  }

  who() {
    return who(this.data);
  }
}

/**
 * The numbers that the answers so far call for, after a sentence to whoever gave them.
 * @param {Consultation} consultation
 * @param {import("schema").Country | undefined} country
 * @param {string | null} today
 */
export function onTheWay({ data, purposes }, country, today) {
  return section("numbers", "", numbers(data, country, purposes, today), data.manner.sentences.ON_THE_WAY);
}

/**
 * What a knowledge base says of itself: what it cannot do, who reviewed it, and how it is kept up.
 * @param {import("./circuit.js").Data} data
 */
export function who({ about, manner: { sentences: said } }) {
  const reviewed = about.reviewed_by.map(({ name, role, date, scope }) => item(put(said.REVIEWED_BY, name, role, date, scope.join(", "))));
  const limits = about.limits.length ? about.limits : [said.NO_LIMITS];
  return [
    section("reviewed", said.REVIEWED, reviewed.length ? reviewed : [item(said.NOT_REVIEWED)]),
    section("limits", said.LIMITS, limits.map((each) => item(each))),
    section("upkeep", said.UPKEEP, [item(about.upkeep || put(said.GOOD_FOR, String(about.good_for_days)))]),
  ];
}
