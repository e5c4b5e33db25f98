// One sheet, one step: what was concluded and told, and which rules led there.

import { by } from "./circuit.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {import("./circuit.js").Line} Line */
/** @typedef {{ rule: import("schema").Rule, facts: string[] }} Firing */
/** @typedef {{ rule: import("schema").Rule, answers: string[], below: Reason[] }} Reason */

export class Consultation {
  /**
   * @param {Circuit} circuit
   * @param {Answers} answers
   */
  constructor(circuit, answers) {
    const { data } = circuit, can = circuit.whole(answers), middle = circuit.size;
    const holds = (/** @type {number} */ literal) => can[middle + literal] !== 0;
    const shows = (/** @type {{ atom: number }} */ { atom }) => holds(atom);
    this.circuit = circuit;
    this.data = data;
    this.answers = answers;
    this.step = data.steps.find(shows);
    /** @type {Record<string, string>} */
    this.findings = {};
    for (const { key, values, atoms } of data.findings) {
      const place = atoms.findIndex((atom) => holds(atom));
      if (place >= 0) this.findings[key] = Object.keys(values)[place];
    }
    this.advice = data.advice.filter(shows);
    // The facts of a rule are those of the first way in which it is met.
    this.firings = data.rules.filter(shows).map((rule) => (
      { rule, facts: rule.ways.find(({ tests }) => tests.every((ways) => ways.some((way) => way.every(holds)))).facts }));
    this.misfits = data.at_odds.filter((entry) => holds(entry.holds)).map((entry) => ({
      entry,
      questions: [...new Set(entry.answers.filter(({ literal }) => holds(literal)).map(({ question }) => question))],
    }));
    /** @type {Record<string, Line[]>} by their kinds */
    this.lines = Object.fromEntries(data.manner.kinds.map((kind) => [kind, this.toldOf(kind)]));
    const [answer] = this.lines.answer, own = data.manner.own_question, [words] = this.lines.words, [today, next] = ["today", "next"].map((moment) =>
      this.advice.find((line) => line.moment === moment));
    this.alone = { answer, today, words, next };
    const told = [...Object.values(this.lines).flat(), today, next];
    this.told = new Set(told.flatMap((line) => (line ? [line.id] : [])));
    this.asked = answer ? circuit.questions[own].options[String(answers[own])] : "";
    this.purposes = [...new Set(this.lines.help.flatMap((line) => line.lines))];
    this.reasons = this.arguing("step", this.step.key).map((firing) => this.reason(firing));
    const { how_long_finding: finding, look_again: days, days_done: question } = this.step, done = answers[question];
    const value = this.findings[finding] ?? "", left = (days[value] ?? days[""]) - (typeof done === "number" ? done : 0);
    this.howLong = finding ? by(data.findings, "key")[finding].values[value] : this.step.how_long;
    this.lookAgain = left > 0 ? left : null;
  }

  /**
   * The lines of a kind that are told, what matters most first.
   * @param {string} kind
   */
  toldOf(kind) {
    const { shown_alone: alone, most_lines: most, leading_lines: leading, essential, few_lines: few } = this.data.manner, { first } = this.step;
    const shown = this.advice.filter((line) => line.kind === kind && !line.moment);
    if (alone.includes(kind)) return shown.slice(0, 1);
    const named = first.flatMap((id) => shown.filter((line) => line.id === id)), rest = shown.filter((line) => !named.includes(line));
    const ranked = sorted([...named, ...rest], ({ weight, duty, step_alone: stepAlone }) => [-weight, !duty, stepAlone]);
    const safety = [...named, ...ranked].filter((line) => line.safety);
    const own = ranked.filter((line) => !line.safety && line.particular), others = ranked.filter((line) => !line.safety && !line.particular);
    const essentials = named.filter((line) => others.includes(line)).slice(0, essential);
    const chosen = [...new Set([...own.slice(0, leading), ...essentials, ...own, ...others])];
    const told = chosen.filter((line, place) => place < few || named.includes(line) || line.weight);
    return [...new Set(safety), ...(kind in most ? told.slice(0, most[kind]) : chosen)];
  }

  /**
   * @param {string} finding
   * @param {string} value
   */
  arguing(finding, value) {
    return this.firings.filter(({ rule }) => rule.finding === finding && rule.value === value);
  }

  /**
   * A rule that fired, the answers it looked at, and the reasons below. None quotes what nobody was asked.
   * @param {Firing} firing
   * @returns {Reason}
   */
  reason({ rule, facts }) {
    const wasPut = (/** @type {string} */ fact) => !(fact in this.circuit.questions) || fact in this.answers;
    const below = facts.filter((fact) => fact in this.findings).flatMap((fact) =>
      this.arguing(fact, this.findings[fact]).filter((firing) => firing.facts.every(wasPut)));
    return {
      rule,
      answers: facts.filter((fact) => fact in this.answers),
      below: below.map((firing) => this.reason(firing)),
    };
  }

  /** The other steps that something told speaks for, strongest first, each with its first reason. */
  get considered() {
    // What nothing was told of speaks for no other step: its findings have no rule behind them.
    const wasTold = (/** @type {Firing} */ { facts }) => facts.every((fact) =>
      !(fact in this.findings) || this.arguing(fact, this.findings[fact]).length > 0);
    return this.data.steps.filter((step) => step !== this.step).flatMap((step) =>
      this.arguing("step", step.key).filter(wasTold).slice(0, 1).map(({ rule }) => ({ step, rule })));
  }
}

/** Lines with the safety lines first, then those that ask for most in particular. */
export function mostParticular(lines) {
  return sorted(lines, ({ safety, particular, weight }) => (safety ? [0, 0, 0] : [1, !particular, -weight]));
}

/**
 * Sorted by several ranks, the first of which goes first.
 * @template Entry
 * @param {Entry[]} entries
 * @param {(entry: Entry) => (number | boolean)[]} ranks
 */
export function sorted(entries, ranks) {
  const ranked = entries.map((entry) => ({ entry, by: ranks(entry).map(Number) }));
  ranked.sort(({ by: one }, { by: other }) => {
    const place = one.findIndex((rank, at) => rank !== other[at]);
    return place < 0 ? 0 : one[place] - other[place];
  });
  return ranked.map(({ entry }) => entry);
}

/**
 * Every question under some reasons.
 * @param {Reason[]} reasons
 * @returns {string[]}
 */
export function questionsOf(reasons) {
  return reasons.flatMap(({ answers, below }) => [...answers, ...questionsOf(below)]);
}
