// Answers all that is asked, from the start to the step, and opens every row there; returns what was met.
async (answers) => {
  const press = (words) => [...document.querySelectorAll("main button")].find((each) => each.textContent === words).click();
  const tick = (id) => document.getElementById(id).click();
  const walked = [];
  press("Begin");
  press("Continue");
  for (let form; (form = document.querySelector("form[data-question]"));) {
    const key = form.dataset.question, answer = answers[key] ?? "not_sure", chosen = [answer].flat();
    const rows = [...form.querySelectorAll(".row p")].map(({ id }) => id.slice("row-".length));
    walked.push(key);
    if (typeof answer === "number") document.getElementById("number").value = answer;
    else if (rows.length && answer !== "rather_not_say") {
      const other = chosen.includes("not_sure") ? "not_sure" : "no";
      rows.forEach((row) => tick(`${row}-${chosen.includes(row) ? "yes" : other}`));
    } else chosen.forEach((each) => tick(`answer-${each}`));
    press("Continue");
    if (document.querySelector("[role=alert]")) throw new Error(`${key}: ${document.querySelector(".fault").textContent}`);
  }
  press("See your next step");
  const rows = {};
  for (const row of document.querySelectorAll(".rows details")) {
    row.open = true;
    while (!row.querySelector("summary ~ *").childNodes.length) await new Promise((done) => setTimeout(done, 20));
    rows[row.id] = row.textContent;
  }
  const lines = [...document.querySelectorAll(".screen [data-line]")].map(({ dataset }) => dataset.line);
  return { walked, step: document.querySelector(".screen h1").textContent, lines, rows };
}
