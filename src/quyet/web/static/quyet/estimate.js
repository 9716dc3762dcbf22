// The estimate as a sheet: keys, paste, live sums, undo, autosave. Without it the same table is a plain form.
// Rows never change: an edit puts a new row in the place of the old one, so that undoing is going back to the rows that
// were, and only rows that differ are drawn again. Sums are whole numbers (BigInt) all the way: no đồng is ever a
// binary fraction.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("estimate");
  if (form) openSheet(form);
  const workbook = document.getElementById("take-back");
  if (workbook) tellReading(workbook);
});

// --- figures: a number is {n, s}: n / 10^s ---------------------------------------------------------------------------

const NUMBER = /^(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?|\d{1,12}(?:[.,]\d{1,9})?)$/;
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?$/;

function readNumber(text) {
  let written = text.replace(/\s/g, "");
  if (!NUMBER.test(written)) return null;
  if (GROUPED.test(written)) written = written.replace(/\./g, "");
  const [whole, part = ""] = written.replace(",", ".").split(".");
  return { n: BigInt(whole + part), s: part.length };
}

function readFactors(text) {
  const pieces = text.trim().split(/\s*[×*]\s*|\s+[xX]\s*(?=\d)|(?<=\d)[xX](?=\d)/);
  let product = { n: 1n, s: 0 };
  for (const piece of pieces) {
    const found = /^([\d.,]*\d)\s*(\p{L}.*)?$/u.exec(piece.trim());
    const value = found && readNumber(found[1]);
    if (!value) return null;
    product = times(product, value);
  }
  return product;
}

const SCALES = { tỷ: 1000000000n, tỉ: 1000000000n, triệu: 1000000n, tr: 1000000n, nghìn: 1000n, ngàn: 1000n };

function readDong(text) {
  const written = text.trim().toLowerCase().replace(/\s*(đồng|đ|vnđ|vnd)\.?$/, "");
  if (/^(\d{1,18}|\d{1,3}(\.\d{3}){1,5})$/.test(written)) return BigInt(written.replace(/\./g, ""));
  const short = /^(\d{1,9})\s*(tr|triệu)\s*(\d|\d{3})$/.exec(written);
  if (short) return BigInt(short[1]) * 1000000n + BigInt(short[3].padEnd(6, "0"));
  const scaled = /^(\d{1,9})(?:,(\d\d?))?\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn)$/.exec(written);
  if (!scaled) return null;
  const scale = SCALES[scaled[3]];
  return BigInt(scaled[1]) * scale + (scaled[2] ? (BigInt(scaled[2]) * scale) / 10n ** BigInt(scaled[2].length) : 0n);
}

function times(one, other) {
  return { n: one.n * other.n, s: one.s + other.s };
}

function halfUp(value) {
  const one = 10n ** BigInt(value.s);
  return (value.n * 2n + one) / (one * 2n);
}

function dotted(amount) {
  const sign = amount < 0n ? "−" : "";
  return sign + String(amount < 0n ? -amount : amount).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

function saidNumber({ n, s }) {
  let digits = String(n).padStart(s + 1, "0");
  let part = s ? digits.slice(-s).replace(/0+$/, "") : "";
  if (s) digits = digits.slice(0, -s);
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".") + (part ? "," + part : "");
}

// The label of a row that is put below another one. Without one it would count as a part of the row above.
function labelAfter({ label, unit_price }) {
  const bare = label.trim().replace(/[.)]+$/, "");
  const found = /^(.*\.)?(\d{1,5})$/.exec(bare);
  if (!found) return bare && !bare.includes(".") ? "1" : "";
  return unit_price.trim() ? (found[1] ?? "") + (Number(found[2]) + 1) : `${bare}.1`;
}

const quantityOf = (row) => (row.factors.trim() ? readFactors(row.factors) : readNumber(row.quantity));

