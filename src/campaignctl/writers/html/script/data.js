// What the page knows, out of the block of data in it, and how its elements are found.
const data = JSON.parse(document.getElementById("data").textContent);
const MINUS = "\u2212";
const NONE = "\u2013";
const ROWS_SHOWN = 10;
const LONGEST_BAR = 84;

const axes = new Map(data.axes.map((axis, at) => [axis.scope, {
  ...axis,
  at,
  places: new Map(axis.members.map(([slug], place) => [slug, place]).filter(([slug]) => slug)),
}]));
const rowCount = data.columns.length ? data.columns[0].length : 0;
const lastDay = axes.has("day") ? axes.get("day").members.length - 1 : 0;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
