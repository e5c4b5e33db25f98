// One question as a form, and what was chosen there understood as an answer.

import { listOf, NONE, NOT_SURE, RATHER_NOT_SAY } from "./circuit.js";
import { choice, h } from "./elements.js";
import { days } from "./people.js";
import { counted, put, saidUnknown } from "./sentences.js";

const DAYS = "days";
/** @type {Record<string, number>} how many days these are */
const LENGTHS = { days: 1, weeks: 7, months: 365 / 12, years: 365 };

const COUNTS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const LENGTH = /^(\S+?) ?(day|week|month|year)s?$/;

/** @typedef {import("./circuit.js").Answer} Answer */
/** @typedef {import("./circuit.js").Data} Data */
/** @typedef {import("./circuit.js").Question} Question */
/** @typedef {{ answer?: Answer, problem?: string }} Understood */

/**
 * The form of a question. `given` is the answer it has, `sent` what its form held when it was sent, and `problem` what
 * was wrong with that.
 * @param {Data} data
 * @param {Question} question
 * @param {Answer | undefined} given
 * @param {FormData | undefined} sent
 * @param {{ words: string, share: number }} caption
 * @param {string | undefined} problem
 * @param {any} buttons
 * @param {string} today
 * @param {(understood: Understood, sent: FormData) => void} onanswer
 * @param {(understood: Understood) => void} onchosen called with what is chosen so far, at each change
 */
export function form(data, question, given, sent, caption, problem, buttons, today, onanswer, onchosen) {
  const { type, grid, open, options, headings, unit, minimum, maximum, key } = question, said = data.manner.sentences;
  const kind = type === "many" ? "checkbox" : "radio", held = sent ? sent.getAll("answer") : given === undefined ? [] : listOf(given);
  const described = problem ? "problem" : undefined, box = (value, words, id = `answer-${value}`) => choice(kind, "answer", value, words, held.includes(value), described, id);
  const none = type === "many" && !open && box(NONE, grid ? said.NO_TO_OTHERS : said.NONE_OF_THESE);
  const known = Object.entries(options).map(([value, words]) => [headings[value] && h("h2.heading", {}, headings[value]),
    grid ? row(value, words, sent ? sent.get(`row-${value}`) : chosenInRow(value, given)) : box(value, words)]);
  const unknown = Object.entries(saidUnknown(data, question)).filter(([value]) => !grid || value !== NOT_SURE);
  const typed = (/** @type {string} */ name) => sent && String(sent.get(name));
  const number = type === "number" && [
    h("div.number", {}, h("label", { for: "number" }, unit === DAYS ? "How long" : put(said.HOW_MANY, unit, String(minimum), String(maximum))),
      h("input", { type: "text", inputmode: "decimal", autocomplete: "off", id: "number", name: "number", size: 8,
        value: typed("number") ?? (Number.isInteger(given) && given), "aria-describedby": described, "aria-invalid": problem && "true" }), " ",
      unit === DAYS && h("select", { name: "length", "aria-label": "Days, weeks, months or years" },
        Object.keys(LENGTHS).map((each) => h("option", { selected: typed("length") === each }, each)))),
    unit === DAYS && h("div.number", {}, h("label", { for: "date" }, "or since this day"),
      h("input", { type: "date", id: "date", name: "date", max: today, value: typed("date") })),
    h("p.or", {}, "or"),
  ];
  const hint = grid ? said.IN_A_GRID : type === "many" && (open ? said.SELECT_ANY : said.SELECT_ALL);
  const made = h(problem ? "form.faulty" : "form", { novalidate: true },
    h("p.caption", {}, h("span", {}, data.topics[question.topic]), h("span", {}, caption.words)),
    h("progress", { max: 100, value: Math.floor(caption.share), "aria-hidden": "true" }),
    h("fieldset", { "aria-describedby": described },
      h("legend", {}, h("h1", { tabindex: -1 }, question.ask)),
      question.help && question.help.match(/.+?(\. |$)/g).map((each) => h("p.hint", {}, each)),
      hint && h("p.hint", {}, hint),
      grid && !open && box(NONE, said.NO_TO_THESE, "no-to-all"), number, known, none, h("div.unknowns", {}, unknown.map(([value, words]) => box(value, words)))),
    h("div.buttons", {}, h("button", { type: "submit" }, "Continue"), buttons));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = new FormData(made);
    onanswer(understood(data, question, sent, today), sent);
  });
  made.addEventListener("input", ({ target: changed }) => {
    const { type: by, name, value, checked } = /** @type {HTMLInputElement} */ (changed);
    // A number goes without the lines below it, and both "no to all" are one.
    if (type === "number" && name !== "length") made.querySelectorAll(by === "radio" ? ".number input" : "[type=radio]").forEach((each) => { each[by === "radio" ? "value" : "checked"] = ""; });
    if (value === NONE) made.querySelectorAll(`[value=${NONE}]`).forEach((each) => { each.checked = checked; });
    onchosen(understood(data, question, new FormData(made), today));
  });
  made.dataset.question = key;
  return made;
}

