// What can follow from answers, as clauses over the circuit.

import { Solver } from "./solver.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */

/**
 * Demands of the literals of a question's states that they are an answer to it.
 * @param {Solver} solver
 * @param {import("./circuit.js").Question} question
 * @param {number[]} literals
 */
export function answered(solver, question, literals) {
  const known = literals.slice(0, -1), unknown = literals.at(-1);
  solver.choices.push(...literals.map(Math.abs));
  if (question.open) solver.define(unknown, [known.map((literal) => -literal)]);
  else if (question.type !== "many") {
    solver.add(...literals);
    literals.forEach((one, place) => literals.slice(0, place).forEach((other) => solver.add(-one, -other)));
  }
}

/** All completions of any sheet, for some targets. A literal of the circuit is one of the solver's too. */
export class Space extends Solver {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   */
  constructor(circuit, targets) {
    super(circuit.size);
    const { questions, gates } = circuit.cone(targets);
    this.circuit = circuit;
    this.questions = questions;
    for (const question of questions.map((key) => circuit.questions[key]))
      answered(this, question, question.atoms.map((atom) => atom + 1));
    for (const atom of gates) this.define(atom + 1, circuit.data.gates[atom - circuit.data.inputs]);
  }

  /**
   * Questions whose answers, among some literals, do not let all of these hold; null if they can.
   * @param {number[]} assumed
   */
  inWay(assumed) {
    const core = this.core(assumed);
    return core && new Set([...core].flatMap((literal) => this.circuit.questionOf[Math.abs(literal) - 1] ?? []));
  }

  /**
   * The literals that fix answers; those that do not matter here are left out.
   * @param {Answers} answers
   */
  given(answers) {
    return this.questions.filter((key) => key in answers).flatMap((key) => {
      const question = this.circuit.questions[key], held = this.circuit.held(question, answers[key]);
      const missed = question.type === "many" ? question.atoms.filter((atom) => !held.includes(atom)) : [];
      return [...held.map((atom) => atom + 1), ...missed.map((atom) => -atom - 1)];
    });
  }
}
