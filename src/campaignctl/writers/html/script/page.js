// The page put together: every choice moves all of it. It stands complete before this runs: this only changes words
// and lengths of what is already drawn. For no choice, or one, the words are the report's own figures; for several the
// sums of the cube; what is counted once (orders) is then not told, unless one of the choices alone leaves the same
// rows. Text is only ever set as text.
function update() {
  const held = document.activeElement;
  const active = filters();
  updateCards(active);
  for (const chart of charts) updateChart(chart, active);
  for (const table of tables) updateTable(table, active);
  updateWords(active);
  writeAddress();
  keepFocus(held);
}

/** Leave the keyboard where it was, though its row moved; where its button is gone, at the filter left or the first. */
function keepFocus(held) {
  if (held === document.body || held === null) return;
  const stays = held.isConnected && !held.disabled && held.checkVisibility();
  const next = stays ? held : one(".chips button") || one(".filters select");
  if (next && (!stays || document.activeElement !== held)) next.focus({ preventScroll: true });
}

/** Let Escape take the words about a card away, until it is left. */
function makeQuiet(card) {
  for (const leaving of ["mouseleave", "blur"]) card.addEventListener(leaving, () => card.classList.remove("quiet"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.matches(":hover, :focus")) card.classList.add("quiet");
  });
}

/** Make the marks of a chart one stop of the Tab key; arrows go from mark to mark, Enter and Space choose. */
function makeReachable(chart) {
  chart.marks.forEach((mark, at) => {
    mark.node.setAttribute("role", mark.rest ? "img" : "button");
    mark.node.classList.toggle("rest", mark.rest);
    mark.node.setAttribute("tabindex", at ? "-1" : "0");
    mark.node.addEventListener("click", (event) => toggle(chart.scope, mark.slug, event.shiftKey));
    mark.node.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") toggle(chart.scope, mark.slug, event.shiftKey);
      else if (step) go(chart.marks, at, step);
      else return;
      event.preventDefault();
    });
  });
}

function go(marks, at, step) {
  const next = marks[(at + step + marks.length) % marks.length].node;
  marks[at].node.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** Let the name of a row choose it. */
function makeNamesButtons(table) {
  for (const row of table.rows) {
    const head = one("th", row.node);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "name";
    button.textContent = head.textContent;
    button.title = head.textContent;
    button.addEventListener("click", () => toggle(table.scope, row.slug, false));
    head.replaceChildren(button);
  }
  one(".more", table.node).addEventListener("click", () => {
    if (!expanded.delete(table.scope)) expanded.add(table.scope);
    update();
  });
}

for (const select of all("select[data-scope]")) {
  select.addEventListener("change", () => {
    const place = axes.get(select.dataset.scope).places.get(select.value);
    if (place === undefined) chosen.delete(select.dataset.scope);
    else chosen.set(select.dataset.scope, place);
    update();
  });
}
for (const select of all("select[data-end]")) {
  select.addEventListener("change", () => {
    const place = Number(select.value);
    if (select.dataset.end === "from") [from, to] = [place, Math.max(place, to)];
    else [from, to] = [Math.min(place, from), place];
    update();
  });
}
for (const button of all(".clear")) {
  button.addEventListener("click", () => {
    clear();
    update();
  });
}
one(".csv").addEventListener("click", download);
window.addEventListener("hashchange", () => {
  readAddress();
  update();
});
all(".card").forEach(makeQuiet);
charts.forEach(makeReachable);
tables.forEach(addMissing);
tables.forEach(makeNamesButtons);
for (const node of all(".filters, .hint")) node.hidden = false;
document.body.classList.add("live");
readAddress();
update();
