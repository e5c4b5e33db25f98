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
    const { data, size } = circuit, can = circuit.planes(answers, true);
    const holds = (/** @type {number} */ literal) => can[size + literal] !== 0;
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
    const { answer: [answer], words: [words] } = this.lines, [today, next] = ["today", "next"].map((moment) =>
      this.advice.find((line) => line.moment === moment));
    this.alone = { answer, today, words, next };
    this.purposes = [...new Set(this.lines.help.flatMap((line) => line.lines))];
    this.reasons = this.arguing("step", this.step.key).map((firing) => this.reason(firing));
    const { how_long_finding: finding, look_again: days, days_done: question } = this.step;
    const [fact, value] = this.step.days_done_if, counted = !fact || this.findings[fact] === value;
    const left = (days[this.findings[finding]] ?? days[""]) - (counted && Number(answers[question]) || 0);
    this.lookAgain = left > 0 ? left : null;
  }

  /**
   * The lines of a kind that are told, what matters most first.
   * @param {string} kind
   */
  toldOf(kind) {
    const { data: { manner }, step: { first } } = this, most = manner.most_lines[kind];
    const shown = this.advice.filter((line) => line.kind === kind && !line.moment);
    if (manner.shown_alone.includes(kind)) return shown.slice(0, 1);
    const named = first.flatMap((id) => shown.filter((line) => line.id === id));
    const ranked = sorted([...new Set([...named, ...shown])], ({ weight, duty, step_alone: stepAlone }) => [-weight, !duty, stepAlone]);
    const safety = [...named, ...ranked].filter((line) => line.safety);
    const [own, others] = [true, false].map((wanted) => ranked.filter((line) => !line.safety && line.particular === wanted));
    const essentials = named.filter((line) => others.includes(line)).slice(0, manner.essential);
    const chosen = [...new Set([...own.slice(0, manner.leading_lines), ...essentials, ...own, ...others])];
    const told = chosen.filter((line, place) => place < manner.few_lines || named.includes(line) || line.weight);
    return [...new Set(safety), ...(most ? told.slice(0, most) : chosen)];
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
    return {
      rule,
      answers: facts.filter((fact) => fact in this.answers),
      below: facts.flatMap((fact) => this.arguing(fact)).filter((below) => below.facts.every(wasPut)).map((below) => this.reason(below)),
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
