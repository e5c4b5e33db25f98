// The first screen: what has to be in view, then what finds room, what matters most first.

import { sorted } from "./consultation.js";
import { days, numbers } from "./people.js";
import { by, dated, item, later, line, put, section, sentence } from "./sentences.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./circuit.js").Line} Line */
/** @typedef {import("./sentences.js").Item} Item */
/** @typedef {import("./sentences.js").Section} Section */
/** @typedef {Record<string, Item[]>} Shown items by the keys of their sections */
/** @typedef {[string, Item]} Wish an item for the section of a key */

const words = (/** @type {string} */ text) => text.split(/\s+/).filter(Boolean).length;
const wordsOf = (/** @type {Section} */ section) => words(`${section.title} ${section.lead}`) + section.items.reduce(
  (sum, { say, why }) => sum + words(`${say} ${why}`), 0);

export class FirstScreen {
  /**
   * @param {Consultation} consultation
   * @param {import("schema").Country | undefined} country
   * @param {string | null} today
   */
  constructor(consultation, country, today) {
    const { data, step } = consultation;
    this.consultation = consultation;
    this.country = country;
    this.today = today;
    this.data = data;
    this.said = data.manner.sentences;
    this.manner = data.manner.screen;
    this.ends = step.ends_interview;
  }

  /**
   * Its sections, with room left for the titles of the rows below.
   * @param {string[]} titles
   */
  sections(titles) {
    const { most, short, waiting, reasoned } = this.manner, { lines } = this.consultation;
    const room = most - titles.reduce((sum, title) => sum + words(title), 0), needed = this.needed(), wished = [...this.wished()];
    /** What is shown where some sections wait until the others have room. */
    const chosen = (/** @type {string[]} */ late) => this.chosen(needed, sorted(wished, ([key]) => [late.includes(key)]), room);
    const there = (/** @type {Shown} */ all, /** @type {string} */ kind, /** @type {number} */ most) =>
      (all[kind]?.length ?? 0) >= Math.min(most, lines[kind].length);
    const first = chosen([]);
    let shown = first;
    if (this.ends) return this.allLaidOut(shown);
    const worth = ["do", "dont"].filter((kind) => this.affirmsMore(kind));
    for (const { sections, donts, dos } of sorted(waiting, (each) => this.lost(each, worth))) {
      const other = sections.length ? chosen(sections) : first;
      if (!there(other, "do", dos) || !there(other, "dont", donts)) continue;
      shown = other;
      break;
    }
    for (const key of reasoned) (shown[key] ?? []).forEach((each, place) => {
      const why = this.data.advice.find(({ id }) => id === each.id).because;
      const more = { ...shown, [key]: shown[key].map((other, at) => (at === place ? { ...each, why } : other)) };
      if (words(why) <= short && this.fits(more, room)) shown = more;
    });
    return this.allLaidOut(shown);
  }

  /**
   * What is lost where these wait: what is worth more, and how many lines on what is particular in a life.
   * @param {import("schema").Waiting} waiting
   * @param {string[]} worth kinds of which an affirmation is worth a third line
   * @returns {(boolean | number)[]}
   */
  lost({ sections, donts, dos }, worth) {
    const own = (/** @type {string} */ key) => this.consultation.alone[key]?.particular;
    const affirmed = !sections.includes("affirmation"), { few } = this.manner;
    const fewDos = dos < few && !(own("today") || (affirmed && worth.includes("do"))), fewDonts = donts < few && affirmed && !worth.includes("dont");
    return [sections.includes("words") || fewDos || fewDonts, sections.filter(own).length];
  }

  /**
   * Is there an affirmation that is worth more than the third line of a kind?
   * @param {string} kind
   */
  affirmsMore(kind) {
    const { few } = this.manner, { lines } = this.consultation, general = this.ranked(kind).slice(few - 1, few).every((third) => !third.weight || third.step_alone);
    return lines.affirmation.slice(0, 1).some(({ particular }) => general || particular);
  }

  /**
   * The lines of a kind, those about safety first and then the most particular.
   * @param {string} kind
   */
  ranked(kind) {
    return sorted(this.consultation.lines[kind], ({ safety, particular, weight }) => (safety ? [0, 0, 0] : [1, !particular, -weight]));
  }

