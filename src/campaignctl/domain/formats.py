"""How a number is written for people: one table gives, for each format, its words and its Office number format.

Words follow the US forms of the house style: ``$3.84M``, ``$404K``, ``22%``, ``+0.60 pp``, a true minus sign.
Values arrive in their natural unit: money in major units, rates as fractions, durations in seconds.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from campaignctl.domain.money import CURRENCIES

MINUS = "−"
NOT_AVAILABLE = "n/a"
CENTS_BELOW = 100
"""Money shows its cents only below a hundred: ``$36.27``, but ``$692`` and ``$612,400``."""

WHOLE_FROM = 1000
"""Amounts under one another show no cents once the largest of them has thousands."""

_STEPS = ((Decimal(999_500_000), 3, "B"), (Decimal(999_500), 2, "M"), (Decimal(1000), 1, "K"))
"""From where on short money counts in billions, millions and thousands: what would round to a thousand is the next."""

THREE_DIGITS = Decimal("9.995")
"""From here on ``$3.84M`` would take four digits: ``$12.3M``."""

NEAR_EVEN = Decimal("0.95"), Decimal("1.05")
"""Returns that one decimal would write as ``1.0``."""

NO_PERCENT, WHOLE_PERCENT = Decimal("0.00005"), Decimal("0.9995")
"""What would round to ``0.00%`` and to ``100.0%``: those are ``0%`` and ``100%``, as every share above the whole."""

RATE_BELOW, ALL_BUT_WHOLE = Decimal("0.09995"), Decimal("0.995")
"""A share is written whole (``37%``), a rate below a tenth in hundredths (``4.00%``), and what whole numbers would
take for all in tenths (``99.6%``)."""


class Format(StrEnum):
    """The eight ways in which campaignctl writes a number; a return is a ratio of which 1 is break-even."""

    MONEY = "money"
    MONEY_SHORT = "money_short"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    RETURN = "return"
    DURATION = "duration"


def words(
    value: Decimal | float | None, form: Format, unit: str = "", *, signed: bool = False, decimals: int | None = None
) -> str:
    """Return ``value`` as people read it; ``n/a`` when it is missing, not a number or without end.

    ``unit`` is the currency code for money. ``signed`` writes a plus sign too, and a relative change
    without decimals (``+7%``); what rounds to nothing has no sign. ``decimals`` are those of ``decimals_together``.
    """
    if value is None or not (exact := Decimal(str(value))).is_finite():
        return NOT_AVAILABLE
    text = _plain(abs(exact), form, unit, change=signed, decimals=decimals)
    if not any(digit in text for digit in "123456789"):
        return text
    return MINUS + text if exact < 0 else "+" + text if signed else text


def decimals_together(values: Iterable[Decimal | float | None], form: Format, unit: str = "") -> int | None:
    """Return how many decimals numbers under one another share, so that they can be compared down the column.

    None where each keeps its own: they agree already, or the format has no choice. Nothing (``0``) has no say.
    """
    sizes = [size for value in values if value is not None and (size := abs(Decimal(str(value)))).is_finite() and size]
    if form is Format.MONEY:
        least, most = min(sizes, default=Decimal(CENTS_BELOW)), max(sizes, default=Decimal(CENTS_BELOW))
        if least >= CENTS_BELOW or most >= WHOLE_FROM:
            return 0
        return None if most < CENTS_BELOW else _cents(unit)
    if form is Format.PERCENT:
        told = {_percent_decimals(size) for size in sizes if NO_PERCENT <= size < WHOLE_PERCENT}
        return 1 if len(told) > 1 else None
    return None


def _plain(size: Decimal, form: Format, unit: str, *, change: bool, decimals: int | None = None) -> str:
    match form:
        case Format.MONEY:
            return _money(size, unit, decimals)
        case Format.MONEY_SHORT:
            return _money_short(size, unit)
        case Format.COUNT:
            return f"{_round(size, 0):,}"
        case Format.PERCENT:
            return f"{_round(size * 100, 0 if change else _percent_decimals(size, decimals))}%"
        case Format.POINTS:
            return f"{_round(size * 100, 2)} pp"
        case Format.RATIO:
            return f"{_round(size, 2)}"
        case Format.RETURN:
            return f"{_round(size, _return_decimals(size))}"
        case Format.DURATION:
            return _duration(int(_round(size, 0)))


def _round(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _percent_decimals(size: Decimal, shared: int | None = None) -> int:
    """Return how many decimals say something: none of nothing, and none from the whole on (``0%``, ``100%``)."""
    if not NO_PERCENT <= size < WHOLE_PERCENT:
        return 0
    if shared is not None:
        return shared if _round(size * 100, shared) else 0
    return 2 if size < RATE_BELOW else 1 if size >= ALL_BUT_WHOLE else 0


def _return_decimals(size: Decimal) -> int:
    """Return one decimal, and two where one would hide on which side of break-even a return lies (``0.97``)."""
    return 2 if NEAR_EVEN[0] <= size < NEAR_EVEN[1] else 1


def _symbol(unit: str) -> str:
    return CURRENCIES[unit].symbol if unit in CURRENCIES else unit + " "


def _money(size: Decimal, unit: str, decimals: int | None = None) -> str:
    return f"{_symbol(unit)}{_round(size, _money_decimals(size, unit, decimals)):,}"


def _money_decimals(size: Decimal, unit: str, shared: int | None) -> int:
    """Return how many decimals an amount shows: none of nothing, else its column's, else none from a hundred on."""
    if not _round(size, _cents(unit)):
        return 0
    return shared if shared is not None else 0 if size >= CENTS_BELOW else _cents(unit)


