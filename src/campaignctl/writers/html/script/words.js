// Numbers in words: those of the report, rounded half up. Names in titles: as far as there is room, whole in the chips.
const LONGEST = 40;

function short(name) {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("").trimEnd()}\u2026` : name;
}

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
  const size = Math.abs(value[0]) / value[1];
  const decimals = size < 0.00005 || size >= 0.9995 ? 0 : size < 0.1 ? 2 : 1; // none of nothing, none from the whole on
  const percent = () => `${digits([value[0] * 100, value[1]], decimals, false)}%`;
  const text = {
    money: () => money(value, false),
    money_short: () => money(value, true),
    count: () => digits(value, 0, true),
    percent,
    ratio: () => digits(value, 2, false),
    return: () => digits(value, size >= 0.95 && size < 1.05 ? 2 : 1, false),
  }[format || reading.format]();
  return value[0] < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}