function worth(row) {
  const quantity = quantityOf(row);
  const price = row.unit_price.trim() ? readDong(row.unit_price) : null;
  if (!quantity || price === null) return row.stated && !row.unit_price.trim() ? readDong(row.stated) : null;
  let exact = times(quantity, { n: price, s: 0 });
  const vat = /^\+\s*([\d.,]+)\s*%?$/.exec(row.vat.trim());
  const rate = vat && readNumber(vat[1]);
  if (rate) exact = times(exact, { n: 10n ** BigInt(rate.s + 2) + rate.n, s: rate.s + 2 });
  return halfUp(exact);
}

// A row that only adds up rows above it, with the number of the part that it names: as core/decisions/annex_rows has it.
const SUBTOTAL =
  /^[^\p{L}\d]*(?:tổng|cộng)(?![\p{L}\d])(?! (?:kết|hợp|quan|duyệt|rà|kiểm|điều tra|thuật|tác|đồng|hưởng|h[oò][àa]|vệ sinh|đài|cục|công ty|hội|biên tập|đạo diễn)(?!\p{L}))(?: cộng| số| tiền| kinh phí| dự toán| chi phí| giá trị)*(?: của)?(?: (?:tiểu mục|hạng mục|mục|phần|nhóm|nội dung|hoạt động))?(?:[ :(]{1,3}([ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,5})(?=[).:]{0,2}(?:\s{0,3}$|\s?[-–:.(])))?/u;
const labelOf = (row) => row.label.trim().replace(/^[.)]+|[.)]+$/g, "").toLowerCase();
const closes = (row) =>
  labelOf(row) || row.unit_price.trim() || row.quantity.trim() || row.factors.trim()
    ? null
    : SUBTOTAL.exec(row.content.trim().toLowerCase().replace(/\s+/g, " "));

// How deep each row stands, by the form of its label: as core/decisions/annex_rows does it.
function levelsOf(rows) {
  const isRoman = (row) => /^[ivx]+$/.test(labelOf(row));
  const hasRoman = rows.some(isRoman);
  const formOf = (row) => {
    if (hasRoman && isRoman(row)) return "roman";
    return /^[A-ZĐ]$/.test(row.label.trim().replace(/^[.)]+|[.)]+$/g, "")) ? "capital" : null;
  };
  const forms = [...new Set(rows.map(formOf).filter(Boolean))];
  const numbered = new Map();
  let last = 0;
  return rows.map((row) => {
    const label = labelOf(row);
    const closed = closes(row);
    if (closed) return numbered.has(closed[1]) ? numbered.get(closed[1]) + 1 : Math.max(last, 1);
    if (!label) return says(row) ? last + 1 : null;
    const form = formOf(row);
    if (form) last = forms.indexOf(form) + 1;
    else if (/^\d/.test(label)) last = forms.length + 1 + label.split(".").length - 1;
    else if (row.label === row.label.toUpperCase()) last = 1;
    else last = Math.max(4, forms.length + 3);
    numbered.set(label, last);
    return last;
  });
}

const TYPED = ["label", "content", "activity", "unit", "factors", "quantity", "unit_price", "vat", "code", "source", "note"];
const says = (row) => TYPED.some((field) => field !== "label" && field !== "activity" && row[field].trim()) || row.stated !== "";

// Amounts and sub-totals of all rows, and the total. A row that others stand below is worth their sum.
function sumsOf(rows) {
  const levels = levelsOf(rows);
  const amounts = rows.map((row) => (says(row) ? worth(row) : null));
  const groups = rows.map(() => false);
  const open = []; // rows from the last one up: {level, amounts} of those that no row above has taken yet
  for (let at = rows.length - 1; at >= 0; at--) {
    if (levels[at] === null || closes(rows[at])) continue;
    const below = [];
    while (open.length && open[open.length - 1].level > levels[at]) below.push(open.pop());
    if (below.length) {
      groups[at] = true;
      const highest = below.reduce((least, each) => Math.min(least, each.level), Infinity);
      const parts = directBelow(below, highest);
      if (amounts[at] === null && parts.every((each) => each.amount !== null)) {
        amounts[at] = parts.reduce((sum, each) => sum + each.amount, 0n);
      }
    }
    open.push({ level: levels[at], amount: amounts[at] });
  }
  const top = open.reduce((least, each) => Math.min(least, each.level), Infinity);
  const outermost = open.filter((each) => each.level === top);
  const known = outermost.length > 0 && outermost.every((each) => each.amount !== null);
  rows.forEach((row, at) => {
    if (closes(row) && amounts[at] === null) amounts[at] = closedBy(rows, levels, amounts, at);
  });
  return { levels, amounts, groups, total: known ? outermost.reduce((sum, each) => sum + each.amount, 0n) : null };
}

