// The rules as gates. They are worked out for a whole sheet, and in three values for one that is not finished (Kleene's
// strong logic: what can hold, and what can fail). A literal is an atom's number + 1, negative where it must not hold.

/** @typedef {import("schema").Exported} Data */
/** @typedef {import("schema").Question & { names: string[], known: (string | number)[], atoms: number[], unknown: number }} Question */
/** @typedef {import("schema").Line & { atom: number }} Line */
/** @typedef {string | number | string[]} Answer what was chosen or typed; of many ticks all */
/** @typedef {Record<string, Answer>} Answers by the keys of their questions */
/** @typedef {ReturnType<Circuit["cone"]>} Cone */

export const NOT_SURE = "not_sure";
export const RATHER_NOT_SAY = "rather_not_say";
export const NONE = "none";
const NOT_KNOWN = [NOT_SURE, RATHER_NOT_SAY];

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
export const isUnknown = (answer) => answer === undefined || listOf(answer).some((each) => NOT_KNOWN.includes(String(each)));

/**
 * An answer for each known state of a question, of many ticks each alone; before them none, where that is one.
 * @param {Question} question
 * @returns {Answer[]}
 */
export const knownAnswers = ({ type, open, known }) =>
  (type === "many" ? [...(open ? [] : [NONE]), ...known].map((each) => [String(each)]) : known);

export class Circuit {
  /** @param {Data} data a knowledge base under the schema milepost.consultation/3 */
  constructor(data) {
    this.data = data;
    this.size = data.inputs + data.gates.length;
    const { row, starts } = inRow(data);
    this.row = row;
    this.starts = starts;
    this.keys = data.questions.map((question) => question.key);
    /** @type {Record<string, Question>} */
    this.questions = {};
    /** @type {string[]} */
    this.questionOf = [];
    for (const question of data.questions) {
      const names = Object.keys(question.options), known = question.type === "number" ? question.starts : names;
      const atoms = [...known, ""].map((_, place) => question.atom + place);
      atoms.forEach((atom) => (this.questionOf[atom] = question.key));
      this.questions[question.key] = { ...question, names, known, atoms, unknown: atoms[known.length] };
    }
    this.all = this.cone(Array.from({ length: this.size }, (_, atom) => atom));
    // Each is the entry itself, as what it says may come later than what the questions need of it.
    this.lines = data.advice.map((line, place) => Object.assign(line, { atom: data.shown + place }));
  }

  /**
   * The atoms that hold of a question for an answer. What is no answer to it is unknown.
   * @param {Question} question
   * @param {Answer} answer
   */
  held(question, answer) {
    const { names, atoms, unknown } = question;
    if (question.type === "many") {
      const ticked = listOf(answer), held = atoms.filter((_, place) => ticked.includes(names[place]));
      if (question.open) return held.length ? held : [unknown];
      const none = ticked.length === 1 && ticked[0] === NONE;
      return none || (held.length && ticked.every((each) => names.includes(String(each)))) ? held : [...held, unknown];
    }
    if (question.type !== "number") return [atoms[names.indexOf(String(answer))] ?? unknown];
    const fits = typeof answer === "number" && Number.isInteger(answer) && answer >= question.minimum && answer <= question.maximum;
    return [fits ? atoms[question.starts.filter((start) => start <= answer).length - 1] : unknown];
  }

  /**
   * What targets can depend on at all: questions, and gates by their atoms in order.
   * @param {number[]} targets
   */
  cone(targets) {
    const { inputs } = this.data, { row, starts } = this, needed = new Uint8Array(this.size), gates = [];
    for (const atom of targets) needed[atom] = 1;
    for (let atom = this.size - 1; atom >= inputs; atom--) if (needed[atom]) {
      gates.push(atom);
      for (let at = starts[atom], ways = row[at++]; ways; ways--)
        for (const end = row[at] + ++at; at < end; at++) needed[Math.abs(row[at]) - 1] = 1;
    }
    return { targets, gates: gates.reverse(), questions: this.keys.filter((key) => this.questions[key].atoms.some((atom) => needed[atom])) };
  }

