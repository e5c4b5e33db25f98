// Which question comes next, and which answers still apply. What cannot matter is found by three values; what that
// leaves is settled exactly.

import { Relevance } from "./space.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {"deciding" | "refining"} About what a question can matter to: the step and safety lines, or other advice */
/** @typedef {ReturnType<Interview["replay"]>} Replay */

export class Interview {
  /** @param {import("./circuit.js").Circuit} circuit */
  constructor(circuit) {
    const { data } = circuit, safety = (/** @type {{ safety: boolean }} */ line) => line.safety;
    this.circuit = circuit;
    this.targets = {
      deciding: [...data.steps, ...circuit.lines.filter(safety)].map(({ atom }) => atom),
      refining: circuit.lines.filter((line) => !safety(line)).map(({ atom }) => atom),
    };
    const can = new Set(circuit.cone(this.targets.deciding).questions);
    const asked = data.questions.filter(({ key }) => !can.has(key));
    const keys = (/** @type {string} */ when) => asked.filter((question) => question.asked === when).map(({ key }) => key);
    this.first = keys("first");
    this.always = keys("always");
    this.forget();
  }

  /** Drops what was found from anybody's answers. */
  forget() {
    this.found = new Map();
    /** @type {Partial<Record<About, Relevance>>} */
    this.relevance = {};
  }

  /**
   * Does every step that can still come out end the interview?
   * @param {Answers} answers
   */
  surelyEnds(answers) {
    const can = this.circuit.planes(answers), middle = this.circuit.size;
    return this.circuit.data.steps.every(({ atom, ends_interview }) => ends_interview || !can[middle + atom + 1]);
  }

  /**
   * What was found for some answers before, or is found now: an interview is run again for each answer.
   * @template Found
   * @param {string} what
   * @param {Answers} answers
   * @param {() => Found} find
   * @returns {Found}
   */
  once(what, answers, find) {
    const place = what + JSON.stringify(answers);
    if (!this.found.has(place)) this.found.set(place, find());
    return this.found.get(place);
  }

  /**
   * Is a step certain that ends the interview?
   * @param {Answers} answers
   */
  ends(answers) {
    return this.once("ends", answers, () => this.circuit.step(this.circuit.planes(answers))?.ends_interview);
  }

  /**
   * The open questions that three values cannot rule out; none once a step is certain that ends the interview.
   * @param {Answers} answers
   * @param {About} about
   * @returns {Set<string>}
   */
  perhaps(answers, about) {
    return this.once(about, answers, () => {
      const can = this.circuit.planes(answers);
      return this.circuit.step(can)?.ends_interview ? new Set() : this.circuit.dependsOn(can, this.targets[about]);
    });
  }

  /**
   * Can the answer to a question still matter?
   * @param {string} key
   * @param {Answers} answers
   * @param {About} about
   */
  matters(key, answers, about) {
    if (!this.perhaps(answers, about).has(key)) return false;
    return this.once(`${key} ${about}`, answers, () => {
      this.relevance[about] ??= new Relevance(this.circuit, this.targets[about]);
      return this.relevance[about].matters(key, answers);
    });
  }

  /**
   * The first open question that matters to answers.
   * @param {Answers} answers
   * @param {About} about
   */
  next(answers, about) {
    return this.circuit.keys.find((key) => !(key in answers) && this.matters(key, answers, about));
  }

  /**
   * Answers, with those given besides that can matter to them; and, where it is sought, the first question without one.
   * @param {Answers} answers
   * @param {Answers} given
   * @param {About} about
   * @param {boolean} seeking
   * @returns {[Answers, string | undefined]}
   */
  applying(answers, given, about, seeking) {
    let kept = answers, following;
    for (const key of this.circuit.keys) {
      if (key in kept || (!(key in given) && (following || !seeking)) || !this.matters(key, kept, about)) continue;
      if (key in given) kept = { ...kept, [key]: given[key] };
      else following = key;
    }
    return [kept, following];
  }

  /**
   * Do answers end the interview, with all others unknown?
   * @param {Answers} answers
   */
  isOver(answers) {
    return this.circuit.step(this.circuit.planes(answers, true)).ends_interview;
  }

  /**
   * The questions that are put although they decide nothing.
   * @param {Answers} answers
   */
  asked(answers) {
    return this.ends(answers) ? this.first : [...this.first, ...this.always];
  }

  /**
   * The open questions among which all are that come before the step.
   * @param {Answers} answers
   */
  perhapsBeforeStep(answers) {
    const found = new Set([...this.perhaps(answers, "deciding"), ...this.asked(answers)]);
    Object.keys(answers).forEach((key) => found.delete(key));
    return found;
  }

  /**
   * The open questions that can change other advice but neither the step nor a safety line, the first so many.
   * @param {Answers} answers
   * @param {number} most
   */
  refining(answers, most) {
    const before = new Set(this.circuit.keys.filter((key) => !(key in answers) && this.matters(key, answers, "deciding")));
    if (!before.size && this.isOver(answers)) return [];
    this.asked(answers).forEach((key) => before.add(key));
    const found = [];
    for (const key of this.circuit.keys)
      if (found.length < most && !(key in answers) && !before.has(key) && this.matters(key, answers, "refining")) found.push(key);
    return found;
  }

  /**
   * The interview that answers give, from the first question on, with so many refining questions.
   * @param {Answers} given
   * @param {number} wanted
   */
  replay(given, wanted) {
    const open = (/** @type {string[]} */ keys) => keys.find((key) => !(key in given)), { first } = this;
    const inOrder = (/** @type {string[]} */ keys) => this.circuit.keys.filter((key) => keys.includes(key));
    let [kept, following] = this.applying({}, given, "deciding", true);
    const over = !following && this.isOver(kept), always = over ? [] : this.always;
    kept = { ...kept };
    for (const key of [...first, ...always]) if (key in given) kept[key] = given[key];
    following = open(first) ?? following ?? open(always);
    const asked = [...Object.keys(kept), ...(following ? [following] : [])];
    const before = [
      ...first.filter((key) => asked.includes(key)),
      ...inOrder(asked.filter((key) => ![...first, ...this.always].includes(key))),
      ...always.filter((key) => asked.includes(key)),
    ];
    const deciding = before.length;
    if (!over) [kept] = this.applying(kept, given, "refining", false);
    const refined = Object.keys(kept).filter((key) => !before.includes(key));
    if (!following && !over && refined.length < wanted) {
      following = this.next(kept, "refining");
      if (following) refined.push(following);
    }
    const isBefore = following && before.includes(following);
    return {
      line: [...before, ...inOrder(refined)],
      deciding,
      following,
      answers: kept,
      perhaps: isBefore ? this.perhapsBeforeStep(kept) : /** @type {Set<string>} */ (new Set()),
    };
  }
}
