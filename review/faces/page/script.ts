/** Search and folding. The page is whole without it. */
export const script = `
"use strict";
const form = document.querySelector(".filter"), [text, verb, type, told] = ["text", "verb", "type", "told"].map((name) => form.elements[name]);
const entries = [...document.querySelectorAll("[data-verb]")].reverse().map((element) => ({ element, verb: element.dataset.verb, type: element.dataset.type ?? "", words: element.textContent.toLowerCase() }));
const groups = [...document.querySelectorAll("[data-group]")].reverse();
const folds = [...document.querySelectorAll("main details")];
const offer = (select, values) => select.append(...[...new Set(values)].filter(Boolean).sort().map((value) => new Option(value)));
offer(verb, entries.map((entry) => entry.verb));
offer(type, entries.map((entry) => entry.type));
const filter = () => {
  const wanted = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const narrowed = wanted.length > 0 || verb.value !== "" || type.value !== "";
  let found = 0;
  for (const entry of entries) {
    const shown = (verb.value === "" || entry.verb === verb.value) && (type.value === "" || entry.type === type.value) && wanted.every((word) => entry.words.includes(word));
    entry.element.hidden = !shown && entry.element.querySelector("[data-verb]:not([hidden])") === null;
    if (shown) found += 1;
  }
  for (const group of groups) {
    group.hidden = narrowed && group.querySelector("[data-verb]") !== null && group.querySelector("[data-verb]:not([hidden])") === null;
    if (narrowed && !group.hidden && group.localName === "details") group.open = true;
  }
  told.value = narrowed ? found + " of " + entries.length + " shown" : "";
};
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
form.elements.fold.addEventListener("click", ({ currentTarget: button }) => {
  const open = button.textContent === "Open all";
  for (const fold of folds) fold.open = open;
  button.textContent = open ? "Close all" : "Open all";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea")) { event.preventDefault(); text.focus(); }
  if (event.key === "Escape" && event.target === text) form.reset();
});
form.hidden = entries.length < 2;
`;
