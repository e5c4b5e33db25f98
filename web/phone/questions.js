// The views of the questions, and that of all answers. What comes next is made while somebody rests.

import { bound, form, progress, why } from "./asking.js";
import { Consultation } from "./consultation.js";
import { effect } from "./effects.js";
import { button, h, one } from "./elements.js";
import { canKeep } from "./keeping.js";
import { laidOut } from "./showing.js";
import { isCalledFor, onTheWay } from "./telling.js";
import { back, country, givenAnswers, go, heading, laidOutAhead, more, show } from "./views.js";

/** How long somebody rests, in milliseconds, before what may come next is made ready. */
const REST = 250;

/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {[title: string, ...parts: any[]]} View */

/**
 * @param {import("./visit.js").Visit} visit
 * @param {Record<"begin" | "again" | "keep" | "step", () => void> & { stepOf: (now: Conversation) => View }} to other views
 */
export function questions(visit, to) {
  const { data } = visit;

  /** Is the step one that ends the interview, so that nobody has to look over their answers first? */
  const endsAtOnce = (/** @type {Conversation} */ { interview, answers }) => interview.ends(interview.sheet(answers));

  function follow(/** @type {Conversation} */ conversation) {
    visit.conversation = conversation;
    if (conversation.question) ask();
    else if (endsAtOnce(conversation)) to.step();
    else check();
  }

  /**
   * Makes the view after an answer before anybody touches "Continue".
   * @param {Conversation} now
   * @param {import("./circuit.js").Answer} answer
   */
  function prepare(now, answer) {
    const next = now.answered(answer), isAtOnce = !next.question && endsAtOnce(next);
    if (next.question || isAtOnce) visit.ahead = { answer: JSON.stringify(answer), next, view: isAtOnce ? to.stepOf(next) : laidOutAhead(view(next)) };
    else next.wanting(0).onOffer(data.manner.at_a_time);
  }

  /** @param {FormData} [tried] what the form holds that is not to be lost */
  function ask(problem = "", tried) {
    const { conversation, ahead } = visit;
    visit.ahead = null;
    show(...(ahead?.next === conversation ? ahead.view : view(conversation, problem, tried)));
  }

  /**
   * The view of the question of a conversation: its title, and what is in it.
   * @param {Conversation} now
   * @param {FormData} [tried]
   * @returns {View}
   */
  function view(now, problem = "", tried) {
    const { interview, first, sent: held, today } = visit, { questions: all } = interview.circuit;
    const { question, place, isRefining, replay: { line }, answers } = now, { key } = question, given = answers[key];
    const isAsSent = held[key] && held[key].answer === JSON.stringify(given), ahead = now.atMostMore;
    const before = now.returning ? check : !place || first.includes(all[line[place - 1]]) ? to.begin : () => follow(now.at(place - 1));
    const enough = isRefining && button("That is enough", check, true);
    const isUrgent = isCalledFor(now);
    if (isUrgent) visit.complete();
    let rest = 0;
    const made = form(data, question, given, tried ?? (isAsSent ? held[key].sent : undefined), progress(data, now), problem, enough, today, ({ answer, problem }, sent) => {
      if (problem) return ask(problem, sent);
      const said = JSON.stringify(answer);
      held[key] = { answer: said, sent };
      follow(visit.ahead?.answer === said ? visit.ahead.next : now.answered(answer));
    }, ({ answer }) => {
      clearTimeout(rest);
      if (answer !== undefined) rest = setTimeout(() => visit.conversation === now && prepare(now, answer), REST);
    });
    return [`${problem ? "Error: " : ""}Question ${place + 1}`, back("Back", before),
      problem && h("div.problem.missing", { role: "alert", tabindex: -1 }, h("p", { id: "problem" }, problem)),
      isUrgent && h("div.on-the-way", {}, laidOut(onTheWay(new Consultation(interview.whole, answers), visit.ours, today), 2),
        country(visit, () => ask("", new FormData(one("form[data-question]"))))),
      made,
      why(data, question, ahead > 0 && !isRefining ? bound(data, ahead, now.likelyMore) : "", () => {
        visit.complete();
        return effect(interview.space, question, answers);
      })];
  }

  function check() {
    visit.told = null;
    const now = (visit.conversation = visit.conversation.wanting(0)), { line } = now.replay;
    if (now.question) return ask();
    const offer = h("div");
    show("Your answers", back("Back", () => follow(line.length ? now.at(line.length - 1) : now)), heading("Your answers"),
      h("p", {}, data.manner.sentences.LOOK_OVER), go("See your next step", to.step),
      offer,
      givenAnswers(visit.interview.circuit, now, (key) => follow(now.changing(key))),
      h("div.buttons", {}, button("See your next step", to.step), canKeep() && button("Keep these answers in a file", to.keep, true), button("Start over", to.again, true)));
    // This takes a while, and nobody has to wait for it: the answers are in view before, and the step is made while they are read.
    setTimeout(() => offer.isConnected && offer.append(...more(data, now.onOffer(data.manner.at_a_time), (count) => follow(now.wanting(now.refined + count)))), 50);
    setTimeout(() => { if (offer.isConnected) visit.ahead = { answer: "", next: now, view: to.stepOf(now) }; }, REST);
  }

  return { follow, check };
}
