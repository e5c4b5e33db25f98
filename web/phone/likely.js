// How many questions are still to come, most likely: as many as came on the ways of people like this one.

/** The sign of the first answer; that before it says that a question was not asked. */
export const FIRST = "A".charCodeAt(0);

/**
 * For each way, how many of these answers it has.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
function likeness({ questions }, answers) {
  const alike = new Uint16Array(questions[0].ways.length);
  for (const { key, asked, said, ways } of questions) if (key in answers && !asked) {
    const answer = JSON.stringify(answers[key]), place = said.findIndex((each) => JSON.stringify(each) === answer);
    if (place >= 0) for (let way = 0; way < alike.length; way++) if (ways.charCodeAt(way) === FIRST + place) alike[way]++;
  }
  return alike;
}

/**
 * The ways, those that are most like these answers first.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function alike(data, answers) {
  const like = likeness(data, answers);
  return [...like.keys()].sort((one, other) => like[other] - like[one]);
}

/**
 * The questions that are put to whoever gave these answers, even if they cannot decide. While that is open, perhaps.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function askedBeside({ questions }, answers) {
  const given = questions.filter(({ asked }) => asked === "first").map(({ key }) => answers[key]);
  return questions.filter(({ asked, asked_with: those }) =>
    (those.length ? given.some((answer) => answer === undefined || those.includes(String(answer))) : asked)).map(({ key }) => key);
}

/**
 * How many questions are still to come: the middle over the ways most like these answers; null where no ways are known.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function likelyMore(data, answers) {
  const like = likeness(data, answers), most = Math.max(...like), beside = askedBeside(data, answers);
  const open = data.questions.filter(({ key }) => !(key in answers));
  const left = [...like.keys()].filter((way) => like[way] === most).map((way) =>
    open.filter(({ key, asked, ways }) => beside.includes(key) || (!asked && ways.charCodeAt(way) >= FIRST)).length);
  return left.sort((one, other) => one - other)[(left.length - 1) >> 1] ?? null;
}