  /**
   * What is needed, and of what is wished, in its order, all that has room.
   * @param {Shown} needed
   * @param {Wish[]} wished
   * @param {number} room
   */
  chosen(needed, wished, room) {
    const kinds = Object.keys(this.manner.kinds);
    let shown = needed, crowded = false;
    for (const [key, each] of wished) {
      // No line stands where a safety line found no room.
      if (kinds.includes(key) && crowded && !each.safety || shown[key]?.some(({ id }) => id && id === each.id)) continue;
      const more = { ...shown, [key]: [...(shown[key] ?? []), each] };
      if (this.fits(more, room)) shown = more;
      else crowded ||= each.safety;
    }
    return shown;
  }

  /**
   * @param {Shown} shown
   * @param {number} room
   */
  fits(shown, room) {
    return this.allLaidOut(shown).reduce((sum, each) => sum + wordsOf(each), 0) <= room;
  }

  /** @param {Shown} shown */
  allLaidOut(shown) {
    return (this.ends ? this.manner.help_first : this.manner.order).filter((key) => shown[key]?.length).map((key) => this.laidOut(key, shown[key]));
  }

  /**
   * @param {string} key
   * @param {Item[]} items
   */
  laidOut(key, items) {
    const { alone, step, circuit, answers } = this.consultation, { own_question: own } = this.data.manner, toWhom = key === "words" && alone.words?.to_whom;
    const title = toWhom ? put(this.said.COULD_SAY_TO, toWhom) : put(this.data.manner.titles[key], circuit.questions[own]?.options[String(answers[own])]);
    return section(key, title, items, key === "step" ? step.title : "");
  }

  /** What has to be in view. */
  needed() {
    const { step, lines, purposes, misfits, findings, lookAgain } = this.consultation, { said, today, data } = this, finding = step.how_long_finding;
    const howLong = finding ? by(data.findings, "key")[finding].values[findings[finding]] : step.how_long;
    /** @type {Shown} */
    const shown = { step: [item(step.say, { id: step.key, sources: step.sources }), ...lines.also.map(line)] };
    if (this.ends) shown.go_on = [item(step.come_back)];
    else {
      shown.step.push(item(sentence(howLong)));
      if (today && lookAgain) shown.step.push(item(put(said.LOOK_AGAIN, this.day(later(today, lookAgain)))));
      shown.at_odds = misfits.map(({ entry }) => item(entry.say, { id: entry.id }));
    }
    const helps = lines.help.filter(({ safety }) => safety), toCall = numbers(this.data, this.country, purposes, today);
    // Where there is nothing to do or leave for safety's sake, nobody is asked if they are in danger.
    const calm = !this.ends && ![...lines.do, ...lines.dont].some(({ safety }) => safety);
    if (helps.length && calm) shown.help = [...helps.map(line), ...toCall.slice(1)];
    else if (this.ends || helps.length) shown.numbers = toCall;
    const late = this.overdue();
    if (late.length) shown.old = [item(put(said.OLD, dated(this.data, late[0])))];
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
    const affirmation = lines.affirmation.slice(0, 1).map((each) => wish("affirmation", line(each)));
    const safety = ["help", "note"].flatMap((kind) => lines[kind].filter((each) => each.safety).map((each) => wish(kinds[kind], line(each))));
    const { few } = this.manner;
    yield* this.inTurn(({ safety }, before) => safety && before < few);
    // What was asked is not left unanswered for a fourth line about safety; nor is there nothing to do first today.
    yield* single(["answer", "today"]);
    yield* this.inTurn(({ safety }, before) => safety && before >= few);
    if (this.ends) yield* safety;
    else yield* [...single(["words", "next"]), ...affirmation, why[0]];
    yield* this.inTurn(({ safety }, before) => !safety && before < few);
    yield* this.ends ? [...single(["words"]), ...affirmation] : [...safety, ...why.slice(1)];
  }

  /**
   * The dos and don'ts that are wanted, one of each in turn, the most particular first.
   * @param {(line: Line, before: number) => boolean} wanted
   * @returns {Wish[]}
   */
  inTurn(wanted) {
    const chosen = ["do", "dont"].map((kind) => this.ranked(kind).filter(wanted).map((each) => /** @type {Wish} */ ([kind, line(each)])));
    const most = Math.max(...chosen.map(({ length }) => length));
    return Array.from({ length: most }, (_, place) => chosen.flatMap((each) => (each[place] ? [each[place]] : []))).flat();
  }
}
