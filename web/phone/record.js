// A recommendation as one record, and the people to call with it.

import { by, listOf } from "./circuit.js";
import { reachable, told } from "./people.js";
import { later, Telling } from "./telling.js";

/** @typedef {import("./consultation.js").Consultation} Consultation */
/** @typedef {import("./explaining.js").Explanation} Explanation */

/**
 * The countries with the lines that a recommendation calls for.
 * @param {Consultation} consultation
 * @param {string} code
 * @param {string | null} today
 */
export function people(consultation, code, today) {
  const { lines, step, purposes, data } = consultation, isCalledFor = lines.help.length || step.ends_interview;
  return isCalledFor ? reachable(data, code).map((each) => told(data, each, purposes, today)) : [];
}

/**
 * The recommendation as one record, under the same schema as everywhere.
 * @param {Consultation} consultation
 * @param {Explanation} explanation
 * @param {string} code
 * @param {string | null} today
 */
export function record(consultation, explanation, code, today) {
  const { data, step, answers, circuit } = consultation, { key, title, contact, ends_interview, } = step, days = consultation.lookAgain;
  const { screen, rows } = new Telling(consultation, explanation, by(data.countries, "code")[code], today);
  const given = circuit.keys.filter((each) => each in answers);
  return {
    schema: data.manner.record,
    knowledge_base: data.knowledge_base,
    step: { id: key, title, contact, ends_interview, look_again: today && days ? later(today, days) : null },
    screen, rows,
    people: people(consultation, code, today),
    deciding: explanation.deciding,
    findings: consultation.findings,
    answers: Object.fromEntries(given.map((each) => [each, circuit.questions[each].type === "many" ? listOf(answers[each]) : answers[each]])),
    left_out: [],
  };
}
