// What the pages can do more with a script: facts and their words light each other, sections become tabs, panes switch.
// Without it everything is there: facts are links to lines, sections stand below one another.
"use strict";
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  guardForms();
  openSearch();
  if (document.querySelector(".desk")) openReading();
  walkTicks();
});

// Facts that are ticked one by one: the arrows go from one to the next.
function walkTicks() {
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !bare(event) || !event.target.matches(".ticks input[type='checkbox']")) return;
    const ticks = [...document.querySelectorAll(".tab.open .ticks input[type='checkbox']")];
    const next = ticks[ticks.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

// "/" goes to the search, unless one is writing.
function openSearch() {
  const search = document.querySelector("#search");
  if (!search) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    search.focus();
  });
}

// Forms: name the chosen file, say at once that it is too large, say that reading is under way.
function guardForms() {
  const file = document.querySelector("input[data-most]");
  file?.addEventListener("change", () => {
    const tooLarge = file.files.length > 0 && file.files[0].size > Number(file.dataset.most);
    file.setCustomValidity(tooLarge ? file.dataset.tooLarge : "");
    file.reportValidity();
    if (file.files.length === 0) return;
    const prompt = file.parentElement.querySelector(".prompt");
    prompt.textContent = `${prompt.dataset.chosen} ${file.files[0].name}`;
    file.parentElement.classList.add("chosen");
  });
  for (const button of document.querySelectorAll("button[data-busy]")) {
    const rest = button.textContent;
    button.form.addEventListener("submit", () => {
      button.textContent = button.dataset.busy;
      button.setAttribute("aria-disabled", "true");
    });
    addEventListener("pageshow", () => {
      button.textContent = rest;
      button.removeAttribute("aria-disabled");
    });
  }
}

// Printing needs a script; the button is not there without one.
function offerPrint() {
  const button = document.querySelector("button.print");
  button.hidden = false;
  button.addEventListener("click", () => print());
}

const bare = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

// The marks in the text, its words that are facts and the findings beside them, are one Tab stop together: a paper may
// have hundreds. The arrow keys walk from one to the next, and a bar below the text says which fact one stands on.
// A fact whose words run over several lines, or lie around those of another, is one stop: where it begins.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function walkMarks(paper) {
  const stops = new Map(); // by the address that a mark leads to
  for (const mark of paper.querySelectorAll(".said, .note")) {
    mark.tabIndex = -1;
    if (!stops.has(mark.hash)) stops.set(mark.hash, mark);
  }
  const marks = [...stops.values()];
  const places = new Map(marks.map((mark, place) => [mark, place]));
  let current = null;
  if (marks.length === 0) return { stopOf: () => null, stand() {} };
  paper.tabIndex = -1; // its marks are its stop now

  // Make a mark the stop. How the keys work is told with it to those who come by Tab, not again at every step.
  function stand(mark, named = document.querySelector(mark.hash)) {
    if (!places.has(mark)) return;
    if (current && current !== mark) {
      current.tabIndex = -1;
      current.removeAttribute("aria-describedby");
    }
    current = mark;
    mark.tabIndex = 0;
    mark.setAttribute("aria-describedby", paper.contains(document.activeElement) ? "which" : "which keys");
    paper.querySelector("#which").textContent = mark.dataset.name ?? named?.dataset.name ?? "";
    paper.querySelector(".keys .place").textContent = `${places.get(mark) + 1}/${marks.length}`;
  }

  // Where an element stands among the marks: between two of them, if it is none.
  function place(element) {
    if (places.has(element)) return places.get(element);
    const after = marks.findIndex((mark) => element.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    return (after < 0 ? marks.length : after) - 0.5;
  }
  paper.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !bare(event) || event.target === paper) return;
    event.preventDefault();
    const wanted = place(event.target) + step;
    const next = marks[Math.min(Math.max(step > 0 ? Math.floor(wanted) : Math.ceil(wanted), 0), marks.length - 1)];
    stand(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  });
  // A press or a screen reader may set the focus on any mark; who leaves finds the stop as it was.
  paper.addEventListener("focusin", (event) => {
    if (event.target !== current) stand(event.target);
  });
  paper.addEventListener("focusout", (event) => {
    if (!paper.contains(event.relatedTarget)) stand(current);
  });
  stand(marks[0]);
  return { stopOf: (fact) => stops.get("#fact-" + fact) ?? null, stand };
}

