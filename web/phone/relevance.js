// Whether a question can matter to some targets: do two completions of a sheet differ in it alone, and in a target? Most
// that do are found by trying; a search finds the others, or that there are none.

import { Solver } from "./solver.js";
import { answered } from "./space.js";
import { Trial } from "./trial.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */

export class Relevance {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   */
  constructor(circuit, targets) {
    this.circuit = circuit;
    /** What the targets depend on. */
    this.cone = circuit.cone(targets);
    /** @type {Record<string, ReturnType<Relevance["from"]>>} */
    this.parts = {};
  }

  /**
   * The cone of those targets that can depend on a question, and `after` it those of its gates that can.
   * @param {string} key
   */
  from(key) {
    const { circuit, cone } = this, reached = circuit.reached(circuit.questions[key].atoms, cone.gates);
    const part = circuit.cone(cone.targets.filter((atom) => reached[atom]));
    return { ...part, after: part.gates.filter((atom) => reached[atom]) };
  }

  /**
   * Can two answers to a question, beside these, lead to different targets?
   * @param {string} key
   * @param {Answers} answers
   */
  matters(key, answers) {
    const { [key]: _, ...others } = answers;
    this.parts[key] ??= this.from(key);
    return this.cone.questions.includes(key) && (this.isTried(key, others) || this.isFound(key, others));
  }

  /**
   * Does one of a few sheets tell two answers to `key` apart?
   * @param {string} key
   * @param {Answers} answers
   */
  isTried(key, answers) {
    const part = this.parts[key], trial = new Trial(this.circuit, part, answers);
    const told = (/** @type {number} */ atom) => trial.told(key, [atom], part.after, part.targets);
    const [first, ...others] = this.circuit.questions[key].atoms, one = told(first);
    return others.some((atom) => told(atom).some((sheets, place) => sheets !== one[place]));
  }

  /**
   * Is there such a pair at all? Only what is open has a variable, and only what can differ has one for the other sheet.
   * @param {string} key
   * @param {Answers} answers
   */
  isFound(key, answers) {
    const { circuit, parts: { [key]: cone } } = this, middle = circuit.size, can = circuit.planes(answers, cone), solver = new Solver(0);
    const one = new Map(), other = new Map(), differs = new Map(), atomOf = (/** @type {number} */ literal) => Math.abs(literal) - 1;
    const put = (/** @type {number[]} */ way, /** @type {Map<number, number>[]} */ ...sheets) => way.filter((literal) => can[middle - literal])
      .map((literal) => Math.sign(literal) * sheets.find((each) => each.has(atomOf(literal))).get(atomOf(literal)));
    // An atom that counts as differing does, and so does something below it.
    const compare = (/** @type {number} */ atom, /** @type {number[]} */ below) => {
      const differ = solver.variable();
      solver.add(-differ, one.get(atom), other.get(atom));
      solver.add(-differ, -one.get(atom), -other.get(atom));
      if (below.length) solver.add(-differ, ...below.map((each) => differs.get(each)));
      differs.set(atom, differ);
    };
    for (const each of cone.questions) if (!(each in answers)) for (const sheet of each === key ? [one, other] : [one]) {
      const question = circuit.questions[each];
      question.atoms.forEach((atom) => sheet.set(atom, solver.variable()));
      answered(solver, question, question.atoms.map((atom) => sheet.get(atom)));
    }
    circuit.questions[key].atoms.forEach((atom) => compare(atom, []));
    for (const atom of cone.gates) if (can[middle + atom + 1] && can[middle - atom - 1]) {
      const ways = circuit.data.gates[atom - circuit.data.inputs].filter((way) => way.every((literal) => can[middle + literal]));
      one.set(atom, solver.variable());
      solver.define(one.get(atom), ways.map((way) => put(way, one)));
      const below = [...new Set(ways.flat().map(atomOf))].filter((each) => other.has(each));
      if (!below.length) continue;
      other.set(atom, solver.variable());
      solver.define(other.get(atom), ways.map((way) => put(way, other, one)));
      compare(atom, below);
    }
    solver.add(...cone.targets.flatMap((atom) => differs.get(atom) ?? []));
    return solver.isPossible([]);
  }
}
