// The page: its views before and beside the questions, moving between them, and leaving.

import { beginning } from "./asking.js";
import { NOT_SURE } from "./circuit.js";
import { Conversation } from "./conversation.js";
import { keeping, openingKept } from "./copies.js";
import { button, h, linked, one } from "./elements.js";
import { kept } from "./keeping.js";
import { leavable } from "./leaving.js";
import { anywhere, links, reachable, told } from "./people.js";
import { questions } from "./questions.js";
import { printable } from "./result.js";
import { helplines, laidOut } from "./showing.js";
import { step, stepOf } from "./step.js";
import { who } from "./telling.js";
import { back, country, go, heading, show, stayingSafe, welcome } from "./views.js";
import { ALL, ASKING, Visit } from "./visit.js";

/**
 * Opens the page at its start, which needs nothing of the data. What later views need can be made ready then.
 * @param {import("./circuit.js").Data} data
 * @param {import("./visit.js").Options} options
 * @param {string} file the text of the file, as it was before anything was shown
 * @param {(packs: number) => void} unpack adds so many packs to the data, where they are not there yet
 * @returns {(packs: number) => Iterable<void>} makes ready the first question, or what is first searched for, once so many are
 *   there; a part at a time, so that whoever touches the page meanwhile need not wait for all of it
 */
export function open(data, options, file, unpack) {
  const status = one("#status"), visit = new Visit(data, options, unpack);
  const { follow, check } = questions(visit, { begin, again, keep,
    step: () => step(visit, { follow, check }), stepOf: (now) => stepOf(now, visit, { follow, check }) });
  const resume = () => (visit.told === visit.conversation ? step(visit, { follow, check }) : follow(visit.conversation.on()));

  /** Leaves nothing: not in memory, and not in the list of pages of this tab. */
  function leave() {
    const { target } = visit;
    visit.forget();
    document.body.replaceChildren();
    location.replace(target);
  }

  function start() {
    const { conversation } = visit;
    show("Start", heading("What now?"), welcome(options),
      !conversation && kept() && openingKept(({ answers, country }) => {
        visit.ready();
        visit.country = country || undefined;
        follow(new Conversation(visit.interview, answers));
      }),
      conversation ? [go("Go on where you were", resume), button("Start over", again, true)] : go("Begin", begin),
      h("p", {}, "If you are in danger now, call for help first."), button("Get help now", help, true));
  }

  function begin() {
    visit.ready();
    const given = visit.conversation?.answers ?? {};
    const made = beginning(visit.first, given, options.targets, visit.target, (answers, target) => {
      visit.target = target;
      let now = visit.conversation ?? new Conversation(visit.interview, answers);
      for (const [key, answer] of Object.entries(answers)) {
        const place = now.answers[key] === answer ? -1 : now.replay.line.indexOf(key);
        if (place >= 0) now = now.at(place).answered(answer);
      }
      follow(now.on());
    });
    show("Before you begin", back("Back", start), heading("Before you begin"),
      h("p", {}, "Nothing is sent. ", h("strong", {}, "Your phone’s Back button drops all your answers:"), " use “Back” above."),
      stayingSafe(), made);
  }

  function again() {
    visit.conversation = null;
    visit.sent = {};
    begin();
  }

  function keep() {
    show("Your answers", back("Back", check), heading("Keep your answers"),
      keeping(file, () => ({ answers: visit.conversation.answers, country: visit.country }), () =>
        show("Your answers", back("Back", check), heading("Your copy is made"),
          h("p", {}, "It is among the files you downloaded. Open it, and type your words, to go on from here."))));
  }

  function help() {
    visit.reachable();
    const { code, ours, today, conversation } = visit, { sentences: said } = data.manner;
    const found = reachable(data, code).map((each) => told(data, each, data.purposes.map(({ key }) => key), today));
    show("Get help now", back("Back", conversation ? resume : start), heading("Get help now"),
      h("p.lead", {}, said.IN_DANGER),
      !ours && h("p.emergency", {}, linked(anywhere(data), links(data, anywhere(data)))),
      !ours && country(visit, help),
      h("section", { "aria-label": "People to call" }, helplines(data, found, 2, [ours && country(visit, help),
        h("p.hint", {}, `${said.CAN_BE_SEEN} Links to pages need the network, and leave this page: then your answers are gone.`)])));
  }

  function about() {
    visit.reachable();
    show("About this page", back("Back", visit.conversation ? resume : start), heading("About this page"),
      who(data).map((each) => laidOut(each, 2)),
      h("h2", {}, "This copy"), h("p", {}, "To check that it is genuine, compare these signs with those its makers name."), h("p.sign", {}, h("code", {}, options.digest)));
  }

  leavable(leave, status);
  printable();
  document.querySelectorAll("[data-view]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    ({ start, help, about })[link.getAttribute("data-view")]();
  }));
  one("[data-skip]").addEventListener("click", (event) => {
    event.preventDefault();
    one("#main").focus();
  });
  // A browser may keep the page as it was when somebody goes elsewhere.
  addEventListener("pagehide", () => { visit.forget(); one("#main").replaceChildren(); });
  addEventListener("pageshow", (event) => event.persisted && start());

  start();
  return function* (packs) {
    if (packs < ASKING) return;
    visit.ready();
    yield;
    const { interview } = visit;
    if (packs === ASKING) {
      // Most leave out what everybody may.
      const most = Object.fromEntries(visit.first.map(({ key }) => [key, NOT_SURE]));
      interview.ahead(interview.sheet(most), "deciding");
      yield;
      interview.replay(most, 0);
    } else if (packs === ALL) {
      // What is offered after the step hangs on the whole circuit.
      interview.ahead(interview.empty, "refining");
      yield;
      const { space } = interview;
      yield;
      space.begin();
      yield;
      space.isPossible([]);
    }
  };
}
