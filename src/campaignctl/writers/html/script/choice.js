// What is chosen: one member of each axis at most, and a stretch of days.
const chosen = new Map(); // scope -> place on its axis, days apart
let from = 0;
let to = lastDay;
const expanded = new Set();

/** The active filters: their scope, the slug of the one member they leave (or null) and words for people. */
function filters() {
  const found = [];
  for (const [scope, place] of chosen) {
    const [slug, words] = axes.get(scope).members[place];
    found.push({ scope, slug, words, label: axes.get(scope).label });
  }
  if (from > 0 || to < lastDay) {
    const days = axes.get("day").members;
    const words = from === to ? days[from][1] : `${days[from][1]} to ${days[to][1]}`;
    found.push({ scope: "day", slug: from === to ? days[from][0] : null, words, label: "Days" });
  }
  return found;
}

function clear() {
  chosen.clear();
  from = 0;
  to = lastDay;
}

function toggle(scope, slug, extend) {
  const place = axes.get(scope).places.get(slug);
  if (place === undefined) return;
  if (scope !== "day") {
    if (chosen.get(scope) === place) chosen.delete(scope);
    else chosen.set(scope, place);
  } else if (extend && (from > 0 || to < lastDay)) {
    [from, to] = [Math.min(from, place), Math.max(to, place)];
  } else if (from === place && to === place) {
    [from, to] = [0, lastDay];
  } else {
    [from, to] = [place, place];
  }
  update();
}
