"use strict";
// The page: a task on one side is shown on the other, filters, tabs, keys. What corrections.js needs of it is given back.
const desk = (() => {
  const told = JSON.parse(document.getElementById("data").textContent);
  const tasks = told.tasks;
  const source = document.getElementById("source");
  const list = document.getElementById("cards");
  const filters = document.getElementById("filters");
  const cards = Array.from(list.children);
  const byTask = new Map(cards.map((card) => [Number(card.dataset.t), card]));
  const inOrder = cards.slice().sort((a, b) => a.dataset.t - b.dataset.t);
  const texts = new Map();
  const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  let chosen = null;

  const wordsOf = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };

  // --- choosing: a task on one side is shown on the other ---
  const marksOf = (task) => Array.from(source.querySelectorAll(`[data-t~="${task}"]`));

  function choose(task, { value = "", from = "card" } = {}) {
    for (const held of document.querySelectorAll(".on, .value-on")) held.classList.remove("on", "value-on");
    chosen = task;
    const card = byTask.get(task);
    if (!card) return;
    card.classList.add("on");
    if (!card.querySelector(".tools")) {
      for (const tools of list.querySelectorAll(".tools")) tools.remove();
      const form = card.querySelector(".editor");
      card.insertBefore(copy("tools"), form);
    }
    if (card.hidden && from !== "card") { filters.reset(); filter(); }
    const marks = marksOf(task);
    for (const mark of marks) mark.classList.add("on");
    let shown = marks[0];
    if (value) {
      const exact = marks.filter((mark) => mark.dataset.v === value);
      for (const mark of exact) mark.classList.add("value-on");
      const chip = card.querySelector(`.values [data-v="${value}"]`);
      if (chip) chip.classList.add("value-on");
      shown = exact[0] || shown;
    }
    if (from !== "source" && shown) shown.scrollIntoView({ block: "center" });
    if (from !== "card") {
      showTab("tasks");
      card.scrollIntoView({ block: "center" });
      card.focus({ preventScroll: true });
    }
  }

  source.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-t]");
    if (!mark) return;
    const held = mark.dataset.t.split(" ").map(Number);
    const task = held[(held.indexOf(chosen) + 1) % held.length];  // a merged cell: the next of its tasks
    choose(task, { value: mark.dataset.v || "", from: "source" });
  });
  list.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card || event.target.closest("button, .editor")) return;
    const value = event.target.closest("[data-v]");
    choose(Number(card.dataset.t), { value: value ? value.dataset.v : "" });
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.classList.contains("card")) choose(Number(event.target.dataset.t));
  });

  // --- filters ---
  function filter() {
    const said = new FormData(filters);
    const words = String(said.get("words") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const [department, month, kind, role] = ["department", "month", "kind", "role"].map((name) => said.get(name));
    const doubts = said.get("doubts");
    let shown = 0;
    for (const card of cards) {
      const task = tasks[card.dataset.t];
      const fits =
        (!doubts || task.doubt) &&
        (!month || task.months.includes(month)) &&
        (!kind || task.kinds.includes(kind)) &&
        ((!department && !role) ||
          task.departments.some((body) => (!department || body[0] === department) && (!role || body[1] === role))) &&
        words.every((word) => wordsOf(card).includes(word));
      card.hidden = !fits;
      shown += fits;
    }
    for (const lane of document.querySelectorAll(".lane[data-t]")) lane.hidden = byTask.get(Number(lane.dataset.t)).hidden;
    document.getElementById("none").hidden = shown > 0 || !cards.length;
    document.getElementById("count").value = `${shown} / ${cards.length} ${told.words.shown}`;
  }
  function order() {
    list.append(...(filters.elements.order.checked ? inOrder : cards));
  }
  filters.addEventListener("input", filter);
  filters.elements.order.addEventListener("change", order);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(() => { order(); filter(); }));

  // --- tabs ---
  const tabs = Array.from(document.querySelectorAll("[role=tab]"));
  function showTab(name) {
    for (const tab of tabs) {
      const on = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", String(on));
      document.getElementById(tab.dataset.tab).hidden = !on;
    }
  }
  for (const tab of tabs) tab.addEventListener("click", () => showTab(tab.dataset.tab));
  document.getElementById("heat").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    filters.elements.department.value = button.dataset.department;
    filters.elements.month.value = button.dataset.month;
    filter();
    showTab("tasks");
  });
  document.getElementById("timeline").addEventListener("click", (event) => {
    const lane = event.target.closest(".lane[data-t]");
    if (!lane) return;
    event.preventDefault();
    choose(Number(lane.dataset.t), { from: "timeline" });
  });

  // --- keys ---
  function step(by, wanted) {
    const order = Array.from(list.children).filter((card) => !card.hidden && wanted(card));
    if (!order.length) return;
    const here = order.indexOf(byTask.get(chosen));
    const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), order.length - 1);
    choose(Number(order[next].dataset.t), { from: "keys" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      filters.reset();
      if (document.activeElement) document.activeElement.blur();
      return;
    }
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j" || event.key === "J") step(1, () => true);
    else if (event.key === "k" || event.key === "K") step(-1, () => true);
    else if (event.key === "d" || event.key === "D") step(1, (card) => card.classList.contains("doubtful"));
    else if (event.key === "/") filters.elements.words.focus();
    else if (/^[1-5]$/.test(event.key)) showTab(tabs[event.key - 1].dataset.tab);
    else return;
    event.preventDefault();
  });

  // --- the line between the sides ---
  const handle = document.getElementById("handle");
  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const share = Math.min(Math.max(moved.clientX / window.innerWidth, 0.15), 0.85);
      document.querySelector("main").style.setProperty("--left", `${share / (1 - share)}fr`);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", () => handle.removeEventListener("pointermove", move), { once: true });
  });

  filter();
  return { told, tasks, list, cards, inOrder, copy };
})();