// What a sub-total without a sum of its own adds up: the part that it names, else the group that it stands in, else the
// outermost rows since the sub-total before it.
function closedBy(rows, levels, amounts, at) {
  const counts = (place) => levels[place] !== null && !closes(rows[place]);
  const part = closes(rows[at])[1];
  let before = at - 1;
  while (before >= 0 && !counts(before)) before--;
  let head = before;
  const isHead = (place) => counts(place) && (part ? labelOf(rows[place]) === part : levels[place] < levels[before]);
  while (head >= 0 && !isHead(head)) head--;
  let begin = head + 1;
  if (head < 0) for (let place = 0; place < at; place++) if (closes(rows[place])) begin = place + 1;
  const places = [];
  for (let place = begin; place < at; place++) {
    if (!counts(place)) continue;
    if (head >= 0 && levels[place] <= levels[head]) break;
    while (head < 0 && places.length && levels[place] < levels[places[0]]) places.pop();
    if (!places.length || levels[place] <= levels[places[0]]) places.push(place);
  }
  if (!places.length) return head >= 0 ? amounts[head] : null;
  return places.every((place) => amounts[place] !== null) ? places.reduce((sum, place) => sum + amounts[place], 0n) : null;
}

// The children of a row, first to last: those not deeper than the first one so far.
function directBelow(below) {
  const found = [];
  for (const each of below) if (!found.length || each.level <= found[0].level) found.push(each);
  return found;
}

// A block of cells as spreadsheets put it on the clipboard: tabs, line ends, cells with either of them in quotes.
function readBlock(text) {
  const rows = [[""]];
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    const row = rows[rows.length - 1];
    if (quoted) {
      if (sign !== '"') row[row.length - 1] += sign;
      else if (source[at + 1] === '"') row[row.length - 1] += source[at++];
      else quoted = false;
    } else if (sign === '"' && row[row.length - 1] === "") quoted = true;
    else if (sign === "\t") row.push("");
    else if (sign === "\n") rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim()));
}

// While the server reads a workbook, the page that waits for it says how many rows were read. Leaving it changes nothing.
function tellReading(form) {
  const told = form.querySelector(".reading");
  const number = document.createElement("input");
  number.type = "hidden";
  number.name = "reading";
  form.append(number);
  form.addEventListener("submit", () => {
    if (!form.elements.file.files.length) return;
    number.value = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    told.querySelector(".how-far").textContent = told.dataset.saidSending;
    told.querySelector(".help").textContent = told.dataset.saidLeave;
    told.hidden = false;
    const asking = setInterval(ask, 250);
    addEventListener("pagehide", () => clearInterval(asking), { once: true });
    addEventListener("pageshow", () => (told.hidden = true), { once: true });
  });

  async function ask() {
    const answer = await fetch(`${form.dataset.progress}?reading=${number.value}`).catch(() => null);
    const { done, of } = answer?.ok ? await answer.json() : {};
    if (!of) return;
    told.querySelector("progress").value = done / of;
    const read = told.dataset.saidRead.replace("{done}", dotted(BigInt(done))).replace("{of}", dotted(BigInt(of)));
    told.querySelector(".how-far").textContent = done < of ? read : `${read}. ${told.dataset.saidAfter}`;
  }
}

// --- the sheet -------------------------------------------------------------------------------------------------------

