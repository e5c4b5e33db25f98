// Whether a question can matter to some targets: do two completions of a sheet differ in it alone, and in a target? Most
// that do are found by trying; a search over two copies of what is open finds the others, or that there are none.

import { Space } from "./space.js";

/**
 * @param {number[]} targets
 * @param {string} key of an open question
 * @param {{ circuit: import("./circuit.js").Circuit, can: Int32Array, open: number[] }} ahead what can be of each literal on the sheet, and on which atoms targets may depend
 */
export function isRelevant(targets, key, { circuit, can, open }) {
  const question = circuit.questions[key], { atoms } = question, { size, ways } = circuit, changed = new Uint8Array(size + 1), trial = can.slice();
  for (const atom of atoms) changed[atom] = 1;
  const isBelow = (/** @type {number} */ literal) => changed[Math.abs(literal)];
  for (const atom of open) if (ways[atom]?.some((way) => way.some(isBelow))) changed[atom] = 1;
  const gates = open.filter((atom) => changed[atom] && ways[atom]), ends = targets.filter(isBelow);
  const told = (/** @type {number} */ held) => {
    circuit.settle(circuit.put(trial, question, atoms.map((atom) => -(atom === held)), 0), gates);
    return ends.map((end) => trial[size + end]);
  };
  const [first, ...others] = atoms, one = told(first);
  if (others.some((atom) => told(atom).some((sheets, place) => (sheets ^ one[place]) << 1))) return true;

  const space = new Space(circuit, ends, can), other = (/** @type {number} */ literal) => (isBelow(literal) ? literal + Math.sign(literal) * size : literal);
  const differs = (/** @type {number} */ atom) => atom + 2 * size;
  space.answered(question, other);
  for (const atom of [...atoms, ...gates]) {
    space.add(-differs(atom), atom, other(atom));
    space.add(-differs(atom), -atom, -other(atom));
    const ways = space.ways(atom);
    if (!ways.length) continue;
    space.define(other(atom), ways.map((way) => way.map(other)));
    // An atom that counts as differing does, and so does something below it.
    space.add(-differs(atom), ...ways.flat().filter(isBelow).map((literal) => differs(Math.abs(literal))));
  }
  space.add(...ends.map(differs));
  return space.isPossible([]);
}
