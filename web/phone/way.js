// The way from somebody's answers to their step: which answers led to which sentence, in as few parts as tell it.

import { isUnknown } from "./circuit.js";
import { questionsOf, sorted } from "./consultation.js";
import { counted, inWords, put } from "./sentences.js";
import { nothingRang } from "./telling.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./consultation.js").Reason} Reason */
/** @typedef {import("./explaining.js").Explanation} Explanation */
/** @typedef {{ question: string, ask: string, answer: string }} Said */
/** @typedef {{ beneath: Inference[], said: Said[], more: number, so: string, rule: string }} Inference */
/** @typedef {{ reason: Reason, said: string[], beneath: Part[] }} Part a reason that is shown */

/**
 * What speaks for the step, each sentence with what it follows from, and what else was looked at.
 * @param {Consultation} consultation
 * @param {Explanation} explanation
 */
export function way(consultation, explanation) {
  const { data, step, lines, reasons, circuit: { keys, questions }, answers } = consultation, { deciding, quiet } = explanation;
  const { sentences: texts, way: most } = data.manner;
  // Where all that decides is about safety, that is what led here.
  const rang = deciding.filter((key) => !quiet.includes(key)), loud = rang.length ? rang : deciding, shown = new Set(), told = new Set();
  const left = (/** @type {string[]} */ all) => [...new Set(all)].filter((key) => loud.includes(key) && !shown.has(key));
  /** Shows what is left of some questions, as far as there is room. */
  const take = (/** @type {string[]} */ all) => {
    const taken = left(all).slice(0, most.answers - shown.size);
    taken.forEach((key) => shown.add(key));
    return keys.filter((key) => taken.includes(key));
  };
  const part = (/** @type {Reason} */ reason, /** @type {string[]} */ said) => {
    told.add(reason.rule.because);
    return /** @type {Part} */ ({ reason, said, beneath: [] });
  };
  const own = sorted(reasons, (reason) => [!left(questionsOf([reason])).length]).slice(0, most.about_step);
  own.forEach(({ rule }) => told.add(rule.because));
  const parts = own.map((reason) => part(reason, take(reason.answers)));
  const waiting = parts.flatMap((into) => into.reason.below.map((reason) => ({ reason, into })));
  for (let room = most.beneath; waiting.length && room;) {
    let { reason, into } = waiting.shift();
    const said = told.has(reason.rule.because) ? [] : take(reason.answers);
    if (said.length) {
      const made = part(reason, said);
      into.beneath.push(made);
      into = made;
      room--;
    }
    waiting.push(...reason.below.map((below) => ({ reason: below, into })));
  }
  for (const each of parts) if (!each.said.length && !each.beneath.length) each.said = take(questionsOf([each.reason]));
  // Where no answer leads to what speaks for the step, it follows from those that left nothing else.
  const nearest = shown.size ? [] : take(loud);
  if (parts.length) parts[0].said.push(...nearest);
  const lookedAt = questionsOf(parts.map(({ reason }) => reason));
  // What was told says more than what was left open.
  const others = sorted(left(loud).filter((key) => !lookedAt.includes(key)), (key) => [isUnknown(answers[key])]);
  const leavingNone = parts.length ? take(others.slice(0, Math.max(0, most.least - shown.size))) : [];

  const said = (/** @type {string[]} */ all) => all.map((key) => ({ question: key, ask: questions[key].ask, answer: inWords(data, questions[key], answers[key]) }));
  /** @type {(each: Part) => Inference} */
  const inference = ({ reason, said: its, beneath }) => {
    const under = beneath.flatMap((each) => questionsOf([each.reason]));
    const more = left(questionsOf([reason])).filter((key) => !under.includes(key)).length;
    return { beneath: beneath.map(inference), said: said(its), more, so: reason.rule.because, rule: reason.rule.id };
  };
  /** @type {(its: string[], more: number, so: string) => Inference} */
  const none = (its, more, so) => ({ beneath: [], said: said(its), more, so, rule: "" });
  const follows = parts.length ? parts.map(inference) : [none(nearest, 0, texts.NO_RULE)];
  if (leavingNone.length) follows.push(none(leavingNone, others.length - leavingNone.length, texts.NONE_FIRST));
  const also = deciding.filter((key) => !shown.has(key)), silent = also.filter((key) => quiet.includes(key)).length, rest = also.length - silent;
  const stages = Object.entries(data.stages), passed = stages.slice(0, stages.findIndex(([, steps]) => steps.includes(step.key))).map(([title]) => title);
  const looked = [
    silent && put(nothingRang(consultation, explanation) ? texts.NO_ALARM_IN : texts.ABOUT_SAFETY, counted(silent, "answer")),
    rest && counted(rest, "more answer"),
    passed.length && put(texts.STAGES_BEFORE, counted(passed.length, "stage")),
  ].filter(Boolean).join("; ");
  return {
    follows, checked: looked && put(texts.CHECKED, looked), also: said(also), passed, step: step.key, title: step.title,
    say: [step.say, ...lines.also.map(({ say }) => say)].join(" "), opens: step.opens_next,
  };
}
