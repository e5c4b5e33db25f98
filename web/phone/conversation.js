// A conversation is one person's way through an interview, and is never changed: each move gives another.

import { likelyMore } from "./likely.js";

/** @typedef {import("./circuit.js").Answers} Answers */

export class Conversation {
  wanted = 0;
  returning = false;
  bound = Infinity;
  /** @type {Answers} those that the last answer, to the question `by`, made pointless */
  aside = {};
  by = "";

  /**
   * A conversation at its first open question, with those answers that apply.
   * @param {import("./interview.js").Interview} interview
   * @param {Answers} answers
   */
  constructor(interview, answers = {}) {
    this.interview = interview;
    this.replay = interview.replay(answers, 0);
    /** Where the question in view stands in the line. */
    this.place = this.replay.place;
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
   * @returns {Conversation}
   */
  but(changed) {
    return Object.assign(Object.create(Conversation.prototype), this, changed);
  }

  /** @param {number} place */
  at(place, returning = false) {
    return this.but({ place, returning });
  }

  /** With the first open question in view. */
  on() {
    return this.at(this.replay.place);
  }

  /**
   * With so many refining questions.
   * @param {number} wanted
   */
  wanting(wanted) {
    return this.but({ replay: this.interview.replay(this.answers, wanted), wanted }).on();
  }

  /** A bound on how many more questions come before the step, after the open one. */
  get atMostAfter() {
    return Math.max(0, Math.min(this.bound, this.replay.perhaps.length) - 1);
  }

  /** Is a question in view whose answer is being changed? */
  get isChanging() {
    return this.returning && this.question.key in this.answers;
  }

  /** The answers that count as given before the question in view. */
  get before() {
    const { answers, replay: { line }, question: { key } } = this;
    const counted = this.returning ? line.filter((each) => each in answers && each !== key) : line.slice(0, this.place);
    return Object.fromEntries(counted.map((each) => [each, answers[each]]));
  }

  /** A bound on how many questions come after the one in view. */
  get atMostMore() {
    const { line, deciding } = this.replay, { key } = this.question;
    if (this.isRefining) return Math.max(line.length - this.place - 1, this.wanted - (this.place + 1 - deciding));
    const found = this.interview.perhapsBeforeStep(this.before).filter((each) => each !== key).length;
    return this.returning && !(key in this.answers) ? Math.min(found, this.atMostAfter) : found;
  }

  /** How many questions come after the one in view before the step, most likely; null if unknown. */
  get likelyMore() {
    const likely = likelyMore(this.interview.circuit, this.before);
    return likely === null ? null : Math.max(0, Math.min(likely - 1, this.atMostMore));
  }

  /**
   * The question in view answered; then the next one or, after a change, the first that is open. Where the answer to it
   * had just put others aside, these apply again.
   * @param {import("./circuit.js").Answer} answer
   */
  answered(answer) {
    const { answers, wanted, returning, question: { key } } = this, isUndone = key === this.by;
    const given = { ...(isUndone ? this.aside : {}), ...answers, [key]: answer }, replay = this.interview.replay(given, wanted), { line } = replay;
    const dropped = Object.keys(given).filter((each) => !(each in replay.answers) && each !== key);
    const after = this.but({
      replay,
      bound: !(key in answers) ? this.atMostAfter : JSON.stringify(answer) === JSON.stringify(answers[key]) ? this.bound : Infinity,
      aside: Object.fromEntries(dropped.map((each) => [each, given[each]])),
      by: dropped.length ? key : "",
    });
    if (isUndone || returning || !line.includes(key)) return after.at(replay.place, returning && !isUndone && replay.place < line.length);
    return after.at(line.indexOf(key) + 1);
  }

  /** @param {string} key */
  changing(key) {
    const kept = this.wanting(0);
    return kept.at(kept.replay.line.indexOf(key), true);
  }

  /** How many refining questions have an answer. */
  get refined() {
    return this.replay.line.slice(this.replay.deciding).filter((key) => key in this.answers).length;
  }

  /**
   * How many more refining questions can be offered now, of so many at a time.
   * @param {number} most
   */
  onOffer(most) {
    return this.interview.refining(this.answers, most).length;
  }
}
