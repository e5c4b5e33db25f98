// The page: its views, moving between them, and leaving. All that is known of a person is in `here`, and goes with it.

import { beginning, bound, form, progress, why } from "./asking.js";
import { by, Circuit } from "./circuit.js";
import { Consultation } from "./consultation.js";
import { keeping, openingKept } from "./copies.js";
import { button, h, linked, one } from "./elements.js";
import { explain } from "./explaining.js";
import { Conversation } from "./conversation.js";
import { Interview } from "./interview.js";
import { canKeep, kept } from "./keeping.js";
import { leavable } from "./leaving.js";
import { anywhere, guessed, links, people, reachable, told } from "./people.js";
import { effect } from "./effects.js";
import { closed, handedOn, printable, sections, stages, wayIn } from "./result.js";
import { asText, helplines, picker, section } from "./showing.js";
import { onTheWay, Telling, who } from "./telling.js";
import { answered, back, go, heading, more, show, stayingSafe, welcome } from "./views.js";
import { way } from "./way.js";

/** How long somebody rests, in milliseconds, before what may come next is made ready. */
const REST = 250, BLANK = "about:blank";

/** @typedef {{ name: string, country: string, unproved: boolean, digest: string, targets: { address: string, words: string }[] }} Options */

/**
 * Opens the page at its start, which needs nothing of the data. What later views need can be made ready then.
 * @param {import("./circuit.js").Data} data
 * @param {Options} options
 * @param {string} file the text of the file, as it was before anything was shown
 * @param {(packs: number) => void} unpack adds so many packs to the data, where they are not there yet
 * @returns {(packs: number) => Iterable<void>} makes ready the first question, or what is first searched for, once so many are
 *   there; a part at a time, so that whoever touches the page meanwhile need not wait for all of it
 */
