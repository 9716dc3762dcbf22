// What the pages can do more with a script: facts and their words light each other, sections become tabs, panes switch.
// Without it everything is there: facts are links to lines, sections stand below one another.
"use strict";
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  guardForms();
  if (document.querySelector(".desk")) openReading();
});

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

function openReading() {
  offerPrint();
  const desk = document.querySelector(".desk");
  const tabs = [...document.querySelectorAll(".tabs a")];
  const panes = [...document.querySelectorAll(".switch a")];
  let last = null; // the fact from which someone went to the words

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
    if (!step) return;
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
    openPane(Boolean(target?.closest(".paper")));
    target?.scrollIntoView({ block: target.matches(".tab, .facts, .paper") ? "start" : "center" });
  }
  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  // Light.
  const words = (fact) => document.querySelectorAll(`[data-facts~="${fact}"]`);
  function factOf(element) {
    const near = element.closest?.("[data-fact], [data-facts]");
    return near ? (near.dataset.fact ?? near.dataset.facts.split(" ")[0]) : null;
  }
  let alight = null;
  function light(fact) {
    if (fact === alight) return;
    alight = fact;
    for (const lit of document.querySelectorAll(".lit, .has-lit")) lit.classList.remove("lit", "has-lit");
    if (fact === null) return;
    for (const run of words(fact)) run.classList.add("lit");
    const shown = document.getElementById("fact-" + fact);
    shown?.classList.add("lit");
    const tab = shown?.closest(".tab:not(.open)");
    if (tab) document.getElementById("tab-" + tab.id).classList.add("has-lit");
  }
  document.addEventListener("mouseover", (event) => light(factOf(event.target) ?? factOf(document.activeElement)));
  document.addEventListener("focusin", (event) => {
    const fact = factOf(event.target);
    light(fact);
    if (event.target.matches(".fact:focus-visible")) words(fact)[0]?.scrollIntoView({ block: "nearest" });
  });

  // Going over: from a fact to its words and back.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".fact, .said");
    if (!link) return;
    const fact = factOf(link);
    if (link.matches(".fact")) last = link;
    setTimeout(() => go(link.matches(".fact") ? words(fact)[0] : document.getElementById("fact-" + fact), fact));
  });
  function go(target, fact) {
    if (!target) return;
    reveal(target);
    target.focus({ preventScroll: true });
    light(fact);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !last || !document.activeElement.closest(".paper")) return;
    go(last, last.dataset.fact);
  });

  openTab("content");
  reveal(named());
  addEventListener("hashchange", () => reveal(named()));
}
