// The rules as gates. They are worked out for a whole sheet, and in three values for one that is not finished (Kleene's
// strong logic: what can hold, and what can fail). A literal is an atom's number + 1, negative where it must not hold.

/** @typedef {import("schema").Exported} Data */
/** @typedef {import("schema").Question & { names: string[], known: (string | number)[], atoms: number[], unknown: number }} Question */
/** @typedef {import("schema").Line & { atom: number }} Line */
/** @typedef {string | number | string[]} Answer what was chosen or typed; of many ticks all */
/** @typedef {Record<string, Answer>} Answers by the keys of their questions */

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

export class Circuit {
  /** @param {Data} data a knowledge base under the schema milepost.consultation/1 */
  constructor(data) {
    this.data = data;
    this.size = data.inputs + data.gates.length;
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
    /** @type {Line[]} */
    this.lines = data.advice.map((line, place) => ({ ...line, atom: data.shown + place }));
    this.advice = by(this.lines, "id");
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
   * Which literals can hold, each at its own place from the middle on. Open questions can be answered in any way, or,
   * of a `whole` sheet, are unknown.
   * @param {Answers} answers
   */
  planes(answers, whole = false) {
    const middle = this.size, can = new Uint8Array(2 * middle + 1), gates = this.data.gates;
    for (const key of this.keys) {
      const question = this.questions[key], isOpen = !whole && !(key in answers);
      const held = isOpen ? [] : this.held(question, answers[key]);
      for (const atom of question.atoms) {
        can[middle + atom + 1] = isOpen || held.includes(atom) ? 1 : 0;
        can[middle - atom - 1] = isOpen || !held.includes(atom) ? 1 : 0;
      }
    }
    for (let place = 0; place < gates.length; place++) {
      let holds = 0, fails = 1;
      for (const way of gates[place]) {
        let met = 1, missed = 0;
        for (let part = 0; part < way.length; part++) {
          met &= can[middle + way[part]];
          missed |= can[middle - way[part]];
        }
        holds |= met;
        fails &= missed;
      }
      const literal = this.data.inputs + place + 1;
      can[middle + literal] = holds;
      can[middle - literal] = fails;
    }
    return can;
  }

  /**
   * The open questions on which targets that are not yet certain may still depend.
   * @param {Uint8Array} can
   * @param {number[]} targets
   */
  dependsOn(can, targets) {
    const middle = this.size, { inputs, gates } = this.data, asked = new Set(), seen = new Set();
    /** @type {number[]} */
    const waiting = [];
    const wait = (/** @type {number} */ atom) => {
      if (can[middle + atom + 1] && can[middle - atom - 1] && !seen.has(atom)) waiting.push(atom);
      seen.add(atom);
    };
    targets.forEach(wait);
    while (waiting.length) {
      const atom = waiting.pop();
      if (atom < inputs) asked.add(this.questionOf[atom]);
      else for (const way of gates[atom - inputs])
        if (way.every((literal) => can[middle + literal])) way.forEach((literal) => wait(Math.abs(literal) - 1));
    }
    return asked;
  }

  /**
   * The step that is certain; undefined where more than one is possible.
   * @param {Uint8Array} can
   */
  step(can) {
    const middle = this.size;
    return this.data.steps.find(({ atom }) => can[middle + atom + 1] && !can[middle - atom - 1]);
  }

  /**
   * The gates, by their atoms in order, and the questions that targets can depend on at all.
   * @param {number[]} targets
   */
  cone(targets) {
    const { inputs, gates } = this.data, needed = new Set(targets), found = [];
    for (let atom = this.size - 1; atom >= inputs; atom--) if (needed.has(atom)) {
      found.unshift(atom);
      gates[atom - inputs].flat().forEach((literal) => needed.add(Math.abs(literal) - 1));
    }
    return { gates: found, questions: this.keys.filter((key) => this.questions[key].atoms.some((a) => needed.has(a))) };
  }
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
