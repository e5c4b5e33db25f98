// The map by keys and buttons. Without this script it is a picture in a scroller, with its words below.
(function () {
  "use strict";
  var box = document.getElementById("map"), svg = document.getElementById("picture");
  if (!svg) return;
  var LEAST = 1, MOST = 4, NATURAL = 4 / 3, STEP = 1.25;
  var size = svg.viewBox.baseVal, told = document.getElementById("details"), tools = document.getElementById("zoom");
  var links = {}, order = [], onward = {}, back = {}, beside = [], scale = NATURAL, dragged = 0, now;

  svg.querySelectorAll(".node").forEach(function (node) {
    var id = node.dataset.id;
    links[id] = node.parentNode;
    links[id].setAttribute("tabindex", -1);
    order[links[id].id.slice(4) - 1] = id;
    onward[id] = [];
    back[id] = [];
  });
  svg.querySelectorAll(".edge").forEach(function (edge) {
    var tail = edge.dataset.tail, head = edge.dataset.head;
    onward[tail].push(head);
    back[head].push(tail);
  });
  function place(id) { return order.indexOf(id); }
  function onPath(id) { return links[id].firstElementChild.dataset.place; }

  function whole() { return Math.min(box.clientWidth / size.width, box.clientHeight / size.height); }
  function zoom(to) {
    var x = (box.scrollLeft + box.clientWidth / 2) / scale, y = (box.scrollTop + box.clientHeight / 2) / scale;
    scale = Math.min(MOST, Math.max(Math.min(whole(), LEAST), to));
    svg.setAttribute("width", size.width * scale);
    svg.setAttribute("height", size.height * scale);
    box.scrollTo(x * scale - box.clientWidth / 2, y * scale - box.clientHeight / 2);
  }
  function show(id) {
    if (now) links[now].setAttribute("tabindex", -1);
    now = id;
    links[id].setAttribute("tabindex", 0);
    var a = links[id].getBoundingClientRect(), b = box.getBoundingClientRect();
    box.scrollBy(a.left - b.left - Math.max(16, (b.width - a.width) / 2), a.top - b.top - Math.max(16, (b.height - a.height) / 2));
  }
  function go(id, others) {
    if (!id) return;
    beside = others || [];
    links[id].focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
    show(id);
    if (!told.hidden) tell();
  }
  function tell() {
    var words = document.getElementById("part-" + (place(now) + 1)).cloneNode(true);
    told.replaceChildren.apply(told, words.childNodes);
    told.hidden = false;
    told.scrollIntoView({ block: "nearest" });
    show(now);
  }
  // The nearest number of the path comes first.
  function along(ends, by) {
    ends.sort(function (a, b) { return place(a) - place(b); });
    var path = ends.filter(onPath);
    go(path[by > 0 ? 0 : path.length - 1] || ends[0], ends);
  }
  function next(by) {
    var other = beside[beside.indexOf(now) + by];
    go(other || order[place(now) + by], other && beside);
  }

  var keys = {
    ArrowRight: function () { along(onward[now], 1); },
    ArrowLeft: function () { along(back[now], -1); },
    ArrowDown: function () { next(1); },
    ArrowUp: function () { next(-1); },
    Home: function () { go(order[0]); },
    End: function () { go(order[(order.filter(onPath).length || order.length) - 1]); },
    Escape: function () {
      if (told.hidden) document.getElementById("words").focus();
      else told.hidden = true;
    }
  };
  box.addEventListener("keydown", function (event) {
    if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  told.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    told.hidden = true;
    go(now);
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a"), to = link && /^#box-(\d+)$/.exec(link.getAttribute("href"));
    if (!link || !(to || svg.contains(link))) return;
    event.preventDefault();
    if (to) return go(order[to[1] - 1]);
    if (dragged > 5) return;
    go(link.firstElementChild.dataset.id);
    tell();
  });
  tools.addEventListener("click", function (event) {
    var to = { in: scale * STEP, out: scale / STEP, fit: whole() }[event.target.dataset.zoom];
    if (to) zoom(to);
  });
  // A mouse can drag too; a finger scrolls.
  box.addEventListener("pointerdown", function () { dragged = 0; });
  box.addEventListener("pointermove", function (event) {
    if (event.pointerType !== "mouse" || event.buttons !== 1) return;
    dragged += Math.abs(event.movementX) + Math.abs(event.movementY);
    box.scrollBy(-event.movementX, -event.movementY);
  });
  box.addEventListener("dragstart", function (event) { event.preventDefault(); });

  box.classList.add("live");
  tools.hidden = document.getElementById("keys").hidden = false;
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-describedby", "keys");
  zoom(box.dataset.map === "own" ? Math.max(LEAST, Math.min(NATURAL, box.clientWidth / size.width)) : NATURAL);
  show(order[0]);
})();
