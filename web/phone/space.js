// All completions of a sheet, as clauses over the circuit: one copy of the rules, or two that differ in one answer.

import { Solver } from "./solver.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */

/**
 * Demands of the literals of a question's states that they are an answer to it.
 * @param {Solver} solver
 * @param {import("./circuit.js").Question} question
 * @param {number[]} literals
 */
function answered(solver, question, literals) {
  const known = literals.slice(0, -1), unknown = literals.at(-1);
  solver.choices.push(...literals.map(Math.abs));
  if (question.open) solver.define(unknown, [known.map((literal) => -literal)]);
  else if (question.type !== "many") {
    solver.add(...literals);
    literals.forEach((one, place) => literals.slice(0, place).forEach((other) => solver.add(-one, -other)));
  }
}

/** What follows from answers for some targets. A literal of the circuit is one of the solver's too. */
export class Space {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   */
  constructor(circuit, targets) {
    const cone = circuit.cone(targets);
    this.circuit = circuit;
    this.questions = cone.questions;
    this.solver = new Solver(circuit.size);
    for (const key of cone.questions) {
      const question = circuit.questions[key];
      answered(this.solver, question, question.atoms.map((atom) => atom + 1));
    }
    for (const atom of cone.gates) this.solver.define(atom + 1, circuit.data.gates[atom - circuit.data.inputs]);
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

  /** @param {number[]} assumed */
  core(assumed) {
    return this.solver.core(assumed);
  }

  /** @param {number[]} assumed */
  isPossible(assumed) {
    return this.solver.isPossible(assumed);
  }
}

/** Whether a question can matter to some targets: do two completions differ in it alone, and in a target? */
export class Relevance extends Space {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   */
  constructor(circuit, targets) {
    super(circuit, targets);
    this.targets = targets;
    const { solver } = this, cone = circuit.cone(targets), other = new Map(), differs = new Map();
    /** @type {[string, number][]} for each question, the literal that lets it differ */
    this.mayDiffer = this.questions.map((key) => {
      const question = circuit.questions[key], may = solver.variable();
      question.atoms.forEach((atom) => other.set(atom, solver.variable()));
      answered(solver, question, question.atoms.map((atom) => other.get(atom)));
      question.atoms.forEach((atom) => solver.add(-this.compare(atom, other, differs), may));
      return [key, may];
    });
    for (const atom of cone.gates) {
      const ways = circuit.data.gates[atom - circuit.data.inputs];
      other.set(atom, solver.variable());
      solver.define(other.get(atom), ways.map((way) => way.map((l) => Math.sign(l) * other.get(Math.abs(l) - 1))));
      // It can only differ where something below it does.
      const below = new Set(ways.flat().map((literal) => Math.abs(literal) - 1));
      solver.add(-this.compare(atom, other, differs), ...[...below].map((each) => differs.get(each)));
    }
    solver.add(...targets.map((atom) => differs.get(atom)));
  }

  /**
   * The literal of "this atom differs between the copies".
   * @param {number} atom
   * @param {Map<number, number>} other
   * @param {Map<number, number>} differs
   */
  compare(atom, other, differs) {
    const one = atom + 1, two = other.get(atom), differ = this.solver.variable();
    this.solver.define(differ, [[one, -two], [-one, two]]);
    differs.set(atom, differ);
    return differ;
  }

  /**
   * Do two completions of these answers differ only in the answer to `key`, and in some target?
   * @param {string} key
   * @param {Answers} answers
   */
  matters(key, answers) {
    if (!this.questions.includes(key)) return false;
    const { [key]: _, ...others } = answers;
    return this.isPossible([...this.mayDiffer.map(([each, may]) => (each === key ? may : -may)), ...this.given(others)]);
  }
}
