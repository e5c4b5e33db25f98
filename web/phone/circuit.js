// The rules as gates. They are worked out for a whole sheet, and for one that is not finished: in three values (Kleene's
// strong logic: what can hold, and what can fail), and beside these on sheets that go on as other people did.

import { alike } from "./likely.js";

/** @typedef {import("schema").Exported} Data */
/** @typedef {import("schema").Question & { known: (string | number)[], atoms: number[], unknown: number, signs: Record<string, string>, tried: Record<string, number[]> }} Question */
/** @typedef {import("schema").Line} Line */
/** @typedef {string | number | string[]} Answer what was chosen or typed; of many ticks all */
/** @typedef {Record<string, Answer>} Answers by the keys of their questions */

export const NOT_SURE = "not_sure";
export const RATHER_NOT_SAY = "rather_not_say";
export const NONE = "none";
/** What can be says the sign of a whole number; each other bit is a sheet that is tried. */
const CAN = 1 << 31, SHEETS = 31;

/**
 * An answer as a list: of many ticks all, else the one.
 * @param {Answer} answer
 * @returns {(string | number)[]}
 */
export const listOf = (answer) => (Array.isArray(answer) ? answer : [answer]);

/**
 * Is an answer open, or unknown in whole or in part?
 * @param {Answer | undefined} answer
 */
export const isUnknown = (answer) => listOf(answer).some((each) => [undefined, NOT_SURE, RATHER_NOT_SAY].includes(/** @type {string} */ (each)));

/**
 * An answer for each known state of a question, of many ticks each alone; before them none, where that is one.
 * @param {Question} question
 * @returns {Answer[]}
 */
export const knownAnswers = ({ type, open, known }) =>
  (type === "many" ? [...(open ? [] : [NONE]), ...known].map((each) => /** @type {string[]} */ ([each])) : known);

export class Circuit {
  /**
   * @param {Data} data a knowledge base under the schema milepost.consultation/4
   * @param {number} [count] how many of its gates are read
   */
  constructor(data, count) {
    const { inputs, questions } = data, gates = data.gates.slice(0, count);
    this.data = data;
    this.size = inputs + gates.length;
    /** @type {number[][][]} by the atom of a gate, the ways in which it holds */
    this.ways = [...Array(inputs + 1), ...gates];
    this.gates = [...this.ways.keys()].slice(inputs + 1);
    this.keys = questions.map(({ key }) => key);
    /** @type {string[]} by the atom of one of its states, the key of a question */
    this.questionOf = [];
    /** @type {Record<string, Question>} */
    this.questions = {};
    for (const entry of questions) {
      const known = [...Object.keys(entry.options), ...entry.starts], atoms = [...known, ""].map((_, place) => entry.atom + place);
      const question = Object.assign(entry, { known, atoms, unknown: atoms[known.length], signs: {}, tried: {} });
      for (const [sign, answer] of Object.entries(entry.said)) {
        question.signs[JSON.stringify(answer)] = sign;
        question.tried[sign] = this.held(question, answer);
      }
      for (const atom of atoms) this.questionOf[atom] = entry.key;
      this.questions[entry.key] = question;
    }
    this.base = this.planes({});
  }

  /**
   * The atoms that hold of a question for an answer. What is no answer to it is unknown.
   * @param {Question} question
   * @param {Answer} answer
   */
  held({ type, open, known, atoms, unknown }, answer) {
    const said = listOf(answer), isNumber = type === "number";
    const held = atoms.filter((_, place) => (isNumber ? known[place] <= answer : said.includes(known[place]))).slice(isNumber ? -1 : 0);
    return (type === "many" && !open ? isUnknown(answer) : !held.length) ? [...held, unknown] : held;
  }

  /**
   * What can be of each literal, at its own place from the middle on. Open questions can be answered in any way; on the
   * sheets that are tried, they are answered as by the people most like this one, and what these were not asked in some way. Quick to show that something can be, and never a proof that it cannot.
   * @param {Answers} answers
   * @param {boolean} isWhole are open questions unknown?
   */
  planes(answers, isWhole = false) {
    const can = new Int32Array(2 * this.size + 1), like = isWhole ? [] : alike(this, answers);
    for (const question of Object.values(this.questions)) {
      const { key, atom: first, atoms, tried, ways } = question, isOpen = !isWhole && !(key in answers), sheets = atoms.map(() => 0);
      const hold = (/** @type {number[]} */ held, /** @type {number} */ bits) => { for (const atom of held) sheets[atom - first] |= bits; };
      if (!isOpen) hold(this.held(question, answers[key]), -1);
      else for (let sheet = 0; sheet < SHEETS; sheet++)
        hold(tried[ways[like[sheet]]] ?? [atoms[(sheet + first) % atoms.length]], 1 << sheet);
      this.put(can, question, sheets, isOpen ? CAN : 0);
    }
    return this.settle(can);
  }

  /**
   * Lets the states of a question hold on some sheets each, and fail on the others.
   * @param {Int32Array} can
   * @param {Question} question
   * @param {number[]} sheets
   * @param {number} either on which sheets they can hold and fail
   */
  put(can, { atoms }, sheets, either) {
    atoms.forEach((atom, place) => {
      can[this.size + atom] = sheets[place] | either;
      can[this.size - atom] = ~sheets[place] | either;
    });
    return can;
  }

  /**
   * Works out gates, in each bit by itself, from what can hold below them.
   * @param {Int32Array} can
   */
  settle(can, gates = this.gates) {
    const { size, ways } = this;
    for (const atom of gates) {
      let holds = 0, fails = -1;
      for (const way of ways[atom]) {
        let met = -1, missed = 0;
        for (const literal of way) {
          met &= can[size + literal];
          missed |= can[size - literal];
        }
        holds |= met;
        fails &= missed;
      }
      can[size + atom] = holds;
      can[size - atom] = fails;
    }
    return can;
  }

  /**
   * The atoms, in order, on which targets that are not yet certain may still depend; these are among them.
   * @param {Int32Array} can
   * @param {number[]} targets
   */
  open(can, targets) {
    const { size, ways } = this, needed = new Uint8Array(size + 1), open = [];
    for (const atom of targets) needed[atom] = 1;
    for (let atom = size; atom; atom--) if (needed[atom] && can[size + atom] < 0 && can[size - atom] < 0) {
      open.push(atom);
      for (const way of ways[atom] ?? [])
        if (way.every((literal) => can[size + literal] < 0)) for (const literal of way) needed[Math.abs(literal)] = 1;
    }
    return open.reverse();
  }

  /**
   * The questions whose states are among some atoms, in their order.
   * @param {number[]} atoms
   */
  questionsOf(atoms) {
    return [...new Set(atoms.map((atom) => this.questionOf[atom]).filter(Boolean))];
  }
}
