// The charts: bars get another length, and the charts beside the one that was clicked name the choice.
const SHAPE = ["x", "y", "width", "height"];

/** Whether a bar stands for all members that have none of their own: nothing that one could choose. */
const isRest = (scope, slug) => !axes.get(scope).places.has(slug) && axes.get(scope).members.every(([known]) => known);

/** The sums that a bar shows. */
function partsOf(chart, mark, by) {
  if (!mark.rest) return by[axes.get(chart.scope).places.get(mark.slug)] || nothing;
  const shown = new Set(chart.marks.map(({ slug }) => slug));
  const left = by.filter((_, place) => !shown.has(axes.get(chart.scope).members[place][0]));
  return left.reduce((sum, parts) => sum.map((number, at) => number + parts[at]), nothing);
}

const charts = all(".chart").filter((node) => axes.has(node.dataset.scope)).map((node) => ({
  node,
  scope: node.dataset.scope,
  metric: node.dataset.metric,
  upright: node.dataset.kind === "columns",
  length: Number(node.dataset.length),
  left: Number(node.dataset.left),
  title: one("h2", node).textContent,
  name: one("[data-key]", node),
  named: one("[data-key]", node).textContent,
  cells: new Map(all("tbody tr", node).map((row) => [row.dataset.slug, one("td", row)])),
  marks: all(".mark", node).map((mark) => ({
    node: mark,
    slug: mark.dataset.slug,
    rest: isRest(node.dataset.scope, mark.dataset.slug),
    name: mark.getAttribute("aria-label").split(": ").slice(0, -1).join(": "),
    shape: one(".shape", mark),
    value: one(".value", mark),
    first: SHAPE.map((name) => one(".shape", mark).getAttribute(name)),
    missing: mark.classList.contains("missing"),
    at: ["x", "y"].map((name) => one(".value", mark).getAttribute(name)),
    words: one(".value", mark).textContent,
  })),
}));

function updateChart(chart, active) {
  const others = active.filter((filter) => filter.scope !== chart.scope);
  const own = active.find((filter) => filter.scope === chart.scope);
  const axis = axes.get(chart.scope);
  const by = sums(chart.scope, chart.scope);
  const reading = data.readings[chart.metric];
  const values = chart.marks.map((mark) => fraction(reading, partsOf(chart, mark, by)) || [0, 1]);
  const most = Math.max(0, ...values.map(([above, below]) => above / below));
  const word = chart.scope === "day" ? "day" : axis.label.toLowerCase();
  const title = others.length ? `${reading.label} by ${word}: ${others.map((filter) => short(filter.words)).join(", ")}` : chart.title;
  one("h2", chart.node).textContent = title;
  chart.name.textContent = others.length ? reading.label : chart.named;
  one("caption", chart.node).textContent = title;
  chart.node.classList.toggle("filtered", others.length > 0);
  chart.marks.forEach((mark, at) => {
    const place = axis.places.get(mark.slug);
    const held = own && (chart.scope === "day" ? place >= from && place <= to : chosen.get(chart.scope) === place);
    mark.node.classList.toggle("chosen", Boolean(own && held));
    mark.node.classList.toggle("others", Boolean(own && !held));
    if (!mark.rest) mark.node.setAttribute("aria-pressed", String(Boolean(own && held)));
    const filter = { scope: chart.scope, slug: mark.slug };
    const words = others.length && !mark.missing ? told(chart.metric, [...others, filter], partsOf(chart, mark, by)).words : mark.words;
    mark.value.textContent = words;
    mark.node.setAttribute("aria-label", `${mark.name}: ${words}`);
    one("title", mark.node).textContent = `${mark.name}: ${words}`;
    const cell = chart.cells.get(mark.slug);
    if (cell) cell.textContent = words.replace(/ \u25bc.*/, "");
    if (others.length && !mark.missing) stretch(chart, mark, most > 0 ? Math.max(0, values[at][0] / values[at][1]) / most : 0);
    else restore(mark);
  });
}

function stretch(chart, mark, share) {
  const length = Math.round(chart.length * share * 10) / 10;
  if (chart.upright) {
    const foot = Number(mark.first[1]) + Number(mark.first[3]);
    mark.shape.setAttribute("y", foot - length);
    mark.shape.setAttribute("height", length);
    mark.value.setAttribute("y", foot - length - 6);
  } else {
    mark.shape.setAttribute("width", length);
    mark.value.setAttribute("x", chart.left + length + 7);
  }
}

function restore(mark) {
  SHAPE.forEach((name, at) => mark.shape.setAttribute(name, mark.first[at]));
  ["x", "y"].forEach((name, at) => mark.value.setAttribute(name, mark.at[at]));
}
