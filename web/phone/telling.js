// What a person is told: the first screen, and the rows below it. Every sentence is data.

import { listOf } from "./circuit.js";
import { FirstScreen } from "./first_screen.js";
import { numbers } from "./people.js";
import { once } from "./once.js";
import { capital, dated, inWords, item, line, listed, put, reasoned, recalled, section } from "./sentences.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./explaining.js").Explanation} Explanation */
/** @typedef {import("./circuit.js").Line} Line */
/** @typedef {import("./circuit.js").Answer} Answer */
/** @typedef {import("./sentences.js").Item} Item */
/** @typedef {import("./sentences.js").Section} Section */
/** @typedef {{ key: string, title: string, sections: Section[] }} Row */

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
    const { data, step, lines, alone } = consultation, { rows, screen: manner } = data.manner;
    /** The ids of all lines that are told. */
    this.told = new Set([...Object.values(lines), ...Object.values(alone)].flat().map((line) => line?.id));
    this.consultation = consultation;
    this.explanation = explanation;
    this.country = country;
    this.data = data;
    this.said = data.manner.sentences;
    this.ends = step.ends_interview;
    const calledFor = lines.help.length > 0;
    const titles = Object.entries(rows).filter(([key]) => (this.ends ? manner.help_only.includes(key) : key !== "people" || calledFor));
    const rowsOf = { people: () => this.people(), more: () => this.more(), why: () => this.why(), change: () => this.change(),
      others: () => this.others(), from: () => this.from(), who: () => this.who() };
    this.first = new FirstScreen(consultation, country, today);
    this.screen = this.first.sections(titles.map(([, title]) => title));
    this.inView = new Set(this.screen.flatMap(({ items }) => items.map(({ id }) => id)));
    this.rows = once(this.screen, titles.map(([key, title]) => ({ key, title, sections: rowsOf[key]() })), explanation || this.ends ? [] : ["why"]);
  }

  people() {
    const { lines, purposes } = this.consultation;
    if (!lines.help.length && !this.ends) return [];
    const first = numbers(this.data, this.country, purposes, null).slice(0, 1);
    return [section("numbers", "", first), section("help", "", lines.help.map(line))];
  }

  /** The lines that are not in view, with their reasons; then the reasons that found no room there. */
  more() {
    const { told: all, consultation: { lines, alone } } = this, { titles } = this.data.manner;
    const left = (/** @type {Line | undefined} */ each) => each && !this.inView.has(each.id);
    const bare = new Set(this.screen.flatMap(({ items }) => items.filter(({ why, id }) => !why && all.has(id)).map(({ id }) => id)));
    return [
      ...[["affirmation", "affirmation"], ["do", "do"], ["dont", "dont"], ["note", "notes"]].map(([kind, key]) =>
        section(key, titles[key], lines[kind].filter(left).map(reasoned))),
      ...Object.entries(alone).filter(([, each]) => left(each)).map(([key, each]) => this.first.laidOut(key, [reasoned(each)])),
      section("reasons", this.said.REASONS_ABOVE, this.data.advice.filter(({ id }) => bare.has(id)).map(
        (each) => reasoned({ ...each, say: recalled(each.say, this.data.manner.screen.recalled) }))),
    ];
  }

  why() {
    const { consultation: { reasons, misfits }, explanation, said } = this;
    const speak = this.rules(reasons, new Set()), sections = [section("rules", said.RULES, speak.length ? speak : [item(said.NO_RULE)])];
    if (explanation) {
      const { deciding, quiet } = explanation, nothing = nothingRang(this.consultation, explanation);
      const lead = quiet.length ? said.DECIDED_WITH_GUARDS : said.DECIDED_LEAD;
      const loud = this.answers(deciding.filter((key) => !quiet.includes(key)));
      sections.push(section("deciding", said.DECIDED, nothing ? [...loud, item(said.NO_ALARM)] : loud, lead));
    }
    const odd = misfits.flatMap(({ questions }) => questions);
    return [...sections, section("at_odds", this.data.manner.titles.at_odds, this.answers(odd, explanation?.deciding))];
  }

  /**
   * Answers, each after its question; of what was told before after its first words.
   * @param {string[]} keys
   * @param {string[]} before
   */
  answers(keys, before = []) {
    const { circuit: { questions }, answers } = this.consultation;
    const ask = (/** @type {string} */ key) => (before.includes(key) ? recalled(questions[key].ask, this.data.manner.screen.recalled) : questions[key].ask);
    return [...new Set(keys)].map((key) => item(`${ask(key)} "${inWords(this.data, questions[key], answers[key])}"`, { id: key }));
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
    const { said } = this, { known, options } = question, [before, after] = [now, answer].map((each) => known.map(String).filter((name) => listOf(each).includes(name)));
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
    const { said, data, consultation } = this, { findings, step: own } = consultation;
    // What nothing was told of speaks for no other step: its findings have no rule behind them.
    const wasTold = (/** @type {import("./consultation.js").Firing} */ { facts }) => facts.every((fact) => !(fact in findings) || consultation.arguing(fact).length > 0);
    const considered = data.steps.filter((step) => step !== own).flatMap((step) =>
      consultation.arguing("step", step.key).filter(wasTold).slice(0, 1).map(({ rule }) => ({ step, rule })));
    return [
      section("others", "", considered.map(({ step, rule }) => item(`${step.title}. ${rule.because}`, { id: step.key })), said.OTHERS_LEAD),
      section("nothing_fits", said.NOTHING_FITS, [item(said.NOTHING_FITS_SAID)]),
    ];
  }

  /** The texts that it rests on, where these disagree, and what research says; what is nearest to the step first. */
  from() {
    const { data, said, told: all, consultation: { step, reasons } } = this;
    const near = new Set([step.key, ...reasons.map(({ rule }) => rule.id)]);
    const inView = [...this.inView, ...this.more().flatMap(({ items }) => items.map(({ id }) => id))].filter((id) => all.has(id));
    const atWork = new Set([...near, ...inView]);
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
      section("research", said.RESEARCH, about(data.research, "about").map(({ id, says, stands, studies }) => item(says, { why: stands, id, sources: studies })), said.RESEARCH_LEAD),
    ];
  }

  who() {
    return who(this.data);
  }
}

/**
 * Do answers call for the numbers that help: does every step that can still come out end the interview?
 * @param {import("./conversation.js").Conversation} conversation
 */
export function isCalledFor({ interview, answers }) {
  const { steps } = interview.ahead(interview.sheet(answers), "deciding");
  return Object.keys(answers).length > 0 && steps.every((step) => step.ends_interview);
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
export function who(data) {
  const { about, manner: { sentences: said } } = data;
  const reviewed = about.reviewed_by.map(({ name, role, date, scope }) => item(put(said.REVIEWED_BY, name, role, dated(data, date), scope.join(", "))));
  const limits = about.limits.length ? about.limits : [said.NO_LIMITS];
  return [
    section("reviewed", said.REVIEWED, reviewed.length ? reviewed : [item(said.NOT_REVIEWED)]),
    section("limits", said.LIMITS, limits.map((each) => item(each))),
    section("upkeep", said.UPKEEP, [item(about.upkeep || put(said.GOOD_FOR, String(about.good_for_days)))]),
  ];
}
