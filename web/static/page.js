// Leaving by a key, and in a way that the Back button does not undo. Everything else works without a script.
(function () {
  "use strict";
  var TIMES = 3, count = 0;
  var said = document.getElementById("leaving");

  function leave() {
    document.body.hidden = true;
    location.replace("/leave");
  }

  document.querySelectorAll("[data-leave]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      count = 0;
      if (said) said.textContent = "";
      return;
    }
    count += 1;
    if (count === TIMES) return leave();
    var left = TIMES - count;
    if (said) said.textContent = "To exit this page, press Shift " + left + (left === 1 ? " more time." : " more times.");
  });

  // A page that the browser kept as it was is asked for anew: it may have been left since.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });

  var summary = document.getElementById("summary");
  if (summary) summary.focus();
})();
