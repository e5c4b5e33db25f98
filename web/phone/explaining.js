// Exact reasons: which answers force the step, which changes would give another one, which unknown answers can matter.

import { isUnknown, knownAnswers, NONE } from "./circuit.js";
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
  const { circuit: { data, keys, questions }, answers, step, reasons } = consultation;
  const deciding = decidingAnswers(space, answers, step), said = questionsOf(reasons), guards = keys.filter((key) => questions[key].guard);
  const told = guards.filter((key) => key in answers && (deciding.includes(key) || isUnknown(answers[key])));
  const apart = data.steps.filter(({ contact }) => contact === "none").map(({ atom }) => -atom);
  const unsaid = guards.filter((key) => !said.includes(key));
  return {
    deciding,
    quiet: unsaid.filter((key) => deciding.includes(key) && !isUnknown(answers[key])),
    // Do the guard answers close by themselves every step with contact?
    alarm: !space.isPossible([...space.given(answers, told), ...apart]),
    // Beside danger, a change would be a way out of getting help; and the change of a quiet guard would be a danger.
    changes: step.ends_interview ? [] : changes(space, consultation, unsaid),
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
  let kept = space.questions.filter((key) => key in answers), enough = kept;
  for (const key of [...kept].reverse()) {
    const rest = kept.filter((each) => each !== key), found = enough.includes(key) ? space.inWay([...space.given(answers, rest), -step.atom]) : enough;
    if (!found) continue;
    enough = found;
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
function changes(space, { circuit, answers, step, data: { manner } }, fixed) {
  const { questions } = circuit;
  const free = space.questions.filter((key) => questions[key].bounds.length && key in answers && !fixed.includes(key));
  const assumed = (/** @type {string[]} */ keys) => [-step.atom, ...space.questions.flatMap((key) =>
    (keys.includes(key) ? bounded(questions[key].bounds, circuit.held(questions[key], answers[key])) : space.given(answers, [key])))];
  /** @type {string[][]} */
  const found = [];
  /** @type {Record<string, string[]>} */
  const waiting = { "": [] };
  while (found.length < manner.most_changes) {
    const [keys] = sorted(Object.values(waiting), (keys) => [keys.length, keys.filter((key) => questions[key].changes !== manner.own_hands[0]).length,
      ...keys.map((key) => free.indexOf(key))]);
    if (!keys) break;
    delete waiting[keys.join()];
    if (found.some((smaller) => smaller.every((key) => keys.includes(key)))) continue;
    const inWay = space.inWay(assumed(keys));
    if (!inWay) found.push(keys);
    for (const key of inWay ?? []) if (free.includes(key) && !keys.includes(key)) {
      const more = free.filter((each) => each === key || keys.includes(each));
      waiting[more.join()] = more;
    }
  }
  return found.map((keys) => {
    const said = assumed(keys), changed = Object.fromEntries(keys.map((key) => [key, firstAnswer(space, questions[key], said, space.given(answers, [key]))]));
    const { step, misfits } = new Consultation(circuit, { ...answers, ...changed });
    return { answers: changed, step, misfits };
  });
}

/**
 * What has to hold for another answer to a question of which these atoms hold now.
 * @param {number[][]} bounds
 * @param {number[]} held
 */
function bounded(bounds, held) {
  const holds = (/** @type {number} */ literal) => (literal > 0) === held.includes(Math.abs(literal));
  return bounds.filter(([, ...now]) => now.every(holds)).map(([literal]) => literal);
}

/**
 * The first answer that gives another step, of ticks as many as now; what it is goes to what is `said` for those after it.
 * @param {Space} space
 * @param {Question} question
 * @param {number[]} said
 * @param {number[]} now
 * @returns {import("./circuit.js").Answer}
 */
function firstAnswer(space, { type, atoms, known }, said, now) {
  const held = known.filter((_, place) => {
    const atom = atoms[place], wished = type === "many" && !now.includes(atom) ? -atom : atom;
    said.push(space.isPossible([...said, wished]) ? wished : -wished);
    return said.at(-1) > 0;
  });
  return type === "many" ? (held.length ? /** @type {string[]} */ (held) : [NONE]) : held[0];
}

/**
 * The answers left open that can matter, with the other steps that knowing could lead to; of a guard, with none.
 * @param {Space} space
 * @param {Consultation} consultation
 */
function leftOpen(space, { answers, step, data }) {
  const { circuit } = space;
  return space.questions.filter((key) => key in answers && isUnknown(answers[key])).flatMap((key) => {
    const question = circuit.questions[key], steps = knownAnswers(question).map((answer) => {
      const can = circuit.planes({ ...answers, [key]: answer }, true);
      return data.steps.find(({ atom }) => can[circuit.size + atom]);
    });
    const others = [...new Set(steps)].filter((other) => other !== step);
    return others.length ? [{ question, steps: question.guard ? [] : others }] : [];
  });
}
