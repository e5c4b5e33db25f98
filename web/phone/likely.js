// How many questions are still to come, most likely: as many as came on the ways of people like this one.

export const NOT_ASKED = "@".charCodeAt(0);

/** The middle of some numbers, and between two of them the even one. */
function middle(/** @type {number[]} */ numbers) {
  const all = numbers.sort((one, other) => one - other), half = all.length >> 1;
  const found = all.length % 2 ? all[half] : (all[half - 1] + all[half]) / 2, low = Math.floor(found);
  return found === low ? low : low + (low % 2);
}

/**
 * For each way, how many of these answers it is off.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function offEach({ questions }, answers) {
  const off = new Uint16Array(questions[0].ways.length);
  for (const { key, asked, said, ways } of questions) if (key in answers && !asked) {
    const answer = JSON.stringify(answers[key]), sign = NOT_ASKED + 1 + said.findIndex((each) => JSON.stringify(each) === answer);
    for (let way = 0; way < off.length; way++) if (sign === NOT_ASKED || ways.charCodeAt(way) !== sign) off[way]++;
  }
  return off;
}

/**
 * Is a question put to whoever gave these answers, even if it cannot decide? While that is open, perhaps.
 * @param {import("./circuit.js").Data} data
 * @param {{ asked: string, asked_with: string[] }} question
 * @param {import("./circuit.js").Answers} answers
 */
export function isAskedBeside({ questions }, { asked, asked_with: those }, answers) {
  const given = questions.filter((each) => each.asked === "first").map(({ key }) => answers[key]);
  return those.length ? given.includes(undefined) || given.some((answer) => those.includes(String(answer))) : asked !== "";
}

/**
 * The questions still to come, over the ways that fewest of these answers are off; null where no ways are known.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function likelyMore(data, answers) {
  const off = offEach(data, answers), least = Math.min(...off);
  const open = data.questions.filter(({ key }) => !(key in answers)), beside = open.filter((each) => isAskedBeside(data, each, answers));
  const alike = [...off.keys()].filter((way) => off[way] === least);
  const rest = open.filter((each) => !each.asked && !beside.includes(each));
  const left = alike.map((way) => beside.length + rest.filter(({ ways }) => ways.charCodeAt(way) > NOT_ASKED).length);
  return left.length ? middle(left) : null;
}
