// The tables: those that sold under the choice, the largest first.
const tables = all(".rows").filter((node) => axes.has(node.dataset.scope)).map((node) => ({
  node,
  scope: node.dataset.scope,
  title: one(".named", node).textContent,
  body: one("tbody", node),
  rows: all("tbody tr", node).map((row) => ({
    node: row,
    slug: row.dataset.slug,
    cells: all("td", row).map((cell) => ({
      node: cell,
      span: one("span", cell),
      bar: one(".bar rect", cell),
      long: one(".bar rect", cell) ? one(".bar rect", cell).getAttribute("width") : "",
      metric: cell.dataset.metric || "",
      tail: cell.dataset.tail || "",
      format: cell.dataset.format || "",
      decimals: cell.dataset.decimals ? Number(cell.dataset.decimals) : null,
      words: one("span", cell).textContent,
      why: cell.title,
    })),
  })),
}));

/** Add the members that the page had no room for, under a choice they may be the largest of. */
function addMissing(table) {
  const known = new Set(table.rows.map((row) => row.slug));
  const model = table.rows[0];
  for (const [slug, name] of axes.get(table.scope).members) {
    if (!slug || known.has(slug)) continue;
    const node = model.node.cloneNode(true);
    node.dataset.slug = slug;
    one("th", node).textContent = name;
    const cells = all("td", node).map((cell, at) => ({ ...model.cells[at], node: cell, span: one("span", cell), bar: one(".bar rect", cell), words: null, why: "", long: "" }));
    table.body.append(node);
    table.rows.push({ node, slug, cells });
  }
}

function updateTable(table, active) {
  const others = active.filter((filter) => filter.scope !== table.scope);
  const axis = axes.get(table.scope);
  const by = sums(table.scope, table.scope);
  const gmv = (row) => added(data.readings.gmv.plus, by[axis.places.get(row.slug)] || nothing);
  const sold = (row) => !isEmpty(by[axis.places.get(row.slug)] || nothing);
  const shown = others.length ? table.rows.filter(sold).sort((a, b) => gmv(b) - gmv(a)) : [...table.rows];
  const longest = Math.max(1, ...shown.map(gmv));
  for (const row of table.rows) {
    row.node.hidden = !shown.includes(row);
    row.node.classList.toggle("chosen", chosen.get(table.scope) === axis.places.get(row.slug));
    one("button", row.node).setAttribute("aria-pressed", String(row.node.classList.contains("chosen")));
    for (const cell of row.cells) updateCell(cell, row, table.scope, others, by[axis.places.get(row.slug)], longest);
  }
  table.body.append(...shown.map((row) => row.node));
  const most = expanded.has(table.scope) ? shown.length : ROWS_SHOWN;
  shown.forEach((row, at) => row.node.classList.toggle("beyond", at >= most));
  const more = one(".more", table.node);
  more.hidden = shown.length <= ROWS_SHOWN;
  more.textContent = most < shown.length ? `Show all ${shown.length}` : `Show the first ${ROWS_SHOWN}`;
  const suffix = others.length ? ` ${NONE} ${others.map((filter) => short(filter.words)).join(", ")}` : "";
  const name = one(".named", table.node);
  name.textContent = others.length ? name.dataset.plain : table.title;
  one("caption", table.node).textContent = `${name.dataset.plain}${suffix}`;
  one(".of", table.node).textContent = `${Math.min(most, shown.length)} of ${axis.members.filter(([slug]) => slug).length}${suffix}`;
}

/** A row of which the others leave all that it sold keeps its words, but for the baseline: then it sold otherwise. */
function updateCell(cell, row, scope, others, parts, longest) {
  const held = parts && cell.tail !== "~baseline" && rowsAlone.get(scope)[axes.get(scope).places.get(row.slug)] === rowsOf(parts);
  const keeps = cell.words !== null && (!others.length || !parts || held);
  const said = keeps ? { words: cell.words, why: cell.why } : saidOf(cell, row, scope, others, parts, held);
  cell.span.textContent = said.words;
  cell.node.title = said.why;
  cell.node.classList.toggle("untold", !keeps && said.words === NONE);
  if (!cell.bar) return;
  const share = Math.max(0, added(data.readings.gmv.plus, parts || nothing)) / longest;
  const long = cell.metric === "gmv" ? Math.round(LONGEST_BAR * share * 10) / 10 : said.words === NONE ? 0 : cell.long;
  cell.bar.setAttribute("width", others.length ? long : cell.long || long);
}

function saidOf(cell, row, scope, others, parts, held) {
  const figure = cell.tail && (held || !others.length) ? data.figures[`${cell.metric}.${scope}.${row.slug}${cell.tail}`] : null;
  if (figure) return { words: signed(figure[0]), why: figure[1] || "" };
  if (cell.metric && !cell.tail) return told(cell.metric, [...others, { scope, slug: row.slug }], parts || nothing, cell.format, cell.decimals);
  return { words: NONE, why: "Targets and baselines are known for the whole, not for a part of it" };
}