function openSheet(form) {
  const said = form.dataset;
  const table = document.getElementById("grid");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const fields = heads.map((head) => head.dataset.field);
  const names = Object.fromEntries(heads.map((head) => [head.dataset.field, head.textContent.trim()]));
  const figures = new Set(heads.filter((head) => head.matches(".figure")).map((head) => head.dataset.field));
  const status = form.querySelector(".saved");
  const edits = form.querySelector(".edits");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const options = readOptions();

  let serial = 0;
  const blank = (activity = "") => ({ id: ++serial, ...Object.fromEntries(TYPED.map((field) => [field, ""])), activity, basis: "", category: "", chapter: "", stated: "" });

  let rows = readRows();
  let base = toSend(rows);
  let revision = Number(form.querySelector("[name=revision]").value);
  let here = { id: rows[0].id, field: "content" };
  let editor = null;
  let past = [];
  let future = [];
  const drawn = new Map(); // by id: {tr, beside, row, texts}
  const beside = new Map(); // by id: what the server said of the row

  function readOptions() {
    const offered = document.getElementById("activities").options;
    return [["", ""], ...[...offered].map((each) => [each.value, each.text])];
  }

  function readRows() {
    return [...body.querySelectorAll("tr.line")].map((tr) => {
      const row = blank();
      for (const control of tr.querySelectorAll("[name]")) row[control.name === "amount" ? "stated" : control.name] = control.value;
      return row;
    });
  }

  function toSend(sent) {
    // Beside factors the cell shows their product: what was typed there before is not sent.
    return sent.map(({ id, stated, ...cells }) => ({ ...cells, quantity: cells.factors.trim() ? "" : cells.quantity, amount: stated }));
  }

  // --- drawing ---

  function drawRow(row) {
    const tr = document.createElement("tr");
    tr.className = "line";
    tr.dataset.id = row.id;
    for (const field of fields) {
      const td = document.createElement("td");
      td.className = figures.has(field) ? `figure ${field}` : field;
      td.dataset.field = field;
      td.dataset.label = names[field];
      td.tabIndex = -1;
      if (field === "amount") td.setAttribute("aria-readonly", "true");
      tr.append(td);
    }
    return { tr, beside: null, texts: {} };
  }

  function draw() {
    const sums = sumsOf(rows);
    const wanted = [];
    rows.forEach((row, at) => {
      let mine = drawn.get(row.id);
      if (!mine) drawn.set(row.id, (mine = drawRow(row)));
      const quantity = row.factors.trim() ? quantityOf(row) : null;
      fields.forEach((field, column) => {
        let text = field === "amount" ? (sums.amounts[at] === null ? "" : dotted(sums.amounts[at])) : row[field];
        if (field === "quantity" && row.factors.trim()) text = quantity ? saidNumber(quantity) : "";
        if (mine.texts[field] === text || (editor && editor.id === row.id && editor.field === field)) return;
        mine.texts[field] = text;
        mine.tr.cells[column].textContent = text;
        if (field === "quantity") mine.tr.cells[column].classList.toggle("product", Boolean(row.factors.trim()));
      });
      const kind = `line${sums.groups[at] ? " group" : ""} level-${Math.min(sums.levels[at] ?? 0, 4)}${row.id === here.id ? " here" : ""}`;
      if (mine.tr.className !== kind) mine.tr.className = kind;
      drawBeside(mine, beside.get(row.id));
      wanted.push(mine.tr);
      if (mine.beside) wanted.push(mine.beside);
    });
    place(wanted);
    const total = sums.total === null ? "–" : dotted(sums.total);
    document.getElementById("total").textContent = total;
    for (const other of document.querySelectorAll("#sums .sum, .running b")) {
      if (other.textContent !== total) other.textContent = total;
    }
    edits.querySelector("[data-act=undo]").disabled = past.length === 0;
    edits.querySelector("[data-act=redo]").disabled = future.length === 0;
    setStop();
  }

  // Rows in their order, without moving those that stand right.
  function place(wanted) {
    const kept = new Set(wanted);
    for (const tr of [...body.rows]) if (!kept.has(tr)) tr.remove();
    let next = body.firstElementChild;
    for (const tr of wanted) {
      if (tr === next) next = next.nextElementSibling;
      else body.insertBefore(tr, next);
    }
    for (const id of drawn.keys()) if (!rows.some((row) => row.id === id) && drawn.size > rows.length * 2) drawn.delete(id);
  }

  function element(tag, kind, text) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function drawBeside(mine, told) {
    if (mine.told === told) return;
    mine.told = told;
    const faults = Object.entries(told?.faults ?? {});
    for (const td of mine.tr.cells) {
      if (told?.faults && td.dataset.field in told.faults) td.setAttribute("aria-invalid", "true");
      else td.removeAttribute("aria-invalid");
    }
    if (!told || (!told.norm && !told.basis && !told.codes && !told.findings.length && !faults.length)) {
      mine.beside = null;
      return;
    }
    const td = element("td");
    td.colSpan = fields.length - 1;
    for (const [field, message] of faults) {
      const p = element("p", "refusal");
      p.append(element("b", "", said.saidRefused), ` ${names[field] ?? field}: ${message}.`);
      td.append(p);
    }
    if (told.norm) {
      const p = element("p", `norm ${told.norm.outcome}`);
      const link = element("a", "", told.norm.name);
      link.href = `/dinh-muc/${encodeURIComponent(told.norm.item)}`;
      link.tabIndex = -1;
      p.append(`${said.saidNorm} `, link, ` ${told.norm.figure}: ${told.norm.said}`);
      td.append(p);
    }
    if (told.basis) {
      const p = element("p", "basis");
      const words = element("span", "", told.basis);
      words.lang = "vi";
      p.append(`${said.saidBasis}: `, words);
      td.append(p);
    }
    if (told.codes) td.append(element("p", "codes", told.codes));
    for (const each of told.findings) {
      const p = element("p", "finding");
      const words = element("span", "", each.message);
      words.lang = "vi";
      p.append(element("span", `state ${each.severity}`, `${each.sign} ${each.word}`), " ", words);
      td.append(p);
    }
    mine.beside = element("tr", "beside");
    mine.beside.append(element("td"), td);
  }

  // --- where one stands ---

  const indexOf = (id) => rows.findIndex((row) => row.id === id);
  const cellOf = (id, field) => drawn.get(id)?.tr.cells[fields.indexOf(field)];
  let stop = null;

  function setStop() {
    const cell = cellOf(here.id, here.field);
    if (stop === cell) return;
    if (stop) stop.tabIndex = -1;
    stop = cell;
    if (stop) stop.tabIndex = 0;
  }

  function stand(id, field, focus = true) {
    if (id !== here.id) {
      drawn.get(here.id)?.tr.classList.remove("here");
      drawn.get(id)?.tr.classList.add("here");
    }
    here = { id, field };
    setStop();
    if (!focus || !stop) return;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function go(down, across) {
    const at = Math.min(Math.max(indexOf(here.id) + down, 0), rows.length - 1);
    const column = Math.min(Math.max(fields.indexOf(here.field) + across, 0), fields.length - 1);
    stand(rows[at].id, fields[column]);
  }

  // Tab goes on in the next row; at either end of the table it leaves.
  function tab(step) {
    const place = indexOf(here.id) * fields.length + fields.indexOf(here.field) + step;
    if (place < 0 || place >= rows.length * fields.length) return false;
    stand(rows[Math.floor(place / fields.length)].id, fields[place % fields.length]);
    return true;
  }

  // --- changing ---

  function change(next, from = here) {
    past.push({ rows, here: from });
    if (past.length > 500) past.shift();
    future = [];
    rows = next;
    draw();
    touch();
  }

  function back(from, to) {
    if (!from.length) return;
    to.push({ rows, here });
    const was = from.pop();
    rows = was.rows;
    here = indexOf(was.here.id) < 0 ? { id: rows[0].id, field: was.here.field } : was.here;
    draw();
    stand(here.id, here.field);
    touch();
  }

  function put(id, field, value) {
    const at = indexOf(id);
    if (field === "amount" || at < 0 || rows[at][field] === value) return;
    change(rows.with ? rows.with(at, { ...rows[at], [field]: value }) : rows.map((row, n) => (n === at ? { ...row, [field]: value } : row)));
  }

  function paste(text) {
    const block = readBlock(text);
    const next = [...rows];
    const first = indexOf(here.id);
    const column = fields.indexOf(here.field);
    block.forEach((cells, down) => {
      const at = first + down;
      const row = at < next.length ? { ...next[at] } : { ...blank(), label: labelAfter(next[at - 1]) };
      cells.forEach((value, across) => {
        const field = fields[column + across];
        if (field && field !== "amount") row[field] = field === "activity" ? activityOf(value) : value;
      });
      next[at] = row;
    });
    change(next);
  }

  function activityOf(value) {
    const low = value.toLowerCase();
    const found = options.find(([key, text]) => key.toLowerCase() === low || text.toLowerCase() === low);
    return found ? found[0] : value;
  }

  const acts = {
    add() {
      const at = indexOf(here.id);
      const made = { ...blank(rows[at].activity), label: labelAfter(rows[at]) };
      change([...rows.slice(0, at + 1), made, ...rows.slice(at + 1)]);
      stand(made.id, "content");
    },
    drop() {
      const at = indexOf(here.id);
      const next = rows.filter((row) => row.id !== here.id);
      if (!next.length) next.push(blank());
      const from = here;
      here = { id: next[Math.min(at, next.length - 1)].id, field: here.field };
      change(next, from);
      stand(here.id, here.field);
    },
    move(step) {
      const at = indexOf(here.id);
      const other = at + step;
      if (other < 0 || other >= rows.length) return;
      const next = [...rows];
      [next[at], next[other]] = [next[other], next[at]];
      change(next);
      stand(here.id, here.field);
    },
    up: () => acts.move(-1),
    down: () => acts.move(1),
    basis: () => openBasis(),
    undo: () => back(past, future),
    redo: () => back(future, past),
  };

  // --- editing ---

  function edit(typed) {
    const { id, field } = here;
    const cell = cellOf(id, field);
    const row = rows[indexOf(id)];
    if (editor || !cell || field === "amount" || (field === "quantity" && row.factors.trim())) return;
    const input = document.createElement(field === "activity" ? "select" : "input");
    input.setAttribute("aria-label", `${names[field]}, ${said.saidLine} ${indexOf(id) + 1}`);
    if (field === "activity") {
      for (const [value, text] of options) input.add(new Option(text, value));
      if (!options.some(([value]) => value === row.activity)) input.add(new Option(row.activity, row.activity));
      input.value = row.activity;
    } else {
      input.value = typed ?? row[field];
      input.autocomplete = "off";
    }
    editor = { id, field, input };
    cell.textContent = "";
    cell.classList.add("editing");
    cell.append(input);
    input.focus();
    input.select?.();
    if (typed !== undefined) input.setSelectionRange?.(typed.length, typed.length);
    input.addEventListener("blur", () => leave(true, false));
    if (field !== "activity") input.addEventListener("input", () => preview(id, field, input.value));
  }

  // The amounts while one types, before the cell is left.
  function preview(id, field, value) {
    const kept = rows;
    rows = rows.map((row) => (row.id === id ? { ...row, [field]: value } : row));
    draw();
    rows = kept;
  }

  function leave(keep, focus = true) {
    if (!editor) return;
    const { id, field, input } = editor;
    const value = input.value.trim();
    const cell = cellOf(id, field);
    editor = null;
    drawn.get(id).texts[field] = null;
    cell.classList.remove("editing");
    input.remove();
    if (keep) put(id, field, value);
    draw();
    if (focus) stand(id, field);
  }

  table.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (editor) return keysOfEditor(event);
    if (!event.target.matches("td")) return;
    const take = (act) => {
      event.preventDefault();
      act();
    };
    if (command && event.key === "Enter") return take(acts.add);
    if (command && event.key === "Delete") return take(acts.drop);
    if (command && event.key === "Home") return take(() => stand(rows[0].id, fields[0]));
    if (command && event.key === "End") return take(() => stand(rows[rows.length - 1].id, fields[fields.length - 1]));
    if (event.altKey && event.key === "ArrowUp") return take(acts.up);
    if (event.altKey && event.key === "ArrowDown") return take(acts.down);
    if (command || event.altKey) return;
    switch (event.key) {
      case "ArrowUp": return take(() => go(-1, 0));
      case "ArrowDown": return take(() => go(1, 0));
      case "ArrowLeft": return take(() => go(0, -1));
      case "ArrowRight": return take(() => go(0, 1));
      case "PageUp": return take(() => go(-15, 0));
      case "PageDown": return take(() => go(15, 0));
      case "Home": return take(() => go(0, -Infinity));
      case "End": return take(() => go(0, Infinity));
      case "Enter": return take(() => go(event.shiftKey ? -1 : 1, 0));
      case "Tab":
        if (tab(event.shiftKey ? -1 : 1)) event.preventDefault();
        return;
      case "F2": return take(() => edit());
      case "F4": return take(acts.basis);
      case "Escape": return take(() => form.querySelector("button.main").focus());
      case "Delete":
      case "Backspace": return take(() => put(here.id, here.field, ""));
    }
    if (event.key.length === 1) take(() => edit(here.field === "activity" ? undefined : event.key));
  });

  function keysOfEditor(event) {
    const keep = { Enter: true, Tab: true, Escape: false }[event.key];
    if (keep === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    leave(keep);
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1, 0);
    if (event.key === "Tab") tab(event.shiftKey ? -1 : 1);
  }

  // Undo and save work wherever one stands on the page, but not inside a field that undoes its own typing.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      leave(true);
      save();
    } else if (!editor && !dialog.open && (key === "z" || key === "y")) {
      event.preventDefault();
      acts[key === "y" || event.shiftKey ? "redo" : "undo"]();
    }
  });

  body.addEventListener("mousedown", (event) => {
    const cell = event.target.closest("tr.line > td");
    if (!cell || cell.contains(editor?.input)) return;
    event.preventDefault();
    leave(true, false);
    stand(Number(cell.parentElement.dataset.id), cell.dataset.field);
    if (matchMedia("(pointer: coarse)").matches) edit();
  });
  body.addEventListener("dblclick", (event) => {
    if (event.target.closest("tr.line > td") && !editor) edit();
  });
  body.addEventListener("focusin", (event) => {
    if (event.target.matches("tr.line > td")) stand(Number(event.target.parentElement.dataset.id), event.target.dataset.field, false);
  });
  table.addEventListener("paste", (event) => {
    if (editor && !/[\t\n]/.test(event.clipboardData.getData("text/plain"))) return;
    event.preventDefault();
    leave(false);
    paste(event.clipboardData.getData("text/plain"));
  });
  table.addEventListener("copy", (event) => {
    if (editor || String(getSelection())) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", cellOf(here.id, here.field).textContent);
  });
  edits.addEventListener("mousedown", (event) => event.preventDefault()); // the cell keeps the focus, and its typing
  edits.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    leave(true, false);
    acts[button.dataset.act]();
  });

  // --- why a price is what it is: the server's form in a window; what is right goes into the row ---

  const dialog = document.getElementById("basis");

  async function askBasis(row, given) {
    given.set("window", "yes");
    given.set("csrfmiddlewaretoken", token);
    for (const field of ["label", "content", "unit_price"]) given.set(`line_${field}`, row[field]);
    try {
      const answer = await fetch(said.basis, { method: "POST", body: given });
      if ((answer.headers.get("Content-Type") ?? "").includes("json")) return takeBasis(row.id, (await answer.json()).cells);
      if (answer.status !== 200 && answer.status !== 422) return tell(said.saidExpired, true);
      dialog.innerHTML = await answer.text();
      if (!dialog.open) dialog.showModal();
      const first = ["[aria-invalid=true]", ":checked", "input"].map((each) => dialog.querySelector(each)).find(Boolean);
      first?.focus();
    } catch {
      tell(said.saidOffline, true);
    }
  }

  function openBasis() {
    leave(true, false);
    const row = rows[indexOf(here.id)];
    const given = new FormData();
    given.set("basis", row.basis);
    dialog.dataset.row = row.id;
    askBasis(row, given);
  }

  function takeBasis(id, cells) {
    dialog.close();
    const at = indexOf(id);
    if (at < 0 || Object.entries(cells).every(([field, value]) => rows[at][field] === value)) return;
    change(rows.map((row, n) => (n === at ? { ...row, ...cells } : row)));
    save();
  }

  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const act = event.submitter?.value ?? "put";
    if (act === "leave") return dialog.close();
    const row = rows[indexOf(Number(dialog.dataset.row))];
    const given = new FormData(event.target);
    given.set("do", act);
    if (row) askBasis(row, given);
  });
  dialog.addEventListener("close", () => stand(here.id, here.field));

  // --- saving ---

  let waiting = null;
  let sending = false;
  let again = false; // the decision's total was asked for while something was on its way
  let stopped = false; // somebody else saved: nothing more is sent
  let dirty = said.unsaved === "yes";

  function tell(text, wrong = false) {
    status.textContent = text;
    status.classList.toggle("wrong", wrong);
  }

  function touch() {
    dirty = true;
    if (stopped) return;
    tell(said.saidTyped);
    clearTimeout(waiting);
    waiting = setTimeout(() => save(), 900);
  }

  async function save(takeTotal = false) {
    clearTimeout(waiting);
    if (stopped) return;
    if (sending) {
      again = again || takeTotal;
      dirty = true;
      return;
    }
    sending = true;
    dirty = false;
    const sent = rows;
    tell(said.saidSaving);
    try {
      const answer = await fetch(said.save, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ revision, rows: toSend(sent), take_total: takeTotal }),
      });
      const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
      take(answer.status, isJson ? await answer.json() : {}, sent);
    } catch {
      dirty = true;
      tell(said.saidOffline, true);
      waiting = setTimeout(() => save(takeTotal), 5000);
    } finally {
      sending = false;
    }
    if (again) {
      again = false;
      save(true);
    } else if (dirty && !stopped && status.textContent !== said.saidOffline) touch();
  }

  function take(code, told, sent) {
    if (code === 409) {
      stopped = dirty = true;
      tell(said.saidConflict, true);
      form.querySelector(".conflict").hidden = false;
      return;
    }
    if (!told.lines) {
      stopped = dirty = true;
      tell(said.saidExpired, true);
      return;
    }
    sent.forEach((row, n) => {
      const line = told.lines[n];
      beside.set(row.id, line);
      const at = indexOf(row.id);
      if (!line || at < 0 || rows[at] !== row) return;
      if (Object.entries(line.cells).some(([field, value]) => row[field] !== value)) rows[at] = { ...row, ...line.cells };
    });
    show("sums", told.strip);
    form.querySelector(".take-total").hidden = !told.differs;
    show("whole", told.whole);
    show("totals", told.totals);
    if (code === 200) {
      revision = told.revision;
      base = toSend(sent);
      tell(`${said.saidSaved} ${told.saved}`);
    } else {
      tell(`${said.saidFaults} ${told.faults.length}`, true);
    }
    draw();
  }

  // The server's own words; what was open stays open.
  function show(id, html) {
    const room = document.getElementById(id);
    const open = new Set([...room.querySelectorAll("details[open]")].map((each) => each.dataset.key));
    room.innerHTML = html;
    for (const each of room.querySelectorAll("details")) each.open = open.has(each.dataset.key);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(true, false);
    save(event.submitter?.value === "total");
  });
  form.querySelector(".to-compare").addEventListener("click", () => {
    const other = document.getElementById("compare");
    other.elements.rows.value = JSON.stringify(toSend(rows));
    other.elements.base.value = JSON.stringify(base);
    dirty = false;
    other.submit();
  });
  addEventListener("beforeunload", (event) => {
    if (dirty || editor) event.preventDefault();
  });

  // --- begin ---

  const kept = [...body.querySelectorAll("tr.beside")].map((tr) => tr.cells[1]);
  rows.forEach((row, n) => {
    for (const acts of kept[n].querySelectorAll("noscript")) acts.remove();
    if (!kept[n].childElementCount) return;
    const mine = drawRow(row);
    mine.beside = element("tr", "beside");
    mine.beside.append(element("td"), kept[n]);
    for (const link of kept[n].querySelectorAll("a")) link.tabIndex = -1;
    drawn.set(row.id, mine);
  });
  body.textContent = "";
  table.setAttribute("role", "grid");
  edits.hidden = false;
  draw();
}
