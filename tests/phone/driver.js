// Answers sheets with the engine of the phone; returns what differs from what is expected.
(data, cases) => {
  const { Interview } = modules.interview, { Conversation } = modules.conversation;
  const { Consultation } = modules.consultation, { explain } = modules.explaining, { Telling } = modules.telling, { way } = modules.way;
  const interview = new Interview(data), { whole: circuit, space } = interview;

  function asked(answers) {
    const found = [];
    let now = new Conversation(interview);
    for (const agreed of [false, true]) {
      if (agreed) {
        found.push(["offered", now.onOffer(data.manner.at_a_time)]);
        now = now.wanting(now.refined + data.manner.at_a_time);
      }
      while (now.question) {
        const urgent = modules.telling.isCalledFor(now);
        found.push([now.question.key, urgent, ...(now.isRefining ? [] : [now.atMostMore, now.likelyMore])]);
        now = now.answered(answers[now.question.key] ?? "not_sure");
      }
    }
    const key = now.replay.line[Math.floor(now.replay.line.length / 2)], slip = now.changing(key).answered("rather_not_say");
    found.push(["slip", slip.replay.line], ["undone", slip.changing(key).answered(now.answers[key]).replay.line]);
    interview.forget();
    return found;
  }

  function record(consultation, explanation, code, today) {
    const { step, answers } = consultation, { key, title, contact, ends_interview } = step, days = consultation.lookAgain;
    const { screen, rows } = new Telling(consultation, explanation, data.countries.find((each) => each.code === code), today);
    const given = circuit.keys.filter((each) => each in answers);
    return {
      schema: data.manner.record,
      knowledge_base: data.knowledge_base,
      step: { id: key, title, contact, ends_interview, look_again: today && days ? modules.sentences.later(today, days) : null },
      screen, rows,
      people: modules.people.people(consultation, code, today),
      deciding: explanation.deciding,
      findings: consultation.findings,
      answers: Object.fromEntries(given.map((each) => [each, circuit.questions[each].type === "many" ? [answers[each]].flat() : answers[each]])),
      left_out: [],
    };
  }

  const differ = [];
  cases.forEach((each, place) => {
    let got;
    try {
      const consultation = new Consultation(circuit, each.answers), explanation = explain(space, consultation);
      got = {
        asked: asked(each.answers),
        record: record(consultation, explanation, each.country, each.today),
        way: way(consultation, explanation),
      };
    } catch (error) {
      return differ.push([place, "failed", String(error), ""]);
    }
    for (const what of ["asked", "record", "way"]) {
      const said = JSON.stringify(got[what]), wanted = each[what];
      if (said === wanted) continue;
      let at = 0;
      while (said[at] === wanted[at]) at++;
      differ.push([place, what, said.slice(Math.max(0, at - 80), at + 80), wanted.slice(Math.max(0, at - 80), at + 80)]);
    }
  });
  return differ;
}