export function open(data, options, file, unpack) {
  const status = one("#status");
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  let circuit = /** @type {Circuit} */ (null), interview = /** @type {Interview} */ (null), first = /** @type {import("./circuit.js").Question[]} */ ([]);
  /**
   * `country` is the code of the one that was chosen, and `sent` holds the forms of questions as they were sent.
   * @type {{ conversation: Conversation | null, country: string | undefined, target: string, sent: Record<string, { answer: string, sent: FormData }> }}
   */
  let here;

  function forget() {
    here = { conversation: null, country: options.country || undefined, target: BLANK, sent: {} };
    interview?.forget();
  }

  /** Leaves nothing: not in memory, and not in the list of pages of this tab. */
  function leave() {
    const { target } = here;
    forget();
    document.body.replaceChildren();
    location.replace(target);
  }

  /** Makes what the questions, and people to call, need. */
  function ready() {
    unpack(2);
    if (circuit) return;
    circuit = new Circuit(data);
    interview = new Interview(circuit);
    first = Object.values(circuit.questions).filter(({ asked, type }) => asked === "first" && ["choice", "yes_no"].includes(type));
  }

  /** Adds all that is told. */
  const complete = () => unpack(3);

  /** @typedef {() => void} View */
  const code = () => here.country ?? guessed(data)?.code ?? "";
  const ours = () => by(data.countries, "code")[code()];

  // Before the questions

  function start() {
    show("Start", heading("What now?"), welcome(options),
      !here.conversation && kept() && openingKept(({ answers, country }) => {
        ready();
        here.country = country || undefined;
        follow(Conversation.begun(interview, answers));
      }),
      here.conversation ? [go("Go on where you were", resume), button("Start over", again, true)] : go("Begin", begin),
      h("p", {}, "If you are in danger now, call for help first."), button("Get help now", help, true));
  }

  function begin() {
    ready();
    const given = here.conversation?.answers ?? {};
    const made = beginning(first, given, options.targets, here.target, (answers, target) => {
      here.target = target;
      let now = here.conversation ?? Conversation.begun(interview);
      for (const [key, answer] of Object.entries(answers)) {
        const place = now.replay.line.indexOf(key);
        if (place >= 0) now = now.at(place).answered(answer);
      }
      follow(now.on());
    });
    show("Before you begin", back("Back", start), heading("Before you begin"),
      h("p", {}, "Nothing is sent. ", h("strong", {}, "Your phone’s Back button drops all your answers:"), " use “Back” above."),
      stayingSafe(), made);
  }

  function again() {
    here.conversation = null;
    here.sent = {};
    begin();
  }

  function keep() {
    show("Your answers", back("Back", check), heading("Keep your answers"),
      keeping(file, () => ({ answers: here.conversation.answers, country: here.country }), () =>
        show("Your answers", back("Back", check), heading("Your copy is made"),
          h("p", {}, "It is among the files you downloaded. Open it, and type your words, to go on from here."))));
  }

  // The questions

  function follow(/** @type {Conversation} */ conversation) {
    here.conversation = conversation;
    if (conversation.question) ask();
    else if (conversation.endsAtOnce) step();
    else check();
  }

  const resume = () => follow(here.conversation.on());

  /** Finds what the view after an answer needs before anybody touches "Continue": the interview keeps what it found. */
  function prepare(/** @type {Conversation} */ next) {
    const isUrgent = interview.surelyEnds(next.answers);
    if (next.question) progress(data, next);
    else if (!next.endsAtOnce) next.enough().onOffer(data.manner.at_a_time);
    if (isUrgent) complete();
  }

  /** @param {FormData} [tried] what the form holds that is not to be lost */
  function ask(problem = "", tried) {
    const now = here.conversation, { question, place, isRefining, replay: { line } } = now, more = now.atMostMore, { key } = question;
    const given = now.answers[key], held = here.sent[key], isAsSent = held && held.answer === JSON.stringify(given);
    const before = now.returning ? check : !place || first.includes(circuit.questions[line[place - 1]]) ? begin : () => follow(now.back());
    const enough = isRefining && button("That is enough", check, true);
    const isUrgent = Object.keys(now.answers).length > 0 && interview.surelyEnds(now.answers);
    if (isUrgent) complete();
    let rest = 0;
    show(`${problem ? "Error: " : ""}Question ${place + 1}`, back("Back", before),
      problem && h("div.problem.missing", { role: "alert", tabindex: -1 }, h("p", { id: "problem" }, problem)),
      isUrgent && h("div.on-the-way", {}, section(onTheWay(new Consultation(circuit, now.answers), ours(), today), 2),
        country(() => ask("", new FormData(one("form[data-question]"))))),
      form(data, question, given, tried ?? (isAsSent ? held.sent : undefined), progress(data, now), problem, enough, today, ({ answer, problem }, sent) => {
        if (problem) return ask(problem, sent);
        here.sent[key] = { answer: JSON.stringify(answer), sent };
        follow(now.answered(answer));
      }, ({ answer }) => {
        clearTimeout(rest);
        if (answer !== undefined) rest = setTimeout(() => here.conversation === now && prepare(now.answered(answer)), REST);
      }),
      why(data, question, more > 0 && !isRefining ? bound(data, more, now.likelyMore) : "", () => {
        complete();
        return effect(interview.space, question, now.answers);
      }));
  }

  function check() {
    const now = (here.conversation = here.conversation.enough()), { line } = now.replay;
    if (now.question) return ask();
    const offer = h("div");
    show("Your answers", back("Back", () => follow(line.length ? now.at(line.length - 1) : now)), heading("Your answers"),
      h("p", {}, data.manner.sentences.LOOK_OVER), go("See your next step", step),
      offer,
      answered(circuit, now, (key) => follow(now.changing(key))),
      h("div.buttons", {}, button("See your next step", step), canKeep() && button("Keep these answers in a file", keep, true), button("Start over", again, true)));
    // The first time this takes a while, and nobody has to wait for it: the answers are in view before.
    setTimeout(() => offer.isConnected && offer.append(...more(data, now.onOffer(data.manner.at_a_time), (count) => follow(now.fitting(count)))), 50);
  }

  // The step

  function step() {
    complete();
    const now = here.conversation, consultation = new Consultation(circuit, now.answers), { ends_interview: ends } = consultation.step;
    const telling = new Telling(consultation, null, ours(), today);
    const explanation = () => explain(interview.space, consultation);
    const exact = () => (ends ? telling : new Telling(consultation, explanation(), ours(), today));
    const guarded = new Set(circuit.keys.filter((key) => circuit.questions[key].guard));
    const rows = telling.rows.map((row) => closed(row, () => {
      const { key } = row;
      if (key === "people") return [sections(row), country(withPeople), h("div.helplines", {}, helplines(data, people(consultation, code(), today), 3, false, true))];
      const told = ["why", "change"].includes(key) ? exact().rows.find((each) => each.key === key) : row;
      return [sections(told, guarded), key === "why" && [wayIn(data, way(consultation, explanation())), stages(consultation)]];
    }));
    // Right below the numbers; where these come first and are of no country, the step is not kept waiting for a choice.
    const isLate = ends && !ours();
    const place = telling.screen.findIndex(({ key, items }) => key === (isLate ? "step" : "numbers") || (!ends && items.some(({ links }) => links.length)));
    show("Next step", back("Back", ends ? () => follow(now.at(now.replay.line.length - 1)) : check),
      h(ends ? "div.screen.help-first" : "div.screen", {}, telling.screen.map((each, at) => [section(each, 2), at === place && country(step)])),
      h(ends ? "div.rows" : "div.rows.whole", {}, rows),
      handedOn(telling, () => asText(exact(), people(consultation, code(), today)), status),
      !ends && h("p.go", {}, button("Look at your answers again", check, true)));
    one("#step").focus({ preventScroll: true });
  }

  function withPeople() {
    step();
    one("#people").open = true;
  }

  // People to call

  function country(/** @type {View} */ then) {
    return picker(data, here.country, (code) => { here.country = code; then(); });
  }

  function help() {
    ready();
    const found = reachable(data, code()).map((each) => told(data, each, data.purposes.map(({ key }) => key), today));
    show("Get help now", back("Back", here.conversation ? resume : start), heading("Get help now"),
      h("p.lead", {}, data.manner.sentences.IN_DANGER),
      !ours() && h("p.emergency", {}, linked(anywhere(data), links(data, anywhere(data)))),
      !ours() && country(help),
      h("section", { "aria-label": "People to call" }, helplines(data, found, 2, [ours() && country(help),
        h("p.hint", {}, `${data.manner.sentences.CAN_BE_SEEN} Links to pages need the network, and leave this page: then your answers are gone.`)])));
  }

  function about() {
    ready();
    show("About this page", back("Back", here.conversation ? resume : start), heading("About this page"),
      who(data).map((each) => section(each, 2)),
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
  addEventListener("pagehide", () => { forget(); one("#main").replaceChildren(); });
  addEventListener("pageshow", (event) => event.persisted && start());

  forget();
  start();
  return function* (packs) {
    ready();
    yield;
    if (packs === 2) {
      interview.ahead(interview.empty);
      yield;
      Conversation.begun(interview);
      return;
    }
    const { space } = interview;
    yield;
    space.begin();
    yield;
    space.isPossible([]);
  };
}
