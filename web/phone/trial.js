// Sheets that are tried at once: the ways of people most like this one, with these answers; what they were not asked is
// answered in some way. Quick to show that something can be, and never a proof that it cannot.

import { NOT_ASKED, offEach } from "./likely.js";

/** How many: as many as a whole number has bits. */
const SHEETS = 32;

export class Trial {
  /**
   * @param {import("./circuit.js").Circuit} circuit
   * @param {import("./circuit.js").Cone} cone
   * @param {import("./circuit.js").Answers} answers
   */
  constructor(circuit, cone, answers) {
    this.circuit = circuit;
    this.can = new Int32Array(2 * circuit.size + 1);
    const off = offEach(circuit.data, answers), alike = [...off.keys()].sort((one, other) => off[one] - off[other]);
    for (const key of cone.questions) {
      const question = circuit.questions[key], { atom: first, atoms, ways, said } = question, sheets = atoms.map(() => 0);
      const set = (/** @type {number} */ sheet, /** @type {number[]} */ held) => held.forEach((atom) => (sheets[atom - first] |= sheet));
      if (key in answers) set(-1, circuit.held(question, answers[key]));
      else for (let sheet = 0, known = []; sheet < SHEETS; sheet++) {
        const place = sheet < alike.length ? ways.charCodeAt(alike[sheet]) - NOT_ASKED : 0;
        set(1 << sheet, place ? (known[place] ??= circuit.held(question, said[place - 1])) : [atoms[(sheet + first) % atoms.length]]);
      }
      this.put(atoms, sheets);
    }
    circuit.settle(this.can, cone.gates);
  }

  /**
   * @param {number[]} atoms
   * @param {number[]} sheets of each atom those on which it holds
   */
  put(atoms, sheets) {
    atoms.forEach((atom, place) => {
      this.can[this.circuit.size + atom + 1] = sheets[place];
      this.can[this.circuit.size - atom - 1] = ~sheets[place];
    });
  }

  /** On which sheets an atom holds, as far as it was worked out: -1 for all. */
  holds(/** @type {number} */ atom) {
    return this.can[this.circuit.size + atom + 1];
  }

  /**
   * On which sheets targets hold once some atoms of a question do on all of them, and its others do not.
   * @param {string} key
   * @param {number[]} held
   * @param {number[]} gates those that this can change
   * @param {number[]} targets
   */
  told(key, held, gates, targets) {
    const { circuit, can } = this, { atoms } = circuit.questions[key];
    this.put(atoms, atoms.map((atom) => (held.includes(atom) ? -1 : 0)));
    circuit.settle(can, gates);
    return targets.map((atom) => this.holds(atom));
  }
}
