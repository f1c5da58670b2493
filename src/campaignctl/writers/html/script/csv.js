// The rows of the choice as a file for a spreadsheet, with nothing in it that a spreadsheet would work out.
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
