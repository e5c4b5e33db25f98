// Whether a question can matter to some targets: do two completions of a sheet differ in it alone, and in a target? Most
// that do are found by trying; a search over two copies of what is open finds the others, or that there are none.

import { Space } from "./space.js";

/**
 * @param {import("./circuit.js").Circuit} circuit
 * @param {number[]} targets
 * @param {string} key of an open question
 * @param {{ can: Int32Array, open: number[] }} ahead what can be of each literal on the sheet, and on which atoms targets may depend
 */
export function isRelevant(circuit, targets, key, { can, open }) {
  const question = circuit.questions[key], { atoms } = question, { size, ways } = circuit, changed = new Set(atoms), trial = can.slice();
  const isBelow = (/** @type {number} */ literal) => changed.has(Math.abs(literal));
  const gates = open.filter((atom) => ways[atom]?.some((way) => way.some(isBelow)) && changed.add(atom)), ends = targets.filter((atom) => changed.has(atom));
  const told = (/** @type {number} */ held) => {
    circuit.settle(circuit.put(trial, question, atoms.map((atom) => -(atom === held)), 0), gates);
    return ends.map((end) => trial[size + end]);
  };
  const [first, ...others] = atoms, one = told(first);
  if (others.some((atom) => told(atom).some((sheets, place) => (sheets ^ one[place]) << 1))) return true;

  const space = new Space(circuit, ends, can, 2), other = (/** @type {number} */ literal) => (isBelow(literal) ? literal + Math.sign(literal) * size : literal);
  const differs = (/** @type {number} */ atom) => atom + 2 * size;
  space.answered(question, other);
  for (const atom of changed) {
    const ways = space.ways(atom);
    if (ways.length) space.define(other(atom), ways.map((way) => way.map(other)));
    // An atom that counts as differing does, and so does something below it.
    space.add(-differs(atom), atom, other(atom));
    space.add(-differs(atom), -atom, -other(atom));
    if (ways.length) space.add(-differs(atom), ...ways.flat().filter(isBelow).map((literal) => differs(Math.abs(literal))));
  }
  space.add(...ends.map(differs));
  return space.isPossible([]);
}
