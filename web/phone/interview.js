// What can still come out for whoever gave some answers, which question comes next, and which answers still apply. What
// cannot matter is found by three values; what that leaves is settled exactly.

import { Circuit } from "./circuit.js";
import { besides } from "./likely.js";
import { isRelevant } from "./relevance.js";
import { Space } from "./space.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {"deciding" | "refining"} About what a question can matter to: the step and safety lines, or other advice */
/** @typedef {ReturnType<Interview["replay"]>} Replay */

/** Answers with what was found for them. Those that begin alike share it, as an interview is run again for each answer. */
class Sheet {
  /** @param {Answers} answers */
  constructor(answers) {
    this.answers = answers;
    /** @type {Record<string, any>} */
    this.found = {};
  }

  /**
   * What was found before, or is found now.
   * @template Found
   * @param {string} what
   * @param {() => Found} find
   * @returns {Found}
   */
  once(what, find) {
    return (this.found[what] ??= find());
  }

  /**
   * The sheet with an answer more.
   * @param {string} key
   * @param {import("./circuit.js").Answer} answer
   * @returns {Sheet}
   */
  with(key, answer) {
    return this.once(JSON.stringify([key, answer]), () => new Sheet({ ...this.answers, [key]: answer }));
  }
}

export class Interview {
  /**
   * @param {import("./circuit.js").Data} data
   * @param {() => void} complete adds to the data what comes after the first gates, where it is not there yet
   */
  constructor(data, complete = () => {}) {
    const atoms = (/** @type {{ atom: number }[]} */ entries) => entries.map(({ atom }) => atom);
    const lines = (/** @type {boolean} */ safe) => data.advice.filter(({ safety }) => safety === safe);
    this.complete = complete;
    /** That of what comes before the step, which is a part of the whole. */
    this.circuit = new Circuit(data, data.first_gates);
    this.targets = { steps: atoms(data.steps), deciding: atoms([...data.steps, ...lines(true)]), refining: atoms(lines(false)) };
    /** @type {Circuit | null} */
    this.all = null;
    /** @type {Space | null} */
    this.steps = null;
    this.forget();
  }

  /** Drops what was found from anybody's answers. */
  forget() {
    this.empty = new Sheet({});
  }

  /** The circuit of all that is told; made when it is first needed. */
  get whole() {
    this.complete();
    return (this.all ??= new Circuit(this.circuit.data));
  }

  /** The space of all steps; made when it is first needed. */
  get space() {
    return (this.steps ??= new Space(this.circuit, this.targets.steps, this.circuit.base));
  }

  /**
   * The sheet with those answers more that are given to some questions. In the order of asking, it is found again.
   * @param {Answers} given
   * @param {string[]} keys
   * @param {Sheet} sheet
   */
  sheet(given, keys = Object.keys(given), sheet = this.empty) {
    return keys.filter((key) => key in given).reduce((kept, key) => kept.with(key, given[key]), sheet);
  }

  /**
   * What can be of each literal on a sheet, on which atoms and questions what is not yet certain may still depend, and which
   * steps can still come out, as far as three values tell.
   * @param {Sheet} sheet
   * @param {About} about
   */
  ahead(sheet, about) {
    return sheet.once(about, () => {
      const circuit = about === "deciding" ? this.circuit : this.whole, can = circuit.planes(sheet.answers), open = circuit.open(can, this.targets[about]);
      return { circuit, can, open, perhaps: circuit.questionsOf(open), steps: circuit.data.steps.filter(({ atom }) => can[circuit.size + atom] < 0) };
    });
  }

  /**
   * Can the answer to a question still matter? None can once a step is certain that ends the interview.
   * @param {string} key
   * @param {Sheet} sheet
   * @param {About} about
   */
  matters(key, sheet, about) {
    const ahead = this.ahead(sheet, about);
    return !this.ends(sheet) && ahead.perhaps.includes(key) && sheet.once(about + key, () => isRelevant(this.targets[about], key, ahead));
  }

  /**
   * Is a step certain that ends the interview? It comes out on all sheets that are tried, but three values may not see it.
   * @param {Sheet} sheet
   */
  ends(sheet) {
    return sheet.once("ends", () => {
      const { size } = this.circuit, { can, steps } = this.ahead(sheet, "deciding"), sure = steps.find(({ atom }) => can[size + atom] === -1);
      return Boolean(sure?.ends_interview) && (!can[size - sure.atom] || !this.space.isPossible([...this.space.given(sheet.answers), -sure.atom]));
    });
  }

