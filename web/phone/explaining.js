// Exact reasons: which answers force the step, which changes would give another one, which unknown answers can matter.

import { isUnknown, knownAnswers, NONE, NOT_SURE } from "./circuit.js";
import { Consultation, questionsOf, sorted } from "./consultation.js";

/** @typedef {import("./circuit.js").Answers} Answers */
/** @typedef {import("./circuit.js").Question} Question */
/** @typedef {import("./space.js").Space} Space */
/** @typedef {ReturnType<typeof explain>} Explanation */

/**
 * The answers that force the step, whether they ring an alarm, what would change it, and what was left open.
 * @param {Space} space
 * @param {Consultation} consultation
 */
export function explain(space, consultation) {
  const { circuit, answers, step, reasons } = consultation, { data } = circuit;
  const deciding = decidingAnswers(space, answers, step), said = new Set(questionsOf(reasons));
  const guard = (/** @type {string} */ key) => circuit.questions[key].guard;
  const told = Object.fromEntries(Object.entries(answers).filter(([key, answer]) =>
    guard(key) && (deciding.includes(key) || isUnknown(answer))));
  const apart = data.steps.filter(({ contact }) => contact === "none").map(({ atom }) => -atom);
  return {
    deciding,
    quiet: deciding.filter((key) => guard(key) && !said.has(key) && !isUnknown(answers[key])),
    // Do the guard answers close by themselves every step with contact?
    alarm: !space.isPossible([...space.given(told), ...apart]),
    // Beside danger, a change would be a way out of getting help; and the change of a quiet guard would be a danger.
    changes: step.ends_interview ? [] : changes(space, consultation, circuit.keys.filter((key) => guard(key) && !said.has(key))),
    leftOpen: leftOpen(space, consultation),
  };
}

/**
 * A smallest set of answers that forces the step: each, from the last on, is dropped if the rest still does.
 * @param {Space} space
 * @param {Answers} answers
 * @param {{ atom: number }} step
 */
function decidingAnswers(space, answers, step) {
  const another = -step.atom;
  let kept = space.questions.filter((key) => key in answers), enough = kept;
  for (const key of [...kept].reverse()) {
    const rest = kept.filter((each) => each !== key);
    if (enough.includes(key)) {
      const found = space.inWay([...space.given(Object.fromEntries(rest.map((each) => [each, answers[each]]))), another]);
      if (!found) continue;
      enough = found;
    }
    kept = rest;
  }
  return kept;
}

/**
 * The smallest changes that give another step, as hitting sets of what stands in the way (Reiter, 1987).
 * @param {Space} space
 * @param {Consultation} consultation
 * @param {string[]} fixed
 */
function changes(space, { circuit, answers, step, data }, fixed) {
  const { own_hands: hands, most_changes: most } = data.manner, another = -step.atom;
  const free = space.questions.filter((key) =>
    hands.includes(circuit.questions[key].changes) && key in answers && !fixed.includes(key));
  const now = Object.fromEntries(space.questions.map((key) => [key, space.given({ [key]: answers[key] ?? NOT_SURE })]));
  const bounds = Object.fromEntries(free.map((key) => [key, bounded(circuit, circuit.questions[key], answers[key])]));
  const assumed = (/** @type {string[]} */ keys) => [another, ...Object.keys(now).flatMap((key) => (keys.includes(key) ? bounds[key] : now[key]))];
  /** @type {string[][]} */
  const found = [];
  /** @type {string[][]} */
  let waiting = [[]];
  const met = new Set();
  while (waiting.length && found.length < most) {
    waiting = sorted(waiting, (keys) => [keys.length, keys.filter((key) => circuit.questions[key].changes !== hands[0]).length,
      ...keys.map((key) => free.indexOf(key))]);
    const keys = waiting.shift();
    if (found.some((smaller) => smaller.every((key) => keys.includes(key)))) continue;
    const inWay = space.inWay(assumed(keys));
    if (!inWay) found.push(keys);
    for (const key of inWay ?? []) {
      const more = free.filter((each) => each === key || keys.includes(each)), place = more.join();
      if (keys.includes(key) || !(key in bounds) || met.has(place)) continue;
      met.add(place);
      waiting.push(more);
    }
  }
  return found.map((keys) => {
    const changed = firstAnswers(space, keys, assumed(keys), now);
    const { step, misfits } = new Consultation(circuit, { ...answers, ...changed });
    return { answers: changed, step, misfits };
  });
}

/**
 * What another answer has to hold where somebody gave this one.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {Question} question
 * @param {import("./circuit.js").Answer} answer
 */
function bounded(circuit, question, answer) {
  const held = circuit.held(question, answer), holds = (/** @type {number} */ literal) => (literal > 0) === held.includes(Math.abs(literal));
  return question.bounds.filter(([, ...now]) => now.every(holds)).map(([literal]) => literal);
}

/**
 * For each question the first answer that gives another step, beside those before it.
 * @param {Space} space
 * @param {string[]} keys
 * @param {number[]} assumed
 * @param {Record<string, number[]>} now
 * @returns {Answers}
 */
function firstAnswers(space, keys, assumed, now) {
  const said = [...assumed], { questions } = space.circuit;
  return Object.fromEntries(keys.map((key) => {
    const question = questions[key], held = [];
    for (const atom of question.atoms) {
      let literal = atom;
      if (question.type === "many" && !now[key].includes(literal)) literal = -literal;
      if (!space.isPossible([...said, literal])) literal = -literal;
      said.push(literal);
      if (literal < 0) continue;
      held.push(atom);
      if (question.type !== "many") break;
    }
    return [key, answerOf(question, held)];
  }));
}

/**
 * An answer that puts a question in exactly these states; of a range of numbers, the least.
 * @param {Question} question
 * @param {number[]} held
 * @returns {import("./circuit.js").Answer}
 */
function answerOf(question, held) {
  if (held.length === 1 && held[0] === question.unknown) return NOT_SURE;
  const known = held.map((atom) => question.known[atom - question.atom] ?? NOT_SURE);
  return question.type === "many" ? (known.length ? known.map(String) : [NONE]) : known[0];
}

/**
 * The answers left open that can matter, with the other steps that knowing could lead to; of a guard, with none.
 * @param {Space} space
 * @param {Consultation} consultation
 */
function leftOpen(space, { circuit, answers, step }) {
  return space.questions.filter((key) => key in answers && isUnknown(answers[key])).flatMap((key) => {
    const question = circuit.questions[key], known = knownAnswers(question);
    const steps = known.map((answer) => circuit.concluded({ ...answers, [key]: answer }));
    const others = [...new Set(steps)].filter((other) => other !== step);
    return others.length ? [{ question, steps: question.guard ? [] : others }] : [];
  });
}