  /**
   * Which atoms can depend on some: these, and of some gates in order those that look at any of them.
   * @param {number[]} atoms
   * @param {number[]} gates
   */
  reached(atoms, gates) {
    const { row, starts } = this, reached = new Uint8Array(this.size);
    for (const atom of atoms) reached[atom] = 1;
    for (const atom of gates) for (let at = starts[atom], ways = row[at++]; ways; ways--)
      for (const end = row[at] + ++at; at < end; at++) reached[atom] |= reached[Math.abs(row[at]) - 1];
    return reached;
  }

  /**
   * Which literals can hold, each at its own place from the middle on. Open questions can be answered in any way, or,
   * of a `whole` sheet, are unknown.
   * @param {Answers} answers
   * @param {Cone} cone
   */
  planes(answers, cone, whole = false) {
    const middle = this.size, can = new Int32Array(2 * middle + 1);
    for (const key of cone.questions) {
      const question = this.questions[key], isOpen = !whole && !(key in answers);
      const held = isOpen ? [] : this.held(question, answers[key]);
      for (const atom of question.atoms) {
        can[middle + atom + 1] = isOpen || held.includes(atom) ? -1 : 0;
        can[middle - atom - 1] = isOpen || !held.includes(atom) ? -1 : 0;
      }
    }
    return this.settle(can, cone.gates);
  }

  /**
   * Works out gates, in each bit by itself, from what can hold below them.
   * @param {Int32Array} can
   * @param {number[]} gates
   */
  settle(can, gates) {
    const middle = this.size, { row, starts } = this;
    for (const atom of gates) {
      let holds = 0, fails = -1, at = starts[atom];
      for (let ways = row[at++]; ways; ways--) {
        let met = -1, missed = 0;
        for (const end = row[at] + ++at; at < end; at++) {
          met &= can[middle + row[at]];
          missed |= can[middle - row[at]];
        }
        holds |= met;
        fails &= missed;
      }
      can[middle + atom + 1] = holds;
      can[middle - atom - 1] = fails;
    }
    return can;
  }

  /**
   * The step that comes out of answers, with all others unknown.
   * @param {Answers} answers
   * @param {Cone} cone
   */
  concluded(answers, cone = this.all) {
    const can = this.planes(answers, cone, true);
    return this.data.steps.find(({ atom }) => can[this.size + atom + 1]);
  }

  /**
   * The open questions on which the targets of a cone that are not yet certain may still depend.
   * @param {Int32Array} can
   * @param {Cone} cone
   */
  dependsOn(can, { targets }) {
    const middle = this.size, { inputs, gates } = this.data, seen = new Uint8Array(middle), waiting = [...targets];
    /** @type {Set<string>} */
    const asked = new Set();
    while (waiting.length) {
      const atom = waiting.pop();
      if (seen[atom] || !can[middle + atom + 1] || !can[middle - atom - 1]) continue;
      seen[atom] = 1;
      if (atom < inputs) asked.add(this.questionOf[atom]);
      else for (const way of gates[atom - inputs])
        if (way.every((literal) => can[middle + literal])) for (const literal of way) waiting.push(Math.abs(literal) - 1);
    }
    return asked;
  }
}

/**
 * All gates as numbers, which takes a phone a fraction of the time of lists: of each how many ways it has, and before each
 * of these how many literals. `starts` says by an atom where its gate begins.
 * @param {Data} data
 */
function inRow({ inputs, gates }) {
  const starts = new Int32Array(inputs + gates.length), row = [];
  gates.forEach((ways, gate) => {
    starts[inputs + gate] = row.length;
    row.push(ways.length);
    for (const way of ways) row.push(way.length, ...way);
  });
  return { starts, row: new Int32Array(row) };
}

/**
 * Entries by one of their fields.
 * @template Entry
 * @param {Entry[]} entries
 * @param {keyof Entry} field
 * @returns {Record<string, Entry>}
 */
export function by(entries, field) {
  return Object.fromEntries(entries.map((each) => [each[field], each]));
}