const WAYS = { yes: "Yes", no: "No", not_sure: "Not sure" };

/**
 * What an answer says of a line; nothing where the line may have been left.
 * @param {string} key
 * @param {Answer | undefined} given
 */
function chosenInRow(key, given) {
  const held = given === undefined ? [RATHER_NOT_SAY] : listOf(given);
  if (held.includes(key)) return "yes";
  return [RATHER_NOT_SAY, NOT_SURE].some((each) => held.includes(each)) ? given === NOT_SURE && NOT_SURE : "no";
}

/**
 * A line of a list, with yes, no and not sure.
 * @param {string} key
 * @param {string} words
 * @param {any} chosen
 */
function row(key, words, chosen) {
  return h("div.row", { role: "radiogroup", "aria-labelledby": `row-${key}` }, h("p", { id: `row-${key}` }, words),
    h("div.ways", {}, Object.entries(WAYS).map(([value, said]) => h("div", {},
      h("input", { type: "radio", id: `${key}-${value}`, name: `row-${key}`, value, checked: chosen === value }),
      h("label", { for: `${key}-${value}` }, said)))));
}

/**
 * The answer that was chosen, or the problem with it.
 * @param {Data} data
 * @param {Question} question
 * @param {FormData} sent
 * @param {string} today up to which a date is counted
 * @returns {Understood}
 */
export function understood(data, question, sent, today) {
  const { type, grid, open, options, minimum, maximum, unit } = question, names = Object.keys(options), texts = data.manner.sentences;
  // "No to all" stands above and below a list, and is ticked at both places.
  const chosen = [...new Set(sent.getAll("answer").map(String))], typed = String(sent.get("number") ?? "").trim(), alone = (what, inGrid = false) => ({ problem: put(inGrid ? texts.BY_ITSELF_IN_A_GRID : texts.BY_ITSELF, what) });
  if (type === "number") {
    const date = String(sent.get("date") ?? "");
    if (date && (typed || chosen.length)) return { problem: texts.GIVE_ONE_OR_DAY };
    if (date > today) return { problem: texts.STILL_TO_COME };
    if (!date && !typed && !chosen.length) return { problem: data.manner.sentences.NOTHING_CHOSEN };
    if (typed && chosen.length) return { problem: texts.GIVE_ONE };
    if (chosen.length) return { answer: chosen[0] };
    const plain = typed.normalize("NFKC").toLowerCase().split(/\s+/).join(" ");
    const [, said = plain.replace(unit, "").trim(), named = ""] = (unit === DAYS && LENGTH.exec(plain)) || [];
    const amount = COUNTS.includes(said) ? String(Math.max(1, COUNTS.indexOf(said))) : said;
    const length = LENGTHS[named ? `${named}s` : String(sent.get("length"))] ?? 1, isNumber = length === 1 ? /^[0-9]{1,9}$/ : /^[0-9]{1,4}([.,][0-9]+)?$/;
    const number = date ? days(date, today) : isNumber.test(amount) ? Math.floor(Number(amount.replace(",", ".")) * length) : -1;
    return number >= minimum && number <= maximum ? { answer: number } : { problem: put(texts.WHOLE_NUMBER, String(minimum), `${maximum}${unit === DAYS ? " days, or less than that in weeks, months or years" : ""}`) };
  }
  const rows = Object.fromEntries(names.map((key) => [key, sent.get(`row-${key}`)]).filter(([, value]) => value));
  if (grid && (Object.keys(rows).length || !chosen.length)) {
    if (chosen.includes(RATHER_NOT_SAY)) return alone(data.manner.unknown[RATHER_NOT_SAY], true);
    const ticked = names.filter((key) => rows[key] === "yes"), left = !chosen.includes(NONE) && names.some((key) => !rows[key]);
    if (left && !ticked.length) return { problem: !Object.keys(rows).length ? data.manner.sentences.NOTHING_CHOSEN : texts.SOME_LEFT };
    return { answer: oneForm(left || Object.values(rows).includes(NOT_SURE) ? [...ticked, NOT_SURE] : ticked.length ? ticked : [NONE]) };
  }
  if (!chosen.length) return open ? { answer: NOT_SURE } : { problem: data.manner.sentences.NOTHING_CHOSEN };
  if (type !== "many") return { answer: chosen[0] };
  if (chosen.length > 1 && chosen.includes(NONE)) return alone(data.manner.sentences.NONE_OF_THESE);
  if (chosen.length > 1 && chosen.includes(RATHER_NOT_SAY)) return alone(data.manner.unknown[RATHER_NOT_SAY]);
  return { answer: oneForm(chosen) };
}

