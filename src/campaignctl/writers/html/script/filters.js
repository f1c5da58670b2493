// The bar of filters, the words about them on paper too, and the address that brings a choice back.
const heading = one("h1");
const title = heading.textContent;

function updateWords(active) {
  const words = active.map((filter) => `${filter.label}: ${filter.words}`);
  heading.textContent = active.length ? `${data.campaign}: ${active.map((filter) => short(filter.words)).join(", ")}` : title;
  one(".chosen").textContent = words.length ? words.join(" \u00b7 ") : "none";
  for (const select of all("select[data-scope]")) {
    const place = chosen.get(select.dataset.scope);
    select.value = place === undefined ? "" : axes.get(select.dataset.scope).members[place][0];
    select.parentNode.classList.toggle("set", place !== undefined);
  }
  for (const select of all("select[data-end]")) {
    select.value = String(select.dataset.end === "from" ? from : to);
    select.parentNode.classList.toggle("set", select.dataset.end === "from" ? from > 0 : to < lastDay);
  }
  one(".chips").replaceChildren(...active.map(chip));
  for (const button of all(".filters .clear")) button.disabled = !active.length;
  const empty = active.length > 0 && isEmpty(sums());
  one(".empty").hidden = !empty;
  one(".empty p").textContent = empty ? `No orders match ${words.join(", ")}` : "";
  const sellers = axes.has("seller") ? sums("seller").filter((parts) => !isEmpty(parts)).length : 0;
  one(".reach").textContent = axes.has("seller") ? reachWords(sellers) : "";
  one(".printed").textContent = ` \u00b7 ${reachWords(sellers)}`;
  for (const node of all(".of-whole")) node.hidden = !active.length;
}

/** How many sellers sold, and in which days: what stands beside the filters, on paper too. */
function reachWords(sellers) {
  const days = axes.has("day") ? axes.get("day").members : [];
  const told = axes.has("seller") ? [`${sellers} of ${axes.get("seller").members.length} sellers sold`] : [];
  if (days.length) told.push(from === to ? days[from][1] : `${days[from][1]} to ${days[to][1]}`);
  return told.join(", ");
}

function chip(filter) {
  const button = document.createElement("button");
  button.type = "button";
  const words = Object.assign(document.createElement("span"), { textContent: `${filter.label}: ${filter.words}` });
  button.append(words, " \u2715"); // the sign stays in sight, however long the name
  button.title = button.textContent;
  button.setAttribute("aria-label", `Remove the filter ${filter.label}: ${filter.words}`);
  button.addEventListener("click", () => {
    if (filter.scope === "day") [from, to] = [0, lastDay];
    else chosen.delete(filter.scope);
    update();
  });
  return button;
}

let isRead = false; // from then on every choice is a step that the browser's Back takes back

function writeAddress() {
  const told = new URLSearchParams();
  for (const [scope, place] of chosen) told.set(scope, axes.get(scope).members[place][0]);
  if (from > 0 || to < lastDay) {
    const days = axes.get("day").members;
    told.set("from", days[from][0]);
    told.set("to", days[to][0]);
  }
  const text = told.toString();
  if (text !== location.hash.slice(1)) history[isRead ? "pushState" : "replaceState"](null, "", `#${text}`);
  isRead = true;
}

function readAddress() {
  clear();
  for (const [name, slug] of new URLSearchParams(location.hash.slice(1))) {
    const scope = name === "from" || name === "to" ? "day" : name;
    const place = axes.has(scope) ? axes.get(scope).places.get(slug) : undefined;
    if (place === undefined) continue;
    if (name === "from") from = place;
    else if (name === "to") to = place;
    else if (scope !== "day") chosen.set(scope, place);
  }
  if (from > to) [from, to] = [to, from];
}
