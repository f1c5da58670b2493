"use strict";
// The page stands complete before this runs. This adds the cube up again for what is chosen, and changes words and
// lengths of what is already drawn. For no choice, or one, the words are the report's own figures; for several the sums
// of the cube; what is counted once (orders) is then not told, unless one of the choices alone leaves the same rows.
// Text is only ever set as text.
(() => {
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

  // ---- what is chosen -------------------------------------------------------------------------------------------

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

  // ---- adding up ------------------------------------------------------------------------------------------------

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

  /** What a metric says of some filters together: words, and why where it says nothing. */
  function told(metric, active, parts, format) {
    const reading = data.readings[metric];
    const value = reading ? fraction(reading, parts) : null;
    const figure = data.figures[`${metric}.${alone(active, parts)}`];
    if (figure && !(format && value)) return { words: figure[0], why: figure[1] || "" };
    if (value) return { words: worded(reading, value, format), why: "" };
    if (reading && reading.days && active.length === 1 && active[0].scope === "day") {
      const count = reading.days.slice(from, to + 1).reduce((sum, day) => sum + day, 0);
      return { words: worded(reading, [count, 1]), why: "" };
    }
    return { words: NONE, why: reading ? reading.why : "" };
  }

  // ---- numbers in words: those of the report, rounded half up ---------------------------------------------------

  function digits([above, below], decimals, grouped) {
    const [top, bottom] = [BigInt(Math.abs(above)) * 10n ** BigInt(decimals), BigInt(below)];
    const text = ((2n * top + bottom) / (2n * bottom)).toString().padStart(decimals + 1, "0");
    const whole = text.slice(0, text.length - decimals);
    const separated = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
    return decimals ? `${separated}.${text.slice(-decimals)}` : separated;
  }

  function money([above, below], short) {
    const minor = 10 ** data.currency.decimals;
    const size = Math.abs(above) / below / minor;
    const times = (n, decimals, unit) => digits([above, below * minor * n], decimals, false) + unit;
    if (short && size >= 1e9) return data.currency.symbol + times(1e9, 2, "B");
    if (short && size >= 999500) return data.currency.symbol + times(1e6, 2, "M");
    if (short && size >= 1000) return data.currency.symbol + times(1e3, 0, "K");
    return data.currency.symbol + digits([above, below * minor], size >= 100 ? 0 : data.currency.decimals, true);
  }

  function worded(reading, value, format) {
    const percent = () => `${digits([value[0] * 100, value[1]], Math.abs(value[0]) / value[1] < 0.1 ? 2 : 1, false)}%`;
    const text = {
      money: () => money(value, false),
      money_short: () => money(value, true),
      count: () => digits(value, 0, true),
      percent,
      ratio: () => digits(value, 2, false),
    }[format || reading.format]();
    return value[0] < 0 && /[1-9]/.test(text) ? MINUS + text : text;
  }

  // ---- cards ----------------------------------------------------------------------------------------------------

  const cards = all(".card").map((node) => ({
    node,
    metric: node.dataset.metric,
    words: one(".figure", node).textContent,
    notes: one(".notes", node).cloneNode(true),
  }));

  function updateCards(active) {
    const parts = sums();
    const empty = active.length > 0 && isEmpty(parts);
    for (const card of cards) {
      const said = active.length ? told(card.metric, active, parts) : { words: card.words, why: "" };
      one(".figure", card.node).textContent = empty ? NONE : said.words;
      const why = one(".why", card.node);
      why.textContent = empty ? "" : said.why;
      why.hidden = empty || !said.why;
      const notes = active.length ? noted(card.metric, active, parts) : [...card.notes.cloneNode(true).children];
      one(".notes", card.node).replaceChildren(...(empty ? [] : notes));
    }
  }

  /** The lines under a card's number: against target and baseline where they are told, else the share of the whole. */
  function noted(metric, active, parts) {
    const line = (text) => Object.assign(document.createElement("p"), { textContent: text });
    const place = active.length === 1 && active[0].slug ? `${metric}.${active[0].scope}.${active[0].slug}` : "";
    const against = ["target", "baseline"].map((word) => [word, data.figures[`${place}~${word}`], data.figures[`${place}@${word}`]])
      .filter(([, change, held]) => change && held && !change[1])
      .map(([word, change, held]) => line(`${signed(change[0])} against ${word} ${held[0]}`));
    const reading = data.readings[metric];
    if (against.length || !reading || !reading.plus.length || reading.over.length) return against;
    const [mine, every] = [fraction(reading, parts), fraction(reading, whole)];
    if (!every || every[0] <= 0 || mine[0] < 0) return [];
    return [line(`\u25cf ${worded(reading, [mine[0], every[0]], "percent")} of the campaign`)];
  }

  const signed = (words) => `${words.startsWith("+") ? "\u25b2" : words.startsWith(MINUS) ? "\u25bc" : "\u25cf"} ${words}`;

  // ---- charts ---------------------------------------------------------------------------------------------------

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
    const title = others.length ? `${reading.label} by ${word}: ${others.map((filter) => filter.words).join(", ")}` : chart.title;
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
      const words = others.length ? told(chart.metric, [...others, filter], partsOf(chart, mark, by)).words : mark.words;
      mark.value.textContent = words;
      mark.node.setAttribute("aria-label", `${mark.name}: ${words}`);
      one("title", mark.node).textContent = `${mark.name}: ${words}`;
      const cell = chart.cells.get(mark.slug);
      if (cell) cell.textContent = words.replace(" \u25bc", "");
      if (others.length) stretch(chart, mark, most > 0 ? Math.max(0, values[at][0] / values[at][1]) / most : 0);
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

  // ---- tables ---------------------------------------------------------------------------------------------------

  const tables = all(".rows").filter((node) => axes.has(node.dataset.scope)).map((node) => ({
    node,
    scope: node.dataset.scope,
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
      const cells = all("td", node).map((cell, at) => ({ ...model.cells[at], node: cell, span: one("span", cell), bar: one(".bar rect", cell), words: null, why: "" }));
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
    const suffix = others.length ? ` ${NONE} ${others.map((filter) => filter.words).join(", ")}` : "";
    one(".of", table.node).textContent = `${Math.min(most, shown.length)} of ${axis.members.length}${suffix}`;
  }

  function updateCell(cell, row, scope, others, parts, longest) {
    const held = parts && cell.tail === "~target" && rowsAlone.get(scope)[axes.get(scope).places.get(row.slug)] === rowsOf(parts);
    if (cell.words !== null && (!others.length || !parts || held)) {
      cell.span.textContent = cell.words;
      cell.node.title = cell.why;
      cell.node.classList.remove("untold");
      if (cell.bar) cell.bar.setAttribute("width", cell.long);
      return;
    }
    const figure = cell.tail && (held || !others.length) ? data.figures[`${cell.metric}.${scope}.${row.slug}${cell.tail}`] : null;
    const said = figure ? { words: signed(figure[0]), why: figure[1] || "" } : cell.metric && !cell.tail
      ? told(cell.metric, [...others, { scope, slug: row.slug }], parts || nothing, cell.format)
      : { words: NONE, why: "Targets and baselines are known for the whole, not for a part of it" };
    cell.span.textContent = said.words;
    cell.node.title = said.why;
    cell.node.classList.toggle("untold", said.words === NONE);
    if (cell.bar) {
      const share = Math.max(0, added(data.readings.gmv.plus, parts || nothing)) / longest;
      cell.bar.setAttribute("width", Math.round(LONGEST_BAR * share * 10) / 10);
    }
  }

  // ---- the bar of filters, the words about them, the address ------------------------------------------------------

  const heading = one("h1");
  const title = heading.textContent;

  function updateWords(active) {
    const words = active.map((filter) => `${filter.label}: ${filter.words}`);
    heading.textContent = active.length ? `${data.campaign}: ${active.map((filter) => filter.words).join(", ")}` : title;
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
    button.textContent = `${filter.label}: ${filter.words} \u2715`;
    button.title = button.textContent;
    button.setAttribute("aria-label", `Remove the filter ${filter.label}: ${filter.words}`);
    button.addEventListener("click", () => {
      if (filter.scope === "day") [from, to] = [0, lastDay];
      else chosen.delete(filter.scope);
      update();
    });
    return button;
  }

  function writeAddress() {
    const told = new URLSearchParams();
    for (const [scope, place] of chosen) told.set(scope, axes.get(scope).members[place][0]);
    if (from > 0 || to < lastDay) {
      const days = axes.get("day").members;
      told.set("from", days[from][0]);
      told.set("to", days[to][0]);
    }
    const text = told.toString();
    if (text !== location.hash.slice(1)) history.replaceState(null, "", `#${text}`);
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

  // ---- rows as CSV ----------------------------------------------------------------------------------------------

  function csv() {
    const readings = Object.values(data.readings).filter((reading) => reading.plus.length && !reading.over.length);
    const inert = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    const quoted = (text) => `"${inert(text).replaceAll('"', '""')}"`;
    const decimals = data.currency.decimals;
    const number = (reading, parts) => {
      const [above] = fraction(reading, parts);
      const text = digits([above, reading.money ? 10 ** decimals : 1], reading.money ? decimals : 0, false);
      return above < 0 ? `-${text}` : text;
    };
    const lines = [[...data.axes.map((axis) => axis.label), ...readings.map((reading) => reading.label)].map(quoted).join(",")];
    for (let row = 0; row < rowCount; row += 1) {
      if (![...chosen].every(([scope, place]) => data.columns[axes.get(scope).at][row] === place)) continue;
      const day = axes.has("day") ? data.columns[axes.get("day").at][row] : 0;
      if (day < from || day > to) continue;
      const parts = data.columns.slice(data.axes.length).map((column) => column[row]);
      const names = data.axes.map((axis, at) => quoted(axis.scope === "day" ? axis.members[data.columns[at][row]][0] : axis.members[data.columns[at][row]][1]));
      lines.push([...names, ...readings.map((reading) => number(reading, parts))].join(","));
    }
    return `\ufeff${lines.join("\r\n")}\r\n`;
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    link.download = "dashboard-rows.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // ---- putting it together --------------------------------------------------------------------------------------

  function update() {
    const active = filters();
    updateCards(active);
    for (const chart of charts) updateChart(chart, active);
    for (const table of tables) updateTable(table, active);
    updateWords(active);
    writeAddress();
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
  charts.forEach(makeReachable);
  tables.forEach(addMissing);
  tables.forEach(makeNamesButtons);
  for (const node of all(".filters, .hint")) node.hidden = false;
  document.body.classList.add("live");
  readAddress();
  update();
})();
