// The page: its views, moving between them, and leaving. All that is known of a person is in `here`, and goes with it.

import { form } from "./asking.js";
import { by, Circuit } from "./circuit.js";
import { Consultation } from "./consultation.js";
import { button, choice, h } from "./elements.js";
import { explain } from "./explaining.js";
import { Conversation, Interview } from "./interview.js";
import { countries, reachable, told } from "./people.js";
import { asText, helplines, section } from "./showing.js";
import { Space } from "./space.js";
import { inWords, onTheWay, people, Telling, who } from "./telling.js";

const BLANK = "about:blank", SHIFTS = 3;

export function open(data, options) {
  const circuit = new Circuit(data), interview = new Interview(circuit), channel = globalThis.BroadcastChannel && new BroadcastChannel("milepost");
  const main = document.getElementById("main"), status = document.getElementById("status");
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  let here, space;

  function forget() {
    here = { conversation: null, country: options.country, target: BLANK };
    space = null;
    interview.forget();
  }

  /** Leaves nothing: not in memory, not in the list of pages of this tab, not in another tab of this file. */
  function leave(event) {
    event?.preventDefault();
    const { target } = here;
    if (event) channel?.postMessage("leave");
    forget();
    document.body.replaceChildren();
    location.replace(target);
  }

  /** Puts a view in place of the one before, and leads whoever listens or uses keys to its heading. */
  function show(title, ...parts) {
    document.title = title;
    main.replaceChildren(...h("div", {}, parts).childNodes);
    scrollTo(0, 0);
    (main.querySelector("[role=alert]") ?? main.querySelector("h1"))?.focus({ preventScroll: true });
  }

  const back = (words, to) => h("p", {}, h("a.back", { href: "#", onclick: (event) => { event.preventDefault(); to(); } }, words));
  const heading = (words) => h("h1", { tabindex: -1 }, words);
  const go = (words, to) => h("p.go", {}, button(words, to));
  const chosen = () => by(data.countries, "code")[here.country];

  // Before the questions

  function start() {
    show("Start", heading("What now?"),
      options.unproved && h("p.problem", {}, "Nobody has proved the promises of this copy. Use it to try it out, and for nothing else."),
      options.name && h("p", {}, `From ${options.name}.`),
      h("p.lead", {}, "You answer some questions. You get one next step, and why."),
      h("ul", {}, [
        "You can go back, change an answer or stop at any time.",
        "You can say that you do not know, or would rather not say.",
        "Nothing is sent. Your answers are gone when you leave.",
      ].map((each) => h("li", {}, each))),
      here.conversation ? [go("Go on where you were", resume), button("Start over", again, true)] : go("Begin", begin),
      h("p", {}, "If you are in danger now, call for help first."), button("Get help now", help, true));
  }

  function begin() {
    const first = data.questions.filter(({ asked, type }) => asked === "first" && ["choice", "yes_no"].includes(type));
    const given = here.conversation?.answers ?? {};
    const made = h("form", { onsubmit: (event) => {
      event.preventDefault();
      const sent = new FormData(made);
      here.target = sent.get("target");
      let now = here.conversation ?? Conversation.begun(interview);
      for (const { key } of first) {
        const place = now.replay.line.indexOf(key);
        if (place >= 0) now = now.at(place).answered(sent.get(key) || "not_sure");
      }
      follow(now.on());
    } },
    first.map(({ key, ask, why, options: offered }) => [
      h("h2", {}, h("label", { for: key }, ask)),
      h("p.hint", { id: `hint-${key}` }, `${why} You can leave it out.`),
      h("select", { id: key, name: key, "aria-describedby": `hint-${key}` }, h("option", { value: "" }, "Leave it out"),
        Object.entries(offered).map(([value, words]) => h("option", { value, selected: given[key] === value }, words))),
    ]),
    h("fieldset", {}, h("legend", {}, h("h2", {}, "Where does the exit lead?")), options.targets.map(({ address, words }) =>
      choice("radio", "target", address, words, here.target === address))),
    h("button", { type: "submit" }, "Continue"));
    show("Before you begin", back("Back", start), heading("Before you begin"), [
      ["Where your answers are", "They are in the memory of this page, on this device. Nothing is written to a file. Nothing is sent."],
      ["How to leave fast", "“Exit this page” is at the top. With a keyboard, you can also press the Shift key three times.",
        "It drops all your answers and opens another page. The Back button of your phone leaves too, and drops them."],
      ["What it cannot do", "Your browser keeps a list of pages. This page can stay in it, under a plain name. A file you saved stays where you saved it.",
        "It cannot stop a program that spies on this device, or a person who looks on. If that may be so, use a device they cannot reach."],
    ].map(([title, ...said]) => [h("h2", {}, title), said.map((each) => h("p", {}, each))]), made);
  }

  function again() {
    here.conversation = null;
    begin();
  }

  // The questions

  function follow(conversation) {
    here.conversation = conversation;
    if (conversation.question) ask();
    else if (conversation.endsAtOnce) step();
    else check();
  }

  const resume = () => follow(here.conversation.on());

  function ask(problem) {
    const now = here.conversation, { question, place, isRefining } = now, more = now.atMostMore;
    const caption = `${isRefining ? "Extra question" : "Question"} ${place + 1}${more ? `, at most ${more} more` : ", the last one"}`;
    const before = now.returning ? check : place ? () => follow(now.back()) : begin;
    const enough = isRefining && button("That is enough", check, true);
    const isUrgent = Object.keys(now.answers).length > 0 && interview.surelyEnds(now.answers);
    show(`${problem ? "Error: " : ""}Question ${place + 1}`, back("Back", before),
      problem && h("div.problem", { role: "alert", tabindex: -1 }, h("h2", {}, "There is a problem"), h("p", {}, problem)),
      isUrgent && h("div.on-the-way", {}, section(onTheWay(new Consultation(circuit, now.answers), chosen(), today), 2)),
      form(data, question, now.answers[question.key], caption, problem, enough, ({ answer, problem }) =>
        (problem ? ask(problem) : follow(now.answered(answer)))),
      h("details.why", {}, h("summary", {}, "Why we ask"), h("p", {}, question.why)));
  }

  function check() {
    const now = (here.conversation = here.conversation.enough()), { line } = now.replay, { answers } = now;
    if (now.question) return ask();
    const offer = h("div");
    const changing = (key) => h("a", { href: "#", onclick: (event) => { event.preventDefault(); follow(now.changing(key)); } },
      "Change", h("span.hidden", {}, ` the answer to: ${circuit.questions[key].ask}`));
    show("Your answers", back("Back", () => follow(line.length ? now.at(line.length - 1) : now)), heading("Your answers"),
      h("p", {}, "Look them over. You can change each one."), go("See your next step", step),
      offer,
      h("dl.answers", {}, line.map((key) => h("div", {}, h("dt", {}, circuit.questions[key].ask),
        h("dd", {}, inWords(data, circuit.questions[key], answers[key])), h("dd.change", {}, changing(key))))),
      h("div.buttons", {}, button("See your next step", step), button("Start over", again, true)));
    // The first time this takes a while, and nobody has to wait for it.
    setTimeout(() => offer.isConnected && offer.append(...more(now)));
  }

  /** The offer of more questions, if there are any. */
  function more(now) {
    const most = data.manner.at_a_time, count = now.onOffer(most);
    return !count ? [] : [h("section.offer", { "aria-labelledby": "offer" },
      h("h2", { id: "offer" }, `${count === 1 ? "One more question" : `${count} more questions`} would fit the advice to you`),
      h("p", {}, "Your next step stays the same. You can leave this out."),
      button(`Answer ${count === 1 ? "it" : "them"}`, () => follow(now.fitting(count)), true))];
  }

  // The step

  function step() {
    const now = here.conversation, consultation = new Consultation(circuit, now.answers), { ends_interview: ends } = consultation.step;
    const tell = (explanation) => new Telling(consultation, explanation, chosen(), today);
    const telling = tell(null), rows = h("div.rows", {}, telling.rows.map((row) => closed(row, consultation, tell)));
    show("Next step", back("Back", ends ? () => follow(now.at(now.replay.line.length - 1)) : check),
      h(ends ? "div.screen.help-first" : "div.screen", {}, telling.screen.map((each) => [section(each, 2),
        ends && each.key === "numbers" && !here.country && country(withPeople)])),
      rows, h("div.buttons", {}, button("Print", printed, true), button("Share as text", () => share(asText(tell(ends ? null : exact(consultation)))), true)),
      !ends && h("p.go", {}, button("Look at your answers again", check, true)));
    main.querySelector("#step").focus({ preventScroll: true });
  }

  /** Prints with all rows open, each of which is filled when it is opened. */
  function printed() {
    main.querySelectorAll(".rows details").forEach((row) => (row.open = true));
    setTimeout(() => print(), 100);
  }

  function withPeople() {
    step();
    document.getElementById("people").open = true;
  }

  /** A row, with what takes a while worked out when it is opened. */
  function closed(row, consultation, tell) {
    const made = h(`details.row-${row.key}`, { id: row.key }, h("summary", {}, h("h2", {}, row.title)));
    const within = h("div");
    made.append(within);
    made.addEventListener("toggle", () => {
      if (!made.open || within.childNodes.length) return;
      const isExact = ["why", "change"].includes(row.key) && !consultation.step.ends_interview;
      within.replaceChildren(...h("div", {}, opened(isExact ? tell(exact(consultation)).rows.find(({ key }) => key === row.key) : row, consultation)).childNodes);
    });
    return made;
  }

  function exact(consultation) {
    space ??= new Space(circuit, data.steps.map(({ atom }) => atom));
    return explain(space, consultation);
  }

  function opened({ key, sections }, consultation) {
    const laidOut = sections.map((each) => section(each, 3));
    if (key === "people") return [laidOut, country(withPeople), h("div.helplines", {}, helplines(data, people(consultation, here.country, today), 3))];
    return key === "why" ? [laidOut, way(consultation)] : laidOut;
  }

  /** The way to the step, and the stage it stands in, as lists. */
  function way(consultation) {
    const { reasons, answers, step: { key, title } } = consultation, { questions } = circuit;
    const path = (all) => h("ul", {}, all.map(({ rule, answers: read, below }) => h("li", {}, rule.because,
      read.map((each) => h("ul", {}, h("li", {}, `${questions[each].ask} “${inWords(data, questions[each], answers[each])}”`))),
      below.length > 0 && path(below))));
    return [
      reasons.length > 0 && h("section", { "aria-label": "Your way here" }, h("h3", {}, "Your way here"), path(reasons)),
      h("section", { "aria-label": "The stages" }, h("h3", {}, "The stages"), h("ol", {}, Object.entries(data.stages).map(([stage, steps]) =>
        h("li", {}, steps.includes(key) ? h("strong", { "aria-current": "step" }, `${stage}: ${title}`) : stage)))),
    ];
  }

  async function share(text) {
    try {
      if (navigator.share) await navigator.share({ text });
      else await navigator.clipboard.writeText(text);
      status.textContent = "It is copied.";
    } catch (error) {
      if (error.name === "AbortError") return;
      main.append(h("label", { for: "text" }, "Copy this text:"), h("textarea", { id: "text", rows: 12, readonly: true }, text));
      document.getElementById("text").select();
    }
  }

  // People to call

  function country(then) {
    const [region] = [...(navigator.languages ?? [])].flatMap((each) => /-([A-Z]{2})\b/.exec(each)?.[1] ?? []);
    const offered = !here.country && countries(data).find(({ code }) => code === region);
    const choose = (code) => { here.country = code; then(); };
    const list = h("select", { id: "country" }, h("option", { value: "" }, "Not named"),
      countries(data).map(({ code, name }) => h("option", { value: code, selected: code === here.country }, name)));
    return h("div.country", {}, offered && h("p", {}, `Your phone is set to ${offered.name}. `, button(`Show the numbers of ${offered.name}`, () => choose(offered.code), true)),
      h("label", { for: "country" }, "Your country"), list, button("Show its numbers", () => choose(list.value), true));
  }

  function help() {
    const found = reachable(data, here.country).map((each) => told(data, each, Object.keys(data.manner.purposes), today));
    show("Get help now", back("Back", here.conversation ? resume : start), heading("Get help now"),
      h("p.lead", {}, "If you are in danger now, call the emergency number of your country."),
      h("p", {}, "A call can show on your phone and on the bill. Links to pages need the network, and leave this page: then your answers are gone."),
      country(help), h("section", { "aria-label": "People to call" }, helplines(data, found, 2)));
  }

  function about() {
    show("About this page", back("Back", here.conversation ? resume : start), heading("About this page"),
      who(data).map((each) => section(each, 2)),
      h("h2", {}, "This copy"), h("p", {}, "To check that it is genuine, compare these signs with those its makers name."), h("p.sign", {}, h("code", {}, options.digest)));
  }

  // Leaving

  let shifts = 0;
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" ? shifts + 1 : 0;
    if (shifts === SHIFTS) return leave(event);
    const left = SHIFTS - shifts;
    status.textContent = shifts ? `To exit this page, press Shift ${left === 1 ? "1 more time" : `${left} more times`}.` : "";
  });
  document.querySelectorAll("[data-leave]").forEach((link) => link.addEventListener("click", leave));
  document.querySelectorAll("[data-view]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    ({ start, help, about })[link.dataset.view]();
  }));
  document.querySelector("[data-skip]").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  channel?.addEventListener("message", () => leave());
  // A browser may keep the page as it was when somebody goes elsewhere.
  addEventListener("pagehide", () => { forget(); main.replaceChildren(); });
  addEventListener("pageshow", (event) => event.persisted && start());

  forget();
  start();
  // What the first question needs is made while somebody reads.
  setTimeout(() => Conversation.begun(interview), 50);
}
