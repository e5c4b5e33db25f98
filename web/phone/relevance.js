// Whether a question can matter to some targets: do two completions of a sheet differ in it alone, and in a target? Most
// that do are found by trying; a search finds the others, or that there are none.

import { NOT_ASKED, offEach } from "./likely.js";
import { Solver } from "./solver.js";
import { answered } from "./space.js";

/** @typedef {import("./circuit.js").Circuit} Circuit */
/** @typedef {import("./circuit.js").Answers} Answers */

/** How many sheets are tried at once: as many as a whole number has bits. */
const SHEETS = 32;

export class Relevance {
  /**
   * @param {Circuit} circuit
   * @param {number[]} targets
   */
  constructor(circuit, targets) {
    this.circuit = circuit;
    this.targets = targets;
    /** @type {import("./circuit.js").Cone | null} */
    this.found = null;
  }

  /** What the targets depend on; made when it is first needed. */
  get cone() {
    return (this.found ??= this.circuit.cone(this.targets));
  }

  /**
   * @param {string} key
   * @param {Answers} answers
   */
  matters(key, answers) {
    const { [key]: _, ...others } = answers;
    return this.cone.questions.includes(key) && (this.isTried(key, others) || this.isFound(key, others));
  }

  /**
   * Does one of a few sheets tell two answers to `key` apart? They are the ways of people most like this one; what these
   * were not asked is answered in some way.
   * @param {string} key
   * @param {Answers} answers
   */
  isTried(key, answers) {
    const { circuit, cone } = this, middle = circuit.size, can = new Int32Array(2 * middle + 1);
    const put = (/** @type {number} */ atom, /** @type {number} */ sheets) => {
      can[middle + atom + 1] = sheets;
      can[middle - atom - 1] = ~sheets;
    };
    const off = offEach(circuit.data, answers), alike = [...off.keys()].sort((one, other) => off[one] - off[other]);
    for (const each of cone.questions) {
      const question = circuit.questions[each], { atom: first, atoms, ways, said } = question, sheets = atoms.map(() => 0);
      for (let sheet = 0; sheet < SHEETS; sheet++) {
        const place = sheet < alike.length ? ways.charCodeAt(alike[sheet]) - NOT_ASKED : 0;
        const held = each in answers ? circuit.held(question, answers[each])
          : place ? circuit.held(question, said[place - 1]) : [atoms[(sheet + first) % atoms.length]];
        for (const atom of held) sheets[atom - first] |= 1 << sheet;
      }
      atoms.forEach((atom, place) => put(atom, sheets[place]));
    }
    const { atoms } = circuit.questions[key];
    const told = (/** @type {number} */ held) => {
      for (const atom of atoms) put(atom, atom === held ? -1 : 0);
      circuit.settle(can, cone);
      return cone.targets.map((atom) => can[middle + atom + 1]);
    };
    const one = told(atoms[0]);
    return atoms.slice(1).some((atom) => told(atom).some((sheets, place) => sheets !== one[place]));
  }

  /**
   * Is there such a pair at all? Only what is open has a variable, and only what can differ has one for the other sheet.
   * @param {string} key
   * @param {Answers} answers
   */
  isFound(key, answers) {
    const { circuit, cone } = this, middle = circuit.size, can = circuit.planes(answers, cone), solver = new Solver(0);
    const one = new Map(), other = new Map();
    const literals = (/** @type {number[]} */ way, /** @type {Map<number, number>[]} */ ...sheets) => way.filter((literal) => can[middle - literal])
      .map((literal) => Math.sign(literal) * sheets.find((each) => each.has(Math.abs(literal) - 1)).get(Math.abs(literal) - 1));
    for (const each of cone.questions) if (!(each in answers)) for (const sheet of each === key ? [one, other] : [one]) {
      const question = circuit.questions[each];
      question.atoms.forEach((atom) => sheet.set(atom, solver.variable()));
      answered(solver, question, question.atoms.map((atom) => sheet.get(atom)));
    }
    for (const atom of cone.gates) if (can[middle + atom + 1] && can[middle - atom - 1]) {
      const ways = circuit.data.gates[atom - circuit.data.inputs].filter((way) => way.every((literal) => can[middle + literal]));
      one.set(atom, solver.variable());
      solver.define(one.get(atom), ways.map((way) => literals(way, one)));
      if (!ways.some((way) => way.some((literal) => other.has(Math.abs(literal) - 1)))) continue;
      other.set(atom, solver.variable());
      solver.define(other.get(atom), ways.map((way) => literals(way, other, one)));
    }
    solver.add(...cone.targets.filter((atom) => other.has(atom)).map((atom) => {
      const differs = solver.variable(), sheets = [one.get(atom), other.get(atom)];
      solver.define(differs, [[sheets[0], -sheets[1]], [-sheets[0], sheets[1]]]);
      return differs;
    }));
    return solver.isPossible([]);
  }
}
