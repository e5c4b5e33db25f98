// What can follow from answers, as clauses over the circuit.

import { Solver } from "./solver.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */

/** All completions of a sheet, for some targets. A literal of the circuit is one of the solver's too. */
export class Space extends Solver {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   * @param {Int32Array} can what can be of each literal on that sheet
   */
  constructor(circuit, targets, can) {
    // There is room for two more copies of the circuit.
    super(3 * circuit.size);
    const open = circuit.open(can, targets), { size, ways } = circuit;
    this.circuit = circuit;
    this.gates = open.filter((atom) => ways[atom]);
    this.questions = circuit.questionsOf(open);
    /** By an atom, the ways in which it can still hold, without what surely does. */
    this.ways = (/** @type {number} */ atom) => (ways[atom] ?? []).filter((way) => way.every((literal) => can[size + literal]))
      .map((way) => way.filter((literal) => can[size - literal]));
    for (const key of this.questions) this.answered(circuit.questions[key], (literal) => literal);
    for (const atom of this.gates) this.define(atom, this.ways(atom));
    for (const atom of targets) if (!open.includes(atom)) this.add(can[size + atom] ? atom : -atom);
  }

  /**
   * Demands of the states of a question, or of what stands for them, that they are an answer to it.
   * @param {import("./circuit.js").Question} question
   * @param {(literal: number) => number} standing
   */
  answered({ atoms, open, type }, standing) {
    const literals = atoms.map(standing), known = literals.slice(0, -1);
    this.choices.push(...literals);
    if (open) this.define(literals.at(-1), [known.map((literal) => -literal)]);
    else if (type !== "many") {
      this.add(...literals);
      literals.forEach((one, place) => literals.slice(0, place).forEach((other) => this.add(-one, -other)));
    }
  }

  /**
   * Questions whose answers, among some literals, do not let all of these hold; null if they can.
   * @param {number[]} assumed
   */
  inWay(assumed) {
    const core = this.core(assumed);
    return core && this.circuit.questionsOf(core.map(Math.abs));
  }

  /**
   * The literals that fix the answers to some questions; those that do not matter here are left out.
   * @param {Answers} answers
   */
  given(answers, keys = Object.keys(answers)) {
    const { held, questions } = this.circuit;
    return keys.filter((key) => this.questions.includes(key)).flatMap((key) => {
      const question = questions[key], { atoms, type } = question, now = held(question, answers[key]);
      return type === "many" ? atoms.map((atom) => (now.includes(atom) ? atom : -atom)) : now;
    });
  }
}
