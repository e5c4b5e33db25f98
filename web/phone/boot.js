// Shows what can be read without the questions unless these can run, and says so where a part of the file was changed:
// the browser runs no script whose digest does not fit.
(function () {
  "use strict";
  var root = document.documentElement;
  if (!("noModule" in document.createElement("script")) || !Object.fromEntries || !Array.prototype.at) return;
  root.className = "js";
  window.addEventListener("load", function () {
    if (root.className === "js started") return;
    root.className = "";
    document.getElementById("changed").hidden = false;
    document.getElementById("no-script").hidden = document.getElementById("steps").hidden = true;
  });
})();
