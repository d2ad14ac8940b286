// Corrections: each is anchored by words and place, and made anew into a line of the file.
(() => {
  const { told, tasks, list, cards, inOrder, copy } = desk;
  const records = [];  // {op, task, ...}
  let saved = 0;
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
  const valueOf = (held) => !Array.isArray(held) ? held || "—" : held.map((one) =>
    one.name ? `${one.name}（${told.words[one.role] || one.role}）` :
    [one.raw, told.words[one.kind], one.start, one.end].filter(Boolean).join(" ")).join("、") || "—";
  // what a correction says, a line a value
  const saidBy = (one) =>
    one.op === "set" ? Object.entries(one.fields).map(([name, held]) => `${told.words[name]}：${valueOf(held)}`) :
    one.op === "add" ? [`${told.words.add}：${one.fields.title}`] :
    one.op === "split" ? one.into.map((part) => `${told.words.split}：${part.title}`) :
    one.op === "merge" ? [`${told.words.merge}：${tasks[one.other].fields.title}`] : [told.words.strike];
  function showOn(card, said) {
    for (const old of card.querySelectorAll(".made")) old.remove();
    if (!said.length) return;
    const made = document.createElement("ul");
    made.className = "made";
    made.append(...said.map((line) => {
      const row = document.createElement("li");
      row.textContent = line;
      return row;
    }));
    card.querySelector("h3").after(made);
  }
  function showRecords() {
    document.getElementById("records").replaceChildren(...records.map((one) => {
      const row = document.createElement("li");
      const undo = document.createElement("button");
      undo.type = "button";
      undo.textContent = told.words.undo;
      undo.addEventListener("click", () => { records.splice(records.indexOf(one), 1); saved = -1; showRecords(); });
      row.append(`${tasks[one.task].fields.title}： ${saidBy(one).join("；")} `, undo);
      return row;
    }));
    const unsaved = records.length && saved !== records.length ? ` · ${told.words.unsaved}` : "";
    document.getElementById("made").textContent = records.length ? records.length + unsaved : "";
    document.getElementById("none-made").hidden = records.length > 0;
    for (const card of cards) {
      const mine = records.filter((one) => one.task === Number(card.dataset.t) || one.other === Number(card.dataset.t));
      card.classList.toggle("changed", mine.length > 0);
      showOn(card, records.filter((one) => one.task === Number(card.dataset.t)).flatMap(saidBy));
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

  showRecords();
})();
