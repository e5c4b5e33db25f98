// A conversation is one person's way through an interview, and is never changed: each move gives another.

import { likelyMore } from "./likely.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./interview.js").Replay} Replay */

const firstOpen = (/** @type {Replay} */ replay) => (replay.following ? replay.line.indexOf(replay.following) : replay.line.length);

export class Conversation {
  wanted = 0;
  returning = false;
  bound = Infinity;
  /** @type {Answers} those that the last answer, to the question `by`, made pointless */
  aside = {};
  by = "";

  /**
   * @param {Interview} interview
   * @param {Replay} replay
   * @param {number} place of the question in view
   */
  constructor(interview, replay, place) {
    this.interview = interview;
    this.replay = replay;
    this.place = place;
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

  /**
   * This one, but for some of it.
   * @param {Partial<Conversation>} changed
   */
  but(changed) {
    return Object.assign(new Conversation(this.interview, this.replay, this.place), this, changed);
  }

  /** @param {number} place */
  at(place, returning = false) {
    return this.but({ place, returning });
  }

  /**
   * @param {Answers} answers
   * @param {number} wanted
   * @param {number} bound
   */
  with(answers, wanted, bound) {
    return this.but({ replay: this.interview.replay(answers, wanted), wanted, bound, returning: false });
  }

  /** A bound on how many more questions come before the step, with the open one. */
  get atMost() {
    const { following, line, deciding, perhaps } = this.replay;
    return line.slice(0, deciding).includes(following) ? Math.min(this.bound, perhaps.size) : 0;
  }

  /** The answers that count as given before the question in view. */
  get before() {
    const { line, answers } = this.replay, key = line[this.place];
    const counted = this.returning ? line.filter((each) => each in answers) : line.slice(0, this.place);
    return Object.fromEntries(counted.filter((each) => each !== key).map((each) => [each, answers[each]]));
  }

  /** A bound on how many questions come after the one in view. */
  get atMostMore() {
    const { line, deciding, answers } = this.replay, key = this.question.key;
    if (this.isRefining) return Math.max(line.length - this.place - 1, this.wanted - (this.place + 1 - deciding));
    const found = this.interview.perhapsBeforeStep(this.before);
    found.delete(key);
    return this.returning && !(key in answers) ? Math.min(found.size, Math.max(0, this.atMost - 1)) : found.size;
  }

  /** How many questions come after the one in view before the step, most likely; null if unknown. */
  get likelyMore() {
    const likely = likelyMore(this.interview.circuit.data, this.before);
    return likely === null ? null : Math.max(0, Math.min(likely - 1, this.atMostMore));
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
