// How many questions are still to come, most likely: as many as came on the ways of people like this one.

/**
 * For each way, how many of these answers it has.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {import("./circuit.js").Answers} answers
 */
function likeness({ questions, data }, answers) {
  const like = new Int32Array(data.questions[0].ways.length);
  for (const { key, asked, signs, ways } of Object.values(questions)) if (key in answers && !asked) {
    const sign = signs[JSON.stringify(answers[key])];
    for (let way = 0; way < like.length; way++) if (ways[way] === sign) like[way]++;
  }
  return like;
}

/**
 * The ways, those that are most like these answers first: numbers are sorted quickest, and each holds both.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {import("./circuit.js").Answers} answers
 */
export function alike(circuit, answers) {
  return likeness(circuit, answers).map((count, way) => way - (count << 16)).sort().map((each) => each & 0xffff);
}

/**
 * Says of questions by their keys if they are put to whoever gave these answers, even if they cannot decide. While that is
 * open, perhaps.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {import("./circuit.js").Answers} answers
 */
export function besides({ questions, data }, answers) {
  const given = data.questions.filter(({ asked }) => asked === "first").map(({ key }) => answers[key]);
  return (/** @type {string} */ key) => {
    const { asked, asked_with: those } = questions[key];
    return those.length ? given.some((answer) => answer === undefined || those.includes(String(answer))) : Boolean(asked);
  };
}

/**
 * How many questions are still to come: the middle over the ways most like these answers; null where no ways are known.
 * @param {import("./circuit.js").Circuit} circuit
 * @param {import("./circuit.js").Answers} answers
 */
export function likelyMore(circuit, answers) {
  const { keys, questions } = circuit, like = likeness(circuit, answers), most = Math.max(...like), open = keys.filter((key) => !(key in answers));
  const sure = open.filter(besides(circuit, answers)), perhaps = open.filter((key) => !questions[key].asked && !sure.includes(key));
  const left = [...like.keys()].filter((way) => like[way] === most).map((way) => sure.length + perhaps.filter((key) => questions[key].ways[way] !== "@").length);
  return left.sort((one, other) => one - other)[(left.length - 1) >> 1] ?? null;
}