  /**
   * Is the step of the first stage, or certain to end the interview, whatever else is answered?
   * @param {Sheet} sheet
   */
  isGrave(sheet) {
    return this.ends(sheet) || this.ahead(sheet, "deciding").steps.every((step) => step.gravest);
  }

  /**
   * Are so many asked that what decides nothing waits until after the step?
   * @param {Sheet} sheet
   */
  isLong(sheet) {
    const { first, always, most } = this.circuit.data.order, counted = (/** @type {string} */ key) => !first.includes(key) && !always.includes(key);
    return Object.keys(sheet.answers).filter(counted).length >= most;
  }

  /**
   * A sheet, with those given besides that can matter to it; and, where it is sought, the first question without one.
   * @param {Sheet} sheet
   * @param {Answers} given
   * @param {About} about
   * @param {boolean} seeking
   * @param {string[]} [beside] those asked even if they cannot matter, while few are asked and the step is not of the gravest
   * @returns {[Sheet, string | undefined]}
   */
  applying(sheet, given, about, seeking, beside = []) {
    let following;
    for (const key of this.circuit.data.order[about]) {
      if (key in sheet.answers || !(key in given || (seeking && !following))) continue;
      if (!(beside.includes(key) && !this.isLong(sheet) && !this.isGrave(sheet)) && !this.matters(key, sheet, about)) continue;
      if (key in given) sheet = sheet.with(key, given[key]);
      else following = key;
    }
    return [sheet, following];
  }

  /**
   * The questions that are put even if they decide nothing.
   * @param {Sheet} sheet
   */
  asked(sheet) {
    const { first, always, beside } = this.circuit.data.order, isAsked = besides(this.circuit, sheet.answers);
    return [...first, ...(this.ends(sheet) ? [] : always.filter(isAsked)), ...(this.isLong(sheet) || this.isGrave(sheet) ? [] : beside.filter(isAsked))];
  }

  /**
   * The open questions among which all are that come before the step.
   * @param {Answers} answers
   */
  perhapsBeforeStep(answers) {
    const sheet = this.sheet(answers);
    return [...new Set([...(this.ends(sheet) ? [] : this.ahead(sheet, "deciding").perhaps), ...this.asked(sheet)])].filter((key) => !(key in answers));
  }

  /**
   * The open questions that can change other advice but neither the step nor a safety line, the first so many.
   * @param {Answers} answers
   * @param {number} most
   */
  refining(answers, most) {
    const sheet = this.sheet(answers), asked = this.asked(sheet), found = [];
    for (const key of this.circuit.data.order.refining) if (found.length < most && !(key in answers) && !asked.includes(key)
      && !this.matters(key, sheet, "deciding") && this.matters(key, sheet, "refining")) found.push(key);
    return found;
  }

  /**
   * The interview that answers give, from the first question on, with so many refining questions.
   * @param {Answers} given
   * @param {number} wanted
   */
  replay(given, wanted) {
    const { order } = this.circuit.data, isAsked = besides(this.circuit, given), isOpen = (/** @type {string} */ key) => !(key in given);
    let [sheet, following] = this.applying(this.sheet(given, order.first), given, "deciding", true, order.beside.filter(isAsked));
    const always = !following && this.ends(sheet) ? [] : order.always.filter(isAsked);
    sheet = this.sheet(given, always, sheet);
    following = order.first.find(isOpen) ?? following ?? always.find(isOpen);
    const isThere = (/** @type {string} */ key) => key in sheet.answers || key === following, before = order.deciding.filter(isThere);
    [sheet] = this.applying(sheet, given, "refining", false);
    const { answers } = sheet;
    if (!following && Object.keys(answers).length < before.length + wanted)
      following = order.refining.find((key) => !(key in answers) && this.matters(key, sheet, "refining"));
    const line = [...before, ...order.refining.filter((key) => isThere(key) && !before.includes(key))];
    return {
      line, answers, deciding: before.length,
      /** Where the first open question stands, or the end. */
      place: following ? line.indexOf(following) : line.length,
      /** The open questions among which those before the step are; none where none is. */
      perhaps: before.includes(following) ? this.perhapsBeforeStep(answers) : [],
    };
  }
}
