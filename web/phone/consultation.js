// One sheet, one step: what was concluded and told, and which rules led there.

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
    const { data } = circuit, can = circuit.planes(answers, true), middle = circuit.size;
    const holds = (/** @type {number} */ literal) => can[middle + literal] !== 0;
    const shows = (/** @type {{ atom: number }} */ { atom }) => holds(atom);
    this.circuit = circuit;
    this.data = data;
    this.answers = answers;
    this.step = data.steps.find(shows);
    /** @type {Record<string, string>} */
    this.findings = {};
    for (const { key, values, atoms } of data.findings) {
      const place = atoms.findIndex(holds);
      if (place >= 0) this.findings[key] = Object.keys(values)[place];
    }
    this.advice = data.advice.filter(shows);
    // The facts of a rule are those of the first way in which it is met.
    this.firings = data.rules.filter(shows).map((rule) => (
      { rule, facts: rule.ways.find(({ literal }) => holds(literal)).facts }));
    this.misfits = data.at_odds.filter((entry) => holds(entry.holds)).map((entry) => ({
      entry,
      questions: [...new Set(entry.answers.filter(({ literal }) => holds(literal)).map(({ question }) => question))],
    }));
    /** @type {Record<string, Line[]>} by their kinds */
    this.lines = Object.fromEntries(data.manner.kinds.map((kind) => [kind, this.toldOf(kind)]));
    const [answer] = this.lines.answer, [words] = this.lines.words, [today, next] = ["today", "next"].map((moment) =>
      this.advice.find((line) => line.moment === moment));
    this.alone = { answer, today, words, next };
    this.told = new Set([...Object.values(this.lines).flat(), today, next].map((line) => line?.id));
    this.purposes = [...new Set(this.lines.help.flatMap((line) => line.lines))];
    this.reasons = this.arguing("step", this.step.key).map((firing) => this.reason(firing));
    const { how_long_finding: finding, look_again: days, days_done: question } = this.step, done = answers[question];
    const left = (days[this.findings[finding]] ?? days[""]) - (typeof done === "number" ? done : 0);
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
   * The rules that argue for a value of a finding, that which it has where no other is given.
   * @param {string} finding
   */
  arguing(finding, value = this.findings[finding]) {
    return this.firings.filter(({ rule }) => rule.finding === finding && rule.value === value);
  }

  /**
   * A rule that fired, the answers it looked at, and the reasons below. None quotes what nobody was asked.
   * @param {Firing} firing
   * @returns {Reason}
   */
  reason({ rule, facts }) {
    const wasPut = (/** @type {string} */ fact) => !(fact in this.circuit.questions) || fact in this.answers;
    const below = facts.flatMap((fact) => this.arguing(fact).filter((firing) => firing.facts.every(wasPut)));
    return {
      rule,
      answers: facts.filter((fact) => fact in this.answers),
      below: below.map((firing) => this.reason(firing)),
    };
  }
}

/**
 * Sorted by several ranks, the first of which goes first.
 * @template Entry
 * @param {Entry[]} entries
 * @param {(entry: Entry) => (number | boolean)[]} ranks
 */
export function sorted(entries, ranks) {
  return [...entries].sort((one, other) => {
    const first = ranks(one), second = ranks(other), place = first.findIndex((rank, at) => rank !== second[at]);
    return place < 0 ? 0 : Number(first[place]) - Number(second[place]);
  });
}

/**
 * Every question under some reasons.
 * @param {Reason[]} reasons
 * @returns {string[]}
 */
export function questionsOf(reasons) {
  return reasons.flatMap(({ answers, below }) => [...answers, ...questionsOf(below)]);
}
