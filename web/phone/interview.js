// Which question comes next, and which answers still apply. What cannot matter is found by three values; what that
// leaves is settled exactly. A conversation is one person's way through it, and is never changed: each move gives another.

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

const firstOpen = (/** @type {Replay} */ replay) => (replay.following ? replay.line.indexOf(replay.following) : replay.line.length);

export class Conversation {
  /**
   * `aside` are the answers that the last answer, to the question `by`, made pointless.
   * @param {Interview} interview
   * @param {Replay} replay
   * @param {number} place of the question in view
   */
  constructor(interview, replay, place, wanted = 0, returning = false, bound = Infinity, aside = /** @type {Answers} */ ({}), by = "") {
    this.interview = interview;
    this.replay = replay;
    this.place = place;
    this.wanted = wanted;
    this.returning = returning;
    this.bound = bound;
    this.aside = aside;
    this.by = by;
  }

  /**
   * A conversation at its first open question, with those answers that apply.
   * @param {Interview} interview
   * @param {Answers} answers
   */
  static begun(interview, answers = {}) {
    const replay = interview.replay(answers, 0);
    return new Conversation(interview, replay, firstOpen(replay));
  }

  get answers() {
    return this.replay.answers;
  }

  get question() {
    return this.interview.circuit.questions[this.replay.line[this.place]];
  }

  get isRefining() {
    return this.place >= this.replay.deciding;
  }

  /** @param {number} place */
  at(place, returning = false) {
    return new Conversation(this.interview, this.replay, place, this.wanted, returning, this.bound, this.aside, this.by);
  }

  /**
   * @param {Answers} answers
   * @param {number} wanted
   * @param {number} bound
   */
  with(answers, wanted, bound) {
    const replay = this.interview.replay(answers, wanted);
    return new Conversation(this.interview, replay, this.place, wanted, false, bound, this.aside, this.by);
  }

  /** A bound on how many more questions come before the step, with the open one. */
  get atMost() {
    const { following, line, deciding, perhaps } = this.replay;
    return line.slice(0, deciding).includes(following) ? Math.min(this.bound, perhaps.size) : 0;
  }

  /** A bound on how many questions come after the one in view. */
  get atMostMore() {
    const { line, deciding, answers } = this.replay, key = this.question.key;
    if (this.isRefining) return Math.max(line.length - this.place - 1, this.wanted - (this.place + 1 - deciding));
    const counted = this.returning ? line.filter((each) => each in answers) : line.slice(0, this.place);
    const before = Object.fromEntries(counted.filter((each) => each !== key).map((each) => [each, answers[each]]));
    const found = this.interview.perhapsBeforeStep(before);
    found.delete(key);
    return this.returning && !(key in answers) ? Math.min(found.size, Math.max(0, this.atMost - 1)) : found.size;
  }

  /**
   * The question in view answered; then the next one or, after a change, the first that is open. Where the answer to it
   * had just put others aside, these apply again.
   * @param {import("./circuit.js").Answer} answer
   */
  answered(answer) {
    const { key } = this.question, before = this.answers[key];
    const same = JSON.stringify(answer) === JSON.stringify(before);
    const bound = before === undefined ? Math.max(0, this.atMost - 1) : same ? this.bound : Infinity;
    const undone = key === this.by, given = { ...(undone ? this.aside : {}), ...this.answers, [key]: answer };
    const after = this.with(given, this.wanted, bound), { line, following, answers: kept } = after.replay;
    const dropped = Object.entries(given).filter(([each]) => !(each in kept) && each !== key);
    after.aside = Object.fromEntries(dropped);
    after.by = dropped.length ? key : "";
    if (undone) return after.on();
    if (this.returning && following) return after.at(line.indexOf(following), true);
    return this.returning || !line.includes(key) ? after.on() : after.at(line.indexOf(key) + 1);
  }

  back() {
    return this.at(Math.max(0, this.place - 1));
  }

  /** @param {string} key */
  changing(key) {
    const kept = this.enough();
    return kept.at(kept.replay.line.indexOf(key), true);
  }

  on() {
    return this.at(firstOpen(this.replay));
  }

  /**
   * Some refining questions more are agreed to.
   * @param {number} most
   */
  fitting(most) {
    return this.with(this.answers, this.refined() + most, this.bound).on();
  }

  /**
   * How many refining questions can be offered now, of so many at most with those that are answered already.
   * @param {number} most
   */
  onOffer(most) {
    const left = most - this.refined();
    return left > 0 ? this.interview.refining(this.answers, left).length : 0;
  }

  /** How many refining questions have an answer. */
  refined() {
    const { line, deciding, answers } = this.replay;
    return line.slice(deciding).filter((key) => key in answers).length;
  }

  enough() {
    return this.with(this.answers, 0, this.bound).on();
  }

  /** Is the step one that ends the interview, so that nobody has to look over their answers first? */
  get endsAtOnce() {
    return this.interview.ends(this.answers);
  }
}
