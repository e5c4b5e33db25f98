// The view of the step.

import { Consultation } from "./consultation.js";
import { button, h, one } from "./elements.js";
import { explain } from "./explaining.js";
import { people } from "./people.js";
import { closed, handedOn, sections, stages, wayIn } from "./result.js";
import { asText, helplines, laidOut } from "./showing.js";
import { Telling } from "./telling.js";
import { back, country, show } from "./views.js";
import { way } from "./way.js";

/**
 * @param {import("./visit.js").Visit} visit
 * @param {ReturnType<typeof import("./questions.js").questions>} to
 */
export function step(visit, to) {
  const { conversation, ahead } = visit;
  visit.ahead = null;
  visit.told = conversation;
  show(...(ahead?.next === conversation ? ahead.view : stepOf(conversation, visit, to)));
  one("#step").focus({ preventScroll: true });
}

/**
 * The view of the step of a conversation, which may be made before somebody comes to it.
 * @param {import("./conversation.js").Conversation} now
 * @param {import("./visit.js").Visit} visit
 * @param {ReturnType<typeof import("./questions.js").questions>} to
 * @returns {import("./questions.js").View}
 */
export function stepOf(now, visit, to) {
  visit.complete();
  const { data, interview, ours, code, today } = visit, { whole: circuit } = interview;
  const consultation = new Consultation(circuit, now.answers), { ends_interview: ends } = consultation.step;
  const telling = new Telling(consultation, null, ours, today);
  const explanation = () => explain(interview.space, consultation);
  const exact = () => (ends ? telling : new Telling(consultation, explanation(), ours, today));
  const again = () => step(visit, to), called = () => people(consultation, code, today);
  const withPeople = () => {
    again();
    one("#people").open = true;
  };
  const guarded = new Set(circuit.keys.filter((key) => circuit.questions[key].guard));
  const rows = telling.rows.map((row) => closed(row, () => {
    const { key } = row;
    if (key === "people") return [sections(row), country(visit, withPeople), h("div.helplines", {}, helplines(data, called(), 3, false, true))];
    const told = ["why", "change"].includes(key) ? exact().rows.find((each) => each.key === key) : row;
    return [sections(told, guarded), key === "why" && [wayIn(data, way(consultation, explanation())), stages(consultation)]];
  }));
  // Right below the numbers; where these come first and are of no country, the step is not kept waiting for a choice.
  const isLate = ends && !ours;
  const place = telling.screen.findIndex(({ key, items }) => key === (isLate ? "step" : "numbers") || (!ends && items.some(({ links }) => links.length)));
  return ["Next step", back("Back", ends ? () => to.follow(now.at(now.replay.line.length - 1)) : to.check),
    h(ends ? "div.screen.help-first" : "div.screen", {}, telling.screen.map((each, at) => [laidOut(each, 2), at === place && country(visit, again)])),
    h(ends ? "div.rows" : "div.rows.whole", {}, rows),
    handedOn(telling, () => asText(exact(), called())),
    !ends && h("p.go", {}, button("Look at your answers again", to.check, true))];
}
