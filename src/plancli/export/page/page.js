"use strict";
(() => {
  const told = JSON.parse(document.getElementById("data").textContent);
  const tasks = told.tasks;
  const source = document.getElementById("source");
  const list = document.getElementById("cards");
  const filters = document.getElementById("filters");
  const cards = Array.from(list.children);
  const byTask = new Map(cards.map((card) => [Number(card.dataset.t), card]));
  const inOrder = cards.slice().sort((a, b) => a.dataset.t - b.dataset.t);
  const texts = new Map();
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

  // --- corrections: each is anchored by words and place, and made anew into a line of the file ---
  const records = [];  // {op, task, ...}
  let saved = 0;
  const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const anchor = (task) => {
    const { title, text, number } = tasks[task].fields;
    return { title, text, number, ...tasks[task].at };
  };
  const recordOf = (task) => records.find((one) => one.task === task && one.op !== "add");
  const nextOf = (task) => {
    const at = inOrder.findIndex((card) => Number(card.dataset.t) === task) + 1;
    const next = at < inOrder.length ? Number(inOrder[at].dataset.t) : -1;
    return next >= 0 && tasks[next].document === tasks[task].document ? next : null;
  };

  function lines() {
    const rank = { add: 0, merge: 1, split: 2, strike: 3, set: 4 };
    const made = records.slice().sort((a, b) => rank[a.op] - rank[b.op] || records.indexOf(a) - records.indexOf(b));
    // what is added behind one task stands in the order in which it was added
    const added = made.filter((one) => one.op === "add").reverse();
    return [...added, ...made.filter((one) => one.op !== "add")].map((one) => {
      const head = { sha256: told.documents[tasks[one.task].document], op: one.op };
      if (one.op === "add") return { ...head, plan: tasks[one.task].at.plan, after: anchor(one.task), fields: one.fields };
      const line = { ...head, at: anchor(one.task) };
      if (one.op === "set") line.fields = one.fields;
      if (one.op === "merge") line.with = [anchor(one.other)];
      if (one.op === "split") line.into = one.into;
      return line;
    });
  }
  function save() {
    const text = [...told.corrections, ...lines().map((line) => JSON.stringify(line))].join("\n") + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "corrections.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    saved = records.length;
    showRecords();
  }
  function showRecords() {
    const list = document.getElementById("records");
    list.replaceChildren(...records.map((one) => {
      const row = document.createElement("li");
      const undo = document.createElement("button");
      undo.type = "button";
      undo.textContent = told.words.undo;
      undo.addEventListener("click", () => { records.splice(records.indexOf(one), 1); saved = -1; showRecords(); });
      const what = one.op === "set" ? Object.keys(one.fields).map((name) => told.words[name]).join("、") : one.op === "add" ? one.fields.title : "";
      row.append(`${told.words[one.op]}：${tasks[one.task].fields.title} ${what} `, undo);
      return row;
    }));
    const unsaved = records.length && saved !== records.length ? ` · ${told.words.unsaved}` : "";
    document.getElementById("made").textContent = records.length ? records.length + unsaved : "";
    document.getElementById("none-made").hidden = records.length > 0;
    for (const card of cards) {
      const mine = records.filter((one) => one.task === Number(card.dataset.t) || one.other === Number(card.dataset.t));
      card.classList.toggle("changed", mine.length > 0);
      card.classList.toggle("gone", mine.some((one) => one.op === "strike" || one.other === Number(card.dataset.t)));
    }
  }
  document.getElementById("save").addEventListener("click", save);
  window.addEventListener("beforeunload", (event) => {
    if (records.length && saved !== records.length) event.preventDefault();
  });

  function put(record) {
    const before = recordOf(record.task);
    if (record.op !== "add" && before) records.splice(records.indexOf(before), 1);
    if (record.op !== "set" || Object.keys(record.fields).length) records.push(record);
    saved = -1;
    showRecords();
  }
  function row(name, held) {
    const made = copy(name === "time_nodes" ? "time-row" : "body-row");
    for (const field of made.querySelectorAll("[name]")) field.value = held[field.name] || "";
    if (name !== "time_nodes" && !held.role) made.querySelector("select").value = "responsible";
    return made;
  }
  function rowsOf(form, name) {
    return Array.from(form.querySelectorAll(`[data-rows=${name}] .row`), (line) => {
      const held = {};
      for (const field of line.querySelectorAll("[name]")) held[field.name] = field.value.trim() || null;
      return held;
    }).filter((held) => held.name || held.raw);
  }
  function closeEditors() {
    for (const form of document.querySelectorAll(".editor")) form.remove();
  }
  function editor(card, start, done) {
    closeEditors();
    const form = copy("editor");
    for (const name of ["number", "title", "text", "remarks"]) form.elements[name].value = start[name] || "";
    for (const field of form.querySelectorAll("[data-rows]")) {
      const name = field.dataset.rows;
      field.append(...start[name].map((held) => row(name, held)), copy("more"));
    }
    const fault = form.querySelector(".fault");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const fields = {};
      for (const name of ["number", "title", "text", "remarks"]) fields[name] = form.elements[name].value.trim();
      for (const name of ["departments", "leaders", "time_nodes"]) fields[name] = rowsOf(form, name);
      fields.time_nodes = fields.time_nodes.map(({ raw, kind, start, end }) => {
        if (!kind || kind === "recurring" || kind === "conditional") return kind ? { raw, kind } : { raw };
        const days = kind === "deadline" ? { end } : { start, end };
        return { raw, kind, ...Object.fromEntries(Object.entries(days).filter(([, day]) => day)) };
      });
      const bad = fields.time_nodes.some((one) => one.start && one.end && one.start > one.end);
      fault.textContent = !fields.title ? told.words["no-title"] : bad ? told.words["bad-days"] : "";
      fault.hidden = !fault.textContent;
      if (fault.hidden) { form.remove(); done(fields); }
    });
    card.append(form);
    form.elements.title.focus();
  }
  const plain = (held) => JSON.stringify(held);
  const asLine = (one) => Object.fromEntries(Object.entries(
    one.kind === "recurring" || one.kind === "conditional" ? { raw: one.raw, kind: one.kind } :
    one.kind === "deadline" ? { raw: one.raw, kind: one.kind, end: one.end } : one).filter(([, held]) => held));

  const doing = {
    correct(task, card) {
      const before = recordOf(task);
      const own = tasks[task].fields;
      editor(card, { ...own, ...(before && before.op === "set" ? before.fields : {}) }, (fields) => {
        const changed = {};
        for (const [name, held] of Object.entries(fields)) {
          const was = name === "time_nodes" ? own[name].map(asLine) : own[name];
          if (plain(held) !== plain(was)) changed[name] = held;
        }
        put({ op: "set", task, fields: changed });
        if (changed.title) card.querySelector("h3").lastChild.textContent = ` ${changed.title}`;
      });
    },
    strike(task) { put({ op: "strike", task }); },
    merge(task) {
      const other = nextOf(task);
      if (other !== null) put({ op: "merge", task, other });
    },
    split(task, card) {
      closeEditors();
      const form = copy("splitter");
      const { title, text } = tasks[task].fields;
      form.elements.parts.value = text ? `${title}\n${text}` : title;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const into = form.elements.parts.value.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean).map((part) => {
          const [head, ...rest] = part.split("\n");
          return { title: head.trim(), text: rest.join("\n").trim() };
        });
        form.remove();
        if (into.length > 1) put({ op: "split", task, into });
      });
      card.append(form);
      form.elements.parts.focus();
    },
    add(task, card) {
      const empty = { number: "", title: "", text: "", remarks: "", departments: [], leaders: [], time_nodes: [] };
      editor(card, empty, (fields) => {
        const said = Object.entries(fields).filter(([, held]) => held.length);
        put({ op: "add", task, fields: Object.fromEntries(said) });
      });
    },
    cancel() { closeEditors(); },
    less(task, card, button) { button.closest(".row").remove(); },
    more(task, card, button) {
      button.before(row(button.closest("[data-rows]").dataset.rows, {}));
    },
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const card = button.closest(".card");
    doing[button.dataset.do](Number(card.dataset.t), card, button);
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

  showRecords();
  filter();
})();