/** An unknown alone is a word. */
const oneForm = (/** @type {string[]} */ answer) => (answer.length === 1 && [NOT_SURE, RATHER_NOT_SAY].includes(answer[0]) ? answer[0] : answer);

/**
 * The form before the questions: what everybody may leave out, and where the exit leads.
 * @param {Question[]} first
 * @param {import("./circuit.js").Answers} given
 * @param {{ address: string, words: string }[]} targets
 * @param {string} target the one chosen
 * @param {(answers: import("./circuit.js").Answers, target: string) => void} onsent
 */
export function beginning(first, given, targets, target, onsent) {
  const made = h("form", { onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const sent = new FormData(made);
    onsent(Object.fromEntries(first.map(({ key }) => [key, String(sent.get(key) || NOT_SURE)])), String(sent.get("target")));
  } },
  first.map((question) => [
    h("h2", {}, h("label", { for: question.key }, question.ask)),
    h("p.hint", { id: `hint-${question.key}` }, question.why),
    optionsOf(question, given[question.key]),
  ]),
  h("details", {}, h("summary", {}, "Where the exit leads"), h("fieldset", {}, h("legend.hidden", {}, "Where the exit leads"),
    targets.map(({ address, words }) => choice("radio", "target", address, words, target === address)))),
  h("button", { type: "submit" }, "Continue"));
  return made;
}

/**
 * The options of a question as a list to choose from, below their headings.
 * @param {Question} question
 * @param {Answer | undefined} given
 */
function optionsOf({ key, options, headings }, given) {
  const list = h("select", { id: key, name: key, "aria-describedby": `hint-${key}` }, h("option", { value: "" }, "Leave it out"));
  let within = list;
  for (const [value, words] of Object.entries(options)) {
    if (headings[value]) list.append(within = h("optgroup", { label: headings[value] }));
    within.append(h("option", { value, selected: given === value }, words));
  }
  return list;
}

/**
 * Why a question is asked, and what its answers do, which is worked out when somebody looks.
 * @param {Data} data
 * @param {Question} question
 * @param {string} bound how many more come
 * @param {() => string[]} effect
 */
export function why(data, question, bound, effect) {
  const place = h("div"), made = h("details.why", {}, h("summary", {}, data.manner.sentences.WHY_WE_ASK), h("p", {}, question.why), bound && h("p", {}, bound), place);
  made.addEventListener("toggle", () => {
    if (!made.open || place.childNodes.length) return;
    const [first, ...does] = effect();
    if (first) place.append(h("p", {}, first), h("ul", {}, does.map((each) => h("li", {}, each))));
  });
  return made;
}

/**
 * How many questions mostly come before the step, and then how many at most.
 * @param {Data} data
 * @param {number} more
 * @param {number | null} about
 */
export function bound({ manner: { sentences: said } }, more, about) {
  const mostly = about && about < more ? `${put(said.MOSTLY, counted(about, said.A_QUESTION))} ` : "";
  return mostly + put(said.AT_MOST, String(more));
}

/**
 * How far along somebody is, in words and in hundredths of the way. A question takes twenty seconds.
 * @param {Data} data
 * @param {import("./conversation.js").Conversation} conversation
 */
export function progress({ manner: { sentences: said } }, { isRefining, isChanging, place, replay, atMostMore: more, likelyMore: about }) {
  const number = put(said.QUESTION, String(place + 1)), done = place + 1 - replay.deciding;
  if (isRefining) return { words: put(said.EXTRA, String(done), String(done + more)), share: 100 * (done - 1) / (done + more) };
  return {
    words: isChanging ? put(said.CHANGING, number)
      : !more ? put(said.LAST, number)
      : about === null ? put(said.AT_MOST_AFTER, number, String(more))
      : about ? put(said.ABOUT_SO_MANY, number, counted(about, said.A_QUESTION), counted(Math.max(1, Math.round(about / 3)), said.A_MINUTE)) : put(said.NEARLY_DONE, number),
    share: 100 * place / (place + 1 + (about ?? more)),
  };
}
