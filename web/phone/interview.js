// Which question comes next, and which answers still apply. What cannot matter is found by three values; what that
// leaves is settled exactly.

import { isAskedBeside } from "./likely.js";
import { Relevance } from "./relevance.js";
import { Space } from "./space.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {"deciding" | "refining"} About what a question can matter to: the step and safety lines, or other advice */
/** @typedef {ReturnType<Interview["replay"]>} Replay */

/** Answers with what was found for them. Those that begin alike share it, as an interview is run again for each answer. */
class Sheet {
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

export class Interview {
  /** @param {import("./circuit.js").Circuit} circuit */
  constructor(circuit) {
    const { data } = circuit, atoms = (/** @type {{ atom: number }[]} */ entries) => entries.map(({ atom }) => atom);
    this.circuit = circuit;
    /** @type {Record<About, Relevance>} */
    this.relevance = {
      deciding: new Relevance(circuit, atoms([...data.steps, ...circuit.lines.filter(({ safety }) => safety)])),
      refining: new Relevance(circuit, atoms(circuit.lines.filter(({ safety }) => !safety))),
    };
    // Of the refining questions, those that most lines read come first.
    this.order = { deciding: circuit.keys, refining: [...data.questions].sort((one, other) => other.read - one.read).map(({ key }) => key) };
    /** @type {Space | null} */
    this.steps = null;
    const asked = data.questions.filter(({ key }) => !this.relevance.deciding.cone.questions.includes(key));
    const keys = (/** @type {string} */ when) => asked.filter((question) => question.asked === when).map(({ key }) => key);
    this.first = keys("first");
    this.always = keys("always");
    this.with = data.questions.filter(({ asked, asked_with }) => asked_with.length && !asked).map(({ key }) => key);
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
   * Is the step certain that comes out with all others unknown? Three values may not see it.
   * @param {Sheet} sheet
   */
  comesOut(sheet) {
    return !this.space.isPossible([...this.space.given(sheet.answers), -this.concluded(sheet).atom - 1]);
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
   * The step that comes out with all other answers unknown.
   * @param {Sheet} sheet
   */
  concluded(sheet) {
    const { circuit, relevance: { deciding: { cone } } } = this;
    return sheet.once("concluded", () => {
      const can = circuit.planes(sheet.answers, cone, true);
      return circuit.data.steps.find(({ atom }) => can[circuit.size + atom + 1]);
    });
  }

  /**
   * Do answers end the interview, with all others unknown?
   * @param {Sheet} sheet
   */
  isOver(sheet) {
    return this.concluded(sheet).ends_interview;
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
