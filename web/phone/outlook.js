// What can still come out for whoever gave some answers, and which questions can matter to that. What cannot is found by
// three values; what that leaves is settled exactly.

import { Relevance } from "./relevance.js";
import { Space } from "./space.js";
import { Trial } from "./trial.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {"deciding" | "refining"} About what a question can matter to: the step and safety lines, or other advice */

/** Answers with what was found for them. Those that begin alike share it, as an interview is run again for each answer. */
export class Sheet {
  /** @param {Answers} answers */
  constructor(answers) {
    this.answers = answers;
    this.found = new Map();
  }

  /**
   * What was found before, or is found now.
   * @template Found
   * @param {string} what
   * @param {() => Found} find
   * @returns {Found}
   */
  once(what, find) {
    if (!this.found.has(what)) this.found.set(what, find());
    return this.found.get(what);
  }

  /**
   * The sheet with an answer more.
   * @param {string} key
   * @param {import("./circuit.js").Answer} answer
   */
  with(key, answer) {
    return this.once(`${key} ${JSON.stringify(answer)}`, () => new Sheet({ ...this.answers, [key]: answer }));
  }
}

export class Outlook {
  /** @param {import("./circuit.js").Circuit} circuit */
  constructor(circuit) {
    const { data } = circuit, atoms = (/** @type {{ atom: number }[]} */ entries) => entries.map(({ atom }) => atom);
    this.circuit = circuit;
    /** @type {Record<About, Relevance>} */
    this.relevance = {
      deciding: new Relevance(circuit, atoms([...data.steps, ...circuit.lines.filter(({ safety }) => safety)])),
      refining: new Relevance(circuit, atoms(circuit.lines.filter(({ safety }) => !safety))),
    };
    /** @type {Space | null} */
    this.steps = null;
    this.forget();
  }

  /** Drops what was found from anybody's answers. */
  forget() {
    this.empty = new Sheet({});
  }

  /** The space of all steps; made when it is first needed. */
  get space() {
    return (this.steps ??= new Space(this.circuit, this.circuit.data.steps.map(({ atom }) => atom)));
  }

  /** @param {Answers} answers */
  sheet(answers) {
    return Object.entries(answers).reduce((sheet, [key, answer]) => sheet.with(key, answer), this.empty);
  }

  /**
   * What can still come out: whether only steps that end the interview can, whether one of them surely does, whether that
   * or one of the first stage does, and the open questions that may matter to the step, none once it ends.
   * @param {Sheet} sheet
   */
  ahead(sheet) {
    return sheet.once("ahead", () => {
      const { circuit, relevance: { deciding: { cone } } } = this, middle = circuit.size, can = circuit.planes(sheet.answers, cone);
      const steps = circuit.data.steps.filter(({ atom }) => can[middle + atom + 1]), ending = steps.filter((step) => step.ends_interview);
      const surelyEnds = ending.length === steps.length, certain = steps.find(({ atom }) => !can[middle - atom - 1]);
      const ends = certain ? certain.ends_interview : ending.length > 0 && this.isOver(sheet) && this.comesOut(sheet);
      const isGrave = ends || steps.every(({ key }) => Object.values(circuit.data.stages)[0].includes(key));
      return { surelyEnds, ends, isGrave, perhaps: ends ? /** @type {Set<string>} */ (new Set()) : circuit.dependsOn(can, cone) };
    });
  }

  /**
   * Is the step certain that comes out with all others unknown? Three values may not see it. Trying mostly shows another.
   * @param {Sheet} sheet
   */
  comesOut(sheet) {
    const { circuit, space, relevance: { deciding: { cone } } } = this, { atom } = this.concluded(sheet);
    return new Trial(circuit, cone, sheet.answers).holds(atom) === -1 && !space.isPossible([...space.given(sheet.answers), -atom - 1]);
  }

  /**
   * Does every step that can still come out end the interview?
   * @param {Answers} answers
   */
  surelyEnds(answers) {
    return this.ahead(this.sheet(answers)).surelyEnds;
  }

  /**
   * Is a step certain that ends the interview?
   * @param {Answers} answers
   */
  ends(answers) {
    return this.ahead(this.sheet(answers)).ends;
  }

  /**
   * The open questions that three values cannot rule out.
   * @param {Sheet} sheet
   * @param {About} about
   */
  perhaps(sheet, about) {
    const { perhaps, ends } = this.ahead(sheet), { circuit, relevance: { refining: { cone } } } = this;
    if (ends || about === "deciding") return perhaps;
    return sheet.once(about, () => circuit.dependsOn(circuit.planes(sheet.answers, cone), cone));
  }

  /**
   * Can the answer to a question still matter?
   * @param {string} key
   * @param {Sheet} sheet
   * @param {About} about
   */
  matters(key, sheet, about) {
    return this.perhaps(sheet, about).has(key)
      && sheet.once(`${about} ${key}`, () => this.relevance[about].matters(key, sheet.answers));
  }

  /**
   * The step that comes out with all other answers unknown.
   * @param {Sheet} sheet
   */
  concluded(sheet) {
    const { circuit, relevance: { deciding: { cone } } } = this;
    return sheet.once("concluded", () => circuit.concluded(sheet.answers, cone));
  }

  /**
   * Do answers end the interview, with all others unknown?
   * @param {Sheet} sheet
   */
  isOver(sheet) {
    return this.concluded(sheet).ends_interview;
  }
}
