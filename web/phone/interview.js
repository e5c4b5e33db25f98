// Which question comes next, and which answers still apply.

import { isAskedBeside } from "./likely.js";
import { Outlook } from "./outlook.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {import("./outlook.js").About} About */
/** @typedef {import("./outlook.js").Sheet} Sheet */
/** @typedef {ReturnType<Interview["replay"]>} Replay */

export class Interview extends Outlook {
  /** @param {import("./circuit.js").Circuit} circuit */
  constructor(circuit) {
    super(circuit);
    const { data } = circuit, { deciding } = this.relevance;
    // Of the refining questions, those that most lines read come first.
    this.order = { deciding: circuit.keys, refining: [...data.questions].sort((one, other) => other.read - one.read).map(({ key }) => key) };
    const asked = data.questions.filter(({ key }) => !deciding.cone.questions.includes(key));
    const keys = (/** @type {string} */ when) => asked.filter((question) => question.asked === when).map(({ key }) => key);
    this.first = keys("first");
    this.always = keys("always");
    this.with = data.questions.filter(({ asked, asked_with }) => asked_with.length && !asked).map(({ key }) => key);
  }

  /**
   * A sheet, with those given besides that can matter to it; and, where it is sought, the first question without one.
   * @param {Sheet} sheet
   * @param {Answers} given
   * @param {About} about
   * @param {boolean} seeking
   * @param {string[]} [beside] those asked even if they cannot matter, unless the step is of the gravest
   * @returns {[Sheet, string | undefined]}
   */
  applying(sheet, given, about, seeking, beside = []) {
    let kept = sheet, following;
    for (const key of this.order[about]) {
      if (key in kept.answers || (!(key in given) && (following || !seeking))) continue;
      if (!(beside.includes(key) && !this.ahead(kept).isGrave) && !this.matters(key, kept, about)) continue;
      if (key in given) kept = kept.with(key, given[key]);
      else following = key;
    }
    return [kept, following];
  }

  /**
   * The questions that are put even if they decide nothing.
   * @param {Answers} answers
   */
  asked(answers) {
    const { ends, isGrave } = this.ahead(this.sheet(answers));
    return [...this.first, ...this.askedOf(answers, [...(ends ? [] : this.always), ...(isGrave ? [] : this.with)])];
  }

  /**
   * Those of some questions that are asked before the step of whoever gave these answers.
   * @param {Answers} answers
   * @param {string[]} keys
   */
  askedOf(answers, keys) {
    const { data } = this.circuit;
    return keys.filter((key) => isAskedBeside(data, data.questions[this.circuit.keys.indexOf(key)], answers));
  }

  /**
   * The open questions among which all are that come before the step.
   * @param {Answers} answers
   */
  perhapsBeforeStep(answers) {
    const found = new Set([...this.perhaps(this.sheet(answers), "deciding"), ...this.asked(answers)]);
    Object.keys(answers).forEach((key) => found.delete(key));
    return found;
  }

  /**
   * The open questions that can change other advice but neither the step nor a safety line, the first so many.
   * @param {Answers} answers
   * @param {number} most
   */
  refining(answers, most) {
    const sheet = this.sheet(answers), open = this.order.refining.filter((key) => !(key in answers));
    const before = open.filter((key) => this.matters(key, sheet, "deciding"));
    if (!before.length && this.isOver(sheet)) return [];
    before.push(...this.asked(answers));
    const found = [];
    for (const key of open)
      if (found.length < most && !before.includes(key) && this.matters(key, sheet, "refining")) found.push(key);
    return found;
  }

  /**
   * The interview that answers give, from the first question on, with so many refining questions.
   * @param {Answers} given
   * @param {number} wanted
   */
  replay(given, wanted) {
    const open = (/** @type {string[]} */ keys) => keys.find((key) => !(key in given)), { first } = this;
    const inOrder = (/** @type {About} */ about, /** @type {string[]} */ keys) => this.order[about].filter((key) => keys.includes(key));
    let [sheet, following] = this.applying(this.empty, given, "deciding", true, this.askedOf(given, this.with));
    const over = !following && this.isOver(sheet), always = over ? [] : this.askedOf(given, this.always);
    for (const key of [...first, ...always]) if (key in given) sheet = sheet.with(key, given[key]);
    following = open(first) ?? following ?? open(always);
    const asked = [...Object.keys(sheet.answers), ...(following ? [following] : [])];
    const before = [
      ...first.filter((key) => asked.includes(key)),
      ...inOrder("deciding", asked.filter((key) => ![...first, ...this.always].includes(key))),
      ...always.filter((key) => asked.includes(key)),
    ];
    const deciding = before.length;
    if (!over) [sheet] = this.applying(sheet, given, "refining", false);
    const { answers } = sheet, refined = Object.keys(answers).filter((key) => !before.includes(key));
    if (!following && !over && refined.length < wanted) {
      following = this.order.refining.find((key) => !(key in answers) && this.matters(key, sheet, "refining"));
      if (following) refined.push(following);
    }
    const isBefore = following && before.includes(following);
    return {
      line: [...before, ...inOrder("refining", refined)],
      deciding,
      following,
      answers,
      perhaps: isBefore ? this.perhapsBeforeStep(answers) : /** @type {Set<string>} */ (new Set()),
    };
  }
}