def _cents(unit: str) -> int:
    """Return how many decimals a currency has."""
    return CURRENCIES[unit].decimals if unit in CURRENCIES else 2


def _money_short(size: Decimal, unit: str) -> str:
    for start, thousands, letter in _STEPS:
        if size >= start:
            return f"{_symbol(unit)}{_round(size / 1000**thousands, _decimals(size, thousands))}{letter}"
    return _money(size, unit)


def _decimals(size: Decimal, thousands: int) -> int:
    """Return how many decimals make three digits of an amount in millions or billions; thousands stand whole."""
    scaled = size / 1000**thousands
    return 0 if thousands == 1 else 2 if scaled < THREE_DIGITS else 1 if scaled < 10 * THREE_DIGITS else 0


def _duration(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours:,} h {rest // 60:02d} min"
    return f"{rest // 60} min {rest % 60:02d} s" if rest >= 60 else f"{rest} s"


def office(form: Format, unit: str = "", *, signed: bool = False, largest: float = 0) -> str:
    """Return the Excel and PowerPoint number format that shows a cell as ``words`` writes it.

    A format has room for two sizes of money: those below ``largest``, which is the largest that it has to show.
    """
    symbol = f'"{_symbol(unit)}"' if unit else ""
    cents = "0." + "0" * CURRENCIES[unit].decimals if unit in CURRENCIES and CURRENCIES[unit].decimals else "0"
    if signed:
        return {
            Format.PERCENT: f'"▲ +"0%;"▼ {MINUS}"0%;"● "0%',
            Format.POINTS: f'"▲ +"0.00" pp";"▼ {MINUS}"0.00" pp";"● "0.00" pp"',
        }.get(form, f'"▲ +"{symbol}#,##0;"▼ {MINUS}"{symbol}#,##0;"● "{symbol}0')
    return {
        Format.MONEY: f"[>=100]{symbol}#,##0;[<=-100]{MINUS}{symbol}#,##0;{symbol}{cents}",
        Format.MONEY_SHORT: _short_sections(symbol, Decimal(str(largest))),
        Format.COUNT: "#,##0",
        Format.PERCENT: f"[<{RATE_BELOW}]0.00%;0%",
        Format.POINTS: '0.00" pp"',
        Format.RATIO: "0.00",
        Format.RETURN: f"[<{NEAR_EVEN[0]}]0.0;[<{NEAR_EVEN[1]}]0.00;0.0",
        Format.DURATION: '[<0.000694444][s]" s";[<0.0416666666][m]" min "ss" s";[h]" h "mm" min"',
    }[form]


def _short_sections(symbol: str, largest: Decimal) -> str:
    upper, lower = _STEPS[:2] if largest >= _STEPS[0][0] else _STEPS[1:]
    above = _short_digits(max(largest, upper[0]), upper[1])
    return f"[>={upper[0]}]{symbol}{above};[>={lower[0]}]{symbol}{_short_digits(largest, lower[1])};{symbol}#,##0"


def _short_digits(size: Decimal, thousands: int) -> str:
    decimals = _decimals(size, thousands)
    return ("0." + "0" * decimals if decimals else "0") + "," * thousands + f'"{_STEPS[3 - thousands][2]}"'


def office_for(
    value: Decimal | float | None, form: Format, unit: str = "", *, signed: bool = False, decimals: int | None = None
) -> str:
    """Return the Office number format of a cell that holds just ``value``, so that it reads as ``words`` writes it.

    A format for a whole column (``office``) has too few sections for money of every size and sign.
    """
    if value is None or form is Format.DURATION:
        return office(form, unit, signed=signed)
    size = abs(Decimal(str(value)))
    body = _body(size, form, unit, change=signed, decimals=decimals)
    if not any(digit in _plain(size, form, unit, change=signed, decimals=decimals) for digit in "123456789"):
        return f'"● "{body};"● "{body}' if signed else f"{body};{body}"
    return f'"▲ +"{body};"▼ {MINUS}"{body}' if signed else f"{body};{MINUS}{body}"


def office_together(values: Iterable[Decimal | float | None], form: Format, unit: str = "") -> str:
    """Return the Office number format of a column of ``values`` that formulas may change: all alike, nothing as 0."""
    known = [size for value in values if value is not None and (size := abs(Decimal(str(value)))).is_finite()]
    if form not in {Format.MONEY, Format.PERCENT}:
        return office(form, unit)
    largest = max(known, default=Decimal(0))
    body = _body(largest, form, unit, change=False, decimals=decimals_together(known, form, unit))
    nothing = "0%" if form is Format.PERCENT else f'"{_symbol(unit)}"0'
    return f"{body};{MINUS}{body};{nothing}"


def _body(size: Decimal, form: Format, unit: str, *, change: bool, decimals: int | None = None) -> str:
    """Return the digits of a number format, without its sign."""
    match form:
        case Format.PERCENT:
            return "0%" if change else {0: "0%", 1: "0.0%", 2: "0.00%"}[_percent_decimals(size, decimals)]
        case Format.RETURN:
            return "0." + "0" * _return_decimals(size)
        case Format.MONEY | Format.MONEY_SHORT:
            return f'"{_symbol(unit)}"' + _digits_of_money(size, form, unit, decimals)
        case _:
            return office(form)


def _digits_of_money(size: Decimal, form: Format, unit: str, decimals: int | None = None) -> str:
    step = next((step for step in _STEPS if size >= step[0]), None) if form is Format.MONEY_SHORT else None
    if step is not None:
        return _short_digits(size, step[1])
    shown = _money_decimals(size, unit, None if form is Format.MONEY_SHORT else decimals)
    return "#,##0." + "0" * shown if shown else "#,##0"
