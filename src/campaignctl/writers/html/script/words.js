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

/** How many decimals make three digits: those of $3.84M, $12.3M and $384M. */
const threeDigits = (scaled) => (scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0);

function money([above, below], short, decimals) {
  const minor = 10 ** data.currency.decimals;
  const size = Math.abs(above) / below / minor;
  const times = (n, unit) => digits([above, below * minor * n], n > 1e3 ? threeDigits(size / n) : 0, false) + unit;
  if (short && size >= 999.5e6) return data.currency.symbol + times(1e9, "B");
  if (short && size >= 999500) return data.currency.symbol + times(1e6, "M");
  if (short && size >= 1000) return data.currency.symbol + times(1e3, "K");
  const own = decimals === null || short ? (size >= 100 ? 0 : data.currency.decimals) : decimals; // none from a hundred on
  return data.currency.symbol + digits([above, below * minor], size * minor < 0.5 ? 0 : own, true); // none of nothing
}

/** The decimals of a share: none of nothing and from the whole on, else its column's, else two below a tenth. */
function shareDecimals(size, shared) {
  if (size < 0.00005 || size >= 0.9995) return 0;
  if (shared !== null) return size * 100 * 10 ** shared >= 0.5 ? shared : 0;
  return size < 0.09995 ? 2 : size >= 0.995 ? 1 : 0; // all but the whole is not 100%
}

function worded(reading, value, format, decimals = null) {
  const percent = () => `${digits([value[0] * 100, value[1]], shareDecimals(Math.abs(value[0]) / value[1], decimals), false)}%`;
  const text = {
    money: () => money(value, false, decimals),
    money_short: () => money(value, true, null),
    count: () => digits(value, 0, true),
    percent,
    ratio: () => digits(value, 2, false),
    return: () => digits(value, size >= 0.95 && size < 1.05 ? 2 : 1, false),
  }[format || reading.format]();
  return value[0] < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}
