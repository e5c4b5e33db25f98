// How many questions are still to come, most likely: as many as came on the ways of people like this one.

const NOT_ASKED = "@".charCodeAt(0);

/** The middle of some numbers, and between two of them the even one. */
function middle(/** @type {number[]} */ numbers) {
  const all = numbers.sort((one, other) => one - other), half = all.length >> 1;
  const found = all.length % 2 ? all[half] : (all[half - 1] + all[half]) / 2, low = Math.floor(found);
  return found === low ? low : low + (low % 2);
}

/**
 * The questions still to come, over the ways that fewest of these answers are off; null where no ways are known.
 * @param {import("./circuit.js").Data} data
 * @param {import("./circuit.js").Answers} answers
 */
export function likelyMore({ questions }, answers) {
  const count = questions[0].ways.length, off = new Uint16Array(count), left = new Uint16Array(count);
  let everybody = 0;
  for (const { key, asked, said, ways } of questions) {
    const isGiven = key in answers, answer = JSON.stringify(answers[key]);
    if (asked) everybody += Number(!isGiven);
    else for (let way = 0, place = 1 + said.findIndex((each) => JSON.stringify(each) === answer); way < count; way++) {
      const there = ways.charCodeAt(way) - NOT_ASKED;
      if (isGiven) off[way] += Number(!there || there !== place);
      else left[way] += Number(there > 0);
    }
  }
  const least = Math.min(...off);
  return count ? middle([...left].filter((_, way) => off[way] === least)) + everybody : null;
}
