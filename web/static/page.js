// Leaving by a key, and in a way that the Back button does not undo. Everything else works without a script.
(function () {
  "use strict";
  var TIMES = 3, WITHIN = 2000, count = 0, alone = false, waiting = 0;
  var windows = "BroadcastChannel" in window ? new BroadcastChannel("leaving") : null;
  var said = document.getElementById("leaving");

  // A page that came as the answer to a form is kept as if it had been asked for: else Back, after the exit, leads to an
  // error of the browser that offers to send the form again.
  history.replaceState(null, "", location.href);

  function leave() {
    document.body.hidden = true;
    if (windows) windows.postMessage("left");
    location.replace(document.querySelector("[data-leave]").href);
  }

  // Somebody left in another window of this browser.
  if (windows) windows.onmessage = function () {
    document.body.hidden = true;
    location.replace("/plain");
  };

  function again() {
    count = 0;
    alone = false;
    if (said) said.textContent = "";
  }

  document.querySelectorAll("[data-leave]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.repeat) return;
    alone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!alone) again();
  });

  // Counted when it is let go: until then another key can show that it was not meant alone.
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    clearTimeout(waiting);
    waiting = setTimeout(again, WITHIN);
    count += 1;
    if (count === TIMES) return leave();
    var left = TIMES - count;
    if (said) said.textContent = "To exit this page, press Shift " + left + (left === 1 ? " more time." : " more times.");
  });
  document.addEventListener("pointerdown", again);

  // A page that the browser kept as it was is asked for anew: it may have been left since.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });

  // What goes by itself clears the others, and back.
  var boxes = Array.prototype.slice.call(document.querySelectorAll("input[type=checkbox][name=answer]"));
  var typed = document.getElementById("number");
  boxes.forEach(function (box) {
    box.addEventListener("change", function () {
      if (!box.checked) return;
      if (typed) typed.value = "";
      boxes.forEach(function (other) {
        if (other !== box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
      });
    });
  });
  if (typed) typed.addEventListener("input", function () {
    if (typed.value.trim()) boxes.forEach(function (box) { box.checked = false; });
  });

  // For as long as it is printed, the rows that paper holds are open.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll(".rows.whole > details:not([open])"));
    opened.forEach(function (row) { row.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (row) { row.open = false; });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var part = button.dataset.print === "first" ? document.documentElement : document.querySelector(".rows");
      var kind = button.dataset.print === "first" ? "first-only" : "whole";
      if (part.classList.contains(kind)) return print();
      part.classList.add(kind);
      window.addEventListener("afterprint", function () { part.classList.remove(kind); }, { once: true });
      print();
    });
  });

  var summary = document.getElementById("summary");
  if (summary) summary.focus();
})();