function openReading() {
  offerPrint();
  const desk = document.querySelector(".desk");
  const tabs = [...document.querySelectorAll(".tabs a")];
  const panes = [...document.querySelectorAll(".switch a[href^='#']")]; // not those that lead to the other view
  const ofPages = document.querySelector(".printed") !== null;
  const walk = walkMarks(document.querySelector(".paper"));

  // Tabs.
  document.querySelector(".tabs").setAttribute("role", "tablist");
  for (const tab of tabs) {
    const panel = document.querySelector(tab.hash);
    tab.id = "tab-" + panel.id;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
  }
  function openTab(id) {
    for (const tab of tabs) {
      const chosen = tab.hash === "#" + id;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      document.querySelector(tab.hash).classList.toggle("open", chosen);
    }
  }
  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !bare(event)) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    openTab(next.hash.slice(1));
    next.focus();
  });

  // Panes, where the screen holds one only.
  function openPane(onPaper) {
    desk.classList.toggle("on-paper", onPaper);
    panes.forEach((pane) => {
      if ((pane.hash === "#paper") === onPaper) pane.setAttribute("aria-current", "true");
      else pane.removeAttribute("aria-current");
    });
  }

  // Whatever the address names is brought to view: its tab, its pane.
  function reveal(target) {
    const tab = target?.closest(".tab");
    if (tab) openTab(tab.id);
    openPane(target ? Boolean(target.closest(".paper")) : ofPages);
    target?.scrollIntoView({ block: target.matches(".tab, .facts, .paper") ? "start" : "center" });
  }
  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  // Light.
  const row = (fact) => document.getElementById("fact-" + fact);
  const words = (fact) => document.querySelectorAll(`[data-facts~="${fact}"]`);
  function factsOf(element) {
    const near = element?.closest?.("[data-fact], [data-facts]");
    return near ? (near.dataset.fact ?? near.dataset.facts).split(" ") : [];
  }
  const factOf = (element) => factsOf(element)[0] ?? null;
  let alight = null;
  let held = null; // the fact of what has the focus
  function light(fact) {
    if (fact === alight) return;
    alight = fact;
    for (const lit of document.querySelectorAll(".lit, .has-lit")) lit.classList.remove("lit", "has-lit");
    if (fact === null) return;
    for (const run of words(fact)) run.classList.add("lit");
    row(fact)?.classList.add("lit");
    const tab = row(fact)?.closest(".tab:not(.open)");
    if (tab) document.getElementById("tab-" + tab.id).classList.add("has-lit");
  }
  document.addEventListener("mouseover", (event) => light(factOf(event.target) ?? held));
  document.addEventListener("focusout", (event) => {
    if (!event.relatedTarget) held = null;
  });
  document.addEventListener("focusin", (event) => {
    held = factOf(event.target);
    light(held);
    if (!event.target.matches("a.fact:focus-visible, a.said:focus-visible, [data-fact] input")) return;
    (event.target.matches(".said") ? row(held) : words(held)[0])?.scrollIntoView({ block: "nearest" });
  });

  // Going over: from a fact to its words and back, from a finding to its mark and back.
  let left = null; // the element from which someone came over, and its fact: Escape leads back there
  function across(link, fact) {
    if (link.matches(".said")) return row(fact);
    if (link.matches(".note")) return document.querySelector(link.hash);
    if (link.matches(".where")) return document.getElementById("note-" + link.dataset.note);
    return walk.stopOf(fact) ?? [...words(fact)].find((run) => run.matches(".said")) ?? words(fact)[0];
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".fact, .said, .note, .where[data-note]");
    if (!link || !bare(event)) return;
    // A key goes back to the fact it came from, also where the words are another's first; a pointer goes to what is lit.
    const fact = event.detail === 0 && factsOf(link).includes(held) ? held : factOf(link);
    const target = across(link, fact);
    if (link.matches(".said") && target && target.id !== link.hash.slice(1)) {
      event.preventDefault();
      location.hash = target.id;
    }
    // A link sets the focus with the next frame; going over before it, whoever is quick comes back and is sent there again.
    requestAnimationFrame(() => setTimeout(() => go(target, fact, { element: link, fact })));
  });
  function go(target, fact, from) {
    if (!target) return;
    left = from;
    reveal(target);
    walk.stand(target, row(fact));
    if (!target.matches("a, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    held = fact;
    light(fact);
  }
  document.addEventListener("keydown", (event) => {
    const here = document.activeElement;
    const isBack = event.key === "Escape" || (event.key === "Enter" && here.matches("[tabindex='-1']:not(a, .paper)"));
    const pane = here.closest(".paper, .facts");
    if (!isBack || !bare(event) || !left || !pane || pane.contains(left.element)) return;
    go(left.element, left.fact, { element: here, fact: held });
  });

  openTab("content");
  reveal(named());
  addEventListener("hashchange", () => reveal(named()));
}
