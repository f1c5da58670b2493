// The cube added up over what is chosen, and what a metric says of it.
/** Sums of all measures, and last the count of rows, over what is chosen: for each member of `by`, or for all. */
function sums(by, except) {
  const tests = [...chosen].filter(([scope]) => scope !== except)
    .map(([scope, place]) => [data.columns[axes.get(scope).at], place, place]);
  if (except !== "day" && (from > 0 || to < lastDay)) tests.push([data.columns[axes.get("day").at], from, to]);
  const measures = data.columns.slice(data.axes.length);
  const groups = by ? axes.get(by).members.length : 1;
  const group = by ? data.columns[axes.get(by).at] : null;
  const found = Array.from({ length: groups }, () => new Array(measures.length + 1).fill(0));
  for (let row = 0; row < rowCount; row += 1) {
    if (!tests.every(([column, low, high]) => column[row] >= low && column[row] <= high)) continue;
    const into = found[group ? group[row] : 0];
    for (let m = 0; m < measures.length; m += 1) into[m] += measures[m][row];
    into[measures.length] += 1;
  }
  return by ? found : found[0];
}

const rowsOf = (parts) => parts[parts.length - 1];
const isEmpty = (parts) => rowsOf(parts) === 0;
const nothing = new Array(data.measures.length + 1).fill(0);
const whole = sums();
const rowsAlone = new Map(data.axes.map((axis) => [axis.scope, sums(axis.scope).map(rowsOf)]));
const added = (places, parts) => places.reduce((sum, place) => sum + parts[place], 0);

/** A reading of sums as a fraction, or null where it cannot be told from them. */
function fraction(reading, parts) {
  if (!reading.plus.length) return null;
  const above = added(reading.plus, parts) - added(reading.minus, parts);
  const below = reading.over.length ? added(reading.over, parts) : 1;
  return below ? [above, below] : null;
}

/** The one choice (or the whole) whose rows are all that `active` leaves, as figure ids write it; else nothing. */
function alone(active, parts) {
  if (rowsOf(parts) === rowsOf(whole)) return "total";
  const only = active.filter(({ slug }) => slug).find(({ scope, slug }) => (
    active.length === 1 || rowsAlone.get(scope)[axes.get(scope).places.get(slug)] === rowsOf(parts)
  ));
  return only ? `${only.scope}.${only.slug}` : "";
}

/** The id of a metric's figure at a place; a comparison stands at its end. */
function figureOf(metric, place) {
  const [word, comparison] = metric.split("~");
  return `${word}.${place}${comparison ? `~${comparison}` : ""}`;
}

/** What a metric says of some filters together: words, and why where it says nothing. */
function told(metric, active, parts, format, decimals = null) {
  const reading = data.readings[metric];
  const value = reading ? fraction(reading, parts) : null;
  const figure = data.figures[figureOf(metric, alone(active, parts))];
  if (figure && !(format && value)) return { words: figure[0], why: figure[1] || "" };
  if (value) return { words: worded(reading, value, format, decimals), why: "" };
  if (reading && reading.days && active.length === 1 && active[0].scope === "day") {
    const count = reading.days.slice(from, to + 1).reduce((sum, day) => sum + day, 0);
    return { words: worded(reading, [count, 1]), why: "" };
  }
  return { words: NONE, why: reading ? reading.why : "It is told for the whole campaign alone" };
}
