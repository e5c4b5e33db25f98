// What a question is for at this moment: the steps that are still possible, and what each answer leaves of them.

import { knownAnswers, listOf, NONE, NOT_SURE } from "./circuit.js";
import { inWords, put } from "./sentences.js";

/** @typedef {import("./circuit.js").Answer} Answer */
/** @typedef {import("./circuit.js").Question} Question */
/** @typedef {import("schema").Step} Step */
/** @typedef {{ answer: Answer, rulesOut: Step[], keepsAlone: Step[] }} Leaves of many ticks: none without this one keeps these */

/**
 * A sentence on the steps still possible, then one for each thing that an answer does. Of a guard question nothing, as
 * that would tell how to get past it.
 * @param {import("./space.js").Space} space of all steps
 * @param {Question} question
 * @param {import("./circuit.js").Answers} answers
 */
export function effect(space, question, answers) {
  const { circuit: { data } } = space, { sentences: said, named, named_for_an_answer: few } = data.manner;
  if (question.guard) return [];
  const { [question.key]: _, ...others } = answers, { possible, leaves } = leaving(space, question, others);
  const titles = (/** @type {Step[]} */ steps, most = few) => {
    const names = steps.slice(0, most).map(({ title }) => title).join("; ");
    return steps.length > most ? put(said.AND_MORE, names, String(steps.length - most)) : names;
  };
  const count = String(possible.length);
  if (possible.length === 1) return [put(said.ONE_STEP, possible[0].title), said.COUNTS_FOR_SAFETY];
  const does = inRanges(data, question, leaves).flatMap(([words, { rulesOut, keepsAlone }]) => [
    ...(rulesOut.length ? [put(said.WOULD_RULE_OUT, words, titles(rulesOut))] : []),
    ...(keepsAlone.length ? [put(said.KEEPS_POSSIBLE, words, titles(keepsAlone))] : []),
  ]);
  return [possible.length > named ? put(said.MANY_STEPS, count) : put(said.SOME_STEPS, count, titles(possible, named)),
    ...(does.length ? does : [said.COUNTS_WITH_OTHERS])];
}

/**
 * Exactly the steps that some completion leads to, and those that it leads to with each answer. Trying shows most of them.
 * @param {import("./space.js").Space} space
 * @param {Question} question
 * @param {import("./circuit.js").Answers} answers
 */
function leaving(space, question, answers) {
  const { circuit } = space, { data: { steps }, size } = circuit, { key, atoms, type, known, unknown } = question;
  const given = space.given(answers), isRead = space.questions.includes(key);
  const among = (/** @type {Step[]} */ some, /** @type {number[]} */ more, /** @type {Set<Step>} */ met = new Set()) =>
    some.filter((step) => met.has(step) || space.isPossible([...given, ...more, step.atom]));
  const tried = [...knownAnswers(question), NOT_SURE].map((answer) => {
    const can = circuit.planes({ ...answers, [key]: answer });
    return { answer, can, met: new Set(steps.filter(({ atom }) => can[size + atom] << 1)) };
  });
  const can = circuit.planes(answers), possible = among(steps.filter(({ atom }) => can[size + atom] < 0), [], new Set(tried.flatMap(({ met }) => [...met])));
  const left = tried.map(({ answer, can, met }) => ({ answer, steps: among(possible.filter(({ atom }) => can[size + atom] < 0), space.given({ [key]: answer }), met) }));
  const leaves = left.map(({ answer, steps }) => {
    const others = new Set(left.flatMap((each) => (each.answer === answer ? [] : each.steps)));
    if (type === "many") {
      const rest = possible.filter((step) => !others.has(step)), [first] = listOf(answer);
      const without = first === NONE ? atoms : [-(first === NOT_SURE ? unknown : atoms[known.indexOf(first)])];
      (isRead ? without.flatMap((literal) => among(rest, [literal])) : possible).forEach((step) => others.add(step));
    }
    return { answer, rulesOut: possible.filter((step) => !steps.includes(step)), keepsAlone: steps.filter((step) => !others.has(step)) };
  });
  return { possible, leaves };
}

/**
 * Each answer in words with what it leaves; ranges of numbers side by side that leave the same are one.
 * @param {import("./circuit.js").Data} data
 * @param {Question} question
 * @param {Leaves[]} leaves
 * @returns {[string, Leaves][]}
 */
function inRanges(data, question, leaves) {
  const { unit, maximum } = question, { FROM_ON: on, FROM_TO: to } = data.manner.sentences;
  const effect = (/** @type {Leaves | undefined} */ each) => JSON.stringify(each && [each.rulesOut, each.keepsAlone]);
  const kept = leaves.filter((each, place) => typeof each.answer !== "number" || effect(each) !== effect(leaves[place - 1]));
  return kept.map((each, place) => {
    const { answer: low } = each, next = kept[place + 1]?.answer, high = typeof next === "number" ? next - 1 : maximum;
    if (typeof low !== "number" || low === high) return [inWords(data, question, low), each];
    return [high === maximum ? put(on, String(low), unit) : put(to, String(low), String(high), unit), each];
  });
}
