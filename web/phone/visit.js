// What is known of whoever is here, and what the data is made into for them. All that they said goes with an exit.

import { by } from "./sentences.js";
import { Interview } from "./interview.js";
import { guessed } from "./people.js";

const BLANK = "about:blank";
/** How many packs the questions need, people to call, and all that is told. */
export const ASKING = 2, PEOPLE = 3, ALL = 5;

/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {{ name: string, country: string, unproved: boolean, digest: string, targets: { address: string, words: string }[] }} Options */

export class Visit {
  /** @type {Interview | null} */
  interview = null;
  /** @type {import("./circuit.js").Question[]} those that stand before the others, in one view */
  first = [];
  today = new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

  /**
   * @param {import("./circuit.js").Data} data
   * @param {Options} options
   * @param {(packs: number) => void} unpack adds so many packs to the data, where they are not there yet
   */
  constructor(data, options, unpack) {
    this.data = data;
    this.options = options;
    this.unpack = unpack;
    this.forget();
  }

  /** Drops all that somebody said. */
  forget() {
    /** @type {Conversation | null} */
    this.conversation = null;
    /** @type {string | undefined} the code of the country that was chosen */
    this.country = this.options.country || undefined;
    this.target = BLANK;
    /** @type {Record<string, { answer: string, sent: FormData }>} the forms of questions as they were sent */
    this.sent = {};
    /** @type {{ answer: string, next: Conversation, view: import("./questions.js").View } | null} what comes after an answer that was chosen */
    this.ahead = null;
    /** @type {Conversation | null} the one whose step is in view, or was before somebody looked for help */
    this.told = null;
    this.interview?.forget();
  }

  /** Makes what the questions need. */
  ready() {
    this.unpack(ASKING);
    if (this.interview) return;
    this.interview = new Interview(this.data, () => this.complete());
    this.first = Object.values(this.interview.circuit.questions).filter(({ asked, type }) => asked === "first" && ["choice", "yes_no"].includes(type));
  }

  /** Adds people to call, and what this copy says of itself. */
  reachable() {
    this.unpack(PEOPLE);
  }

  /** Adds all that is told. */
  complete() {
    this.unpack(ALL);
  }

  /** The code of the country that was chosen, or that the phone names. */
  get code() {
    return this.country ?? guessed(this.data)?.code ?? "";
  }

  /** That country, if it is one of these. */
  get ours() {
    return by(this.data.countries, "code")[this.code];
  }
}
