// The cards: a number of what is chosen, and what it is held against.
const cards = all(".card").map((node) => ({
  node,
  metric: node.dataset.metric,
  name: node.dataset.name || "",
  each: node.dataset.each || "",
  label: one("h2", node).textContent,
  words: one(".figure", node).textContent,
  notes: one(".notes", node).cloneNode(true),
}));

function updateCards(active) {
  const parts = sums();
  const empty = active.length > 0 && isEmpty(parts);
  for (const card of cards) {
    const said = active.length ? told(card.metric, active, parts) : { words: card.words, why: "" };
    one(".figure", card.node).textContent = empty ? NONE : said.words;
    if (card.each) one("h2", card.node).textContent = active.length ? labelled(card, active, parts) : card.label;
    const why = one(".why", card.node);
    why.textContent = empty ? "" : said.why;
    why.hidden = empty || !said.why;
    const notes = active.length ? noted(card.metric, active, parts) : [...card.notes.cloneNode(true).children];
    one(".notes", card.node).replaceChildren(...(empty ? [] : notes));
  }
}

/** The label of a card with what one is worth behind it, as far as that is told: `Orders · $36.27 each`. */
function labelled(card, active, parts) {
  const worth = told(card.each, active, parts);
  return worth.words === NONE || isEmpty(parts) ? card.name : `${card.name} \u00b7 ${worth.words} each`;
}

/** The lines under a card's number: against target and baseline where they are told, else the share of the whole. */
function noted(metric, active, parts) {
  const line = (text, mark = "") => Object.assign(document.createElement("p"), { textContent: text, className: mark });
  const place = active.length === 1 && active[0].slug ? `${metric}.${active[0].scope}.${active[0].slug}` : "";
  const against = ["target", "baseline"].map((word) => [word, data.figures[`${place}~${word}`], data.figures[`${place}@${word}`]])
    .filter(([, change, held]) => change && held && !change[1])
    .map(([word, change, held]) => line(`${signed(change[0])} against ${word === "target" ? data.target : word} ${held[0]}`, meaning(metric, signed(change[0])[0])));
  const reading = data.readings[metric];
  const known = data.figures[figureOf(metric, "total")];
  if (against.length || !reading) return against;
  if (!reading.plus.length || reading.over.length) {
    return known && !known[1] && told(metric, active, parts).words !== NONE ? [line(`\u25cf whole campaign ${known[0]}`)] : [];
  }
  const [mine, every] = [fraction(reading, parts), fraction(reading, whole)];
  if (!every || every[0] <= 0 || mine[0] < 0) return [];
  return [line(`\u25cf ${worded(reading, [mine[0], every[0]], "percent")} of the campaign`)];
}

/** Whether an arrow is good or bad, as the report's own lines under the card have it; nothing where they do not say. */
function meaning(metric, arrow) {
  const opposite = { good: "bad", bad: "good" };
  for (const note of cards.find((card) => card.metric === metric).notes.children) {
    const mark = note.className;
    if (opposite[mark] && "\u25b2\u25bc".includes(arrow)) return note.textContent[0] === arrow ? mark : opposite[mark];
  }
  return "";
}

const signed = (words) => `${words.startsWith("+") ? "\u25b2" : words.startsWith(MINUS) ? "\u25bc" : "\u25cf"} ${words}`;
