"""Money, counts, rates and durations, typed by the database from text: exact digits, or nothing.

Every function takes the SQL of a trimmed text (NULL when blank) and returns the SQL of its value; what cannot be read
exactly becomes NULL. No money passes through a floating-point number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.marketplaces.layouts import Writing
from campaignctl.readers.exports.engine import literal

_MINUS = "[-−–]"
_BLANKS = r"\s*"
_DIGITS = 15  # more digits before the decimals are no amount of money
_GROUPS = (" ", "\u00a0", "\u202f")
"""Blanks that part thousands from hundreds: 1 234,56."""
_QUICK, _WIDE = 18, 38  # digits of the database's decimals: the narrow ones are several times faster


@dataclass(frozen=True, slots=True)
class Money:
    """A currency and how its amounts are written in these files."""

    currency: Currency
    writing: Writing

    @property
    def marks(self) -> tuple[str, ...]:
        """The signs that may stand beside an amount, longest first."""
        marks = {*self.writing.marks, self.currency.symbol, self.currency.code}
        return tuple(sorted(marks - {""}, key=lambda mark: (-len(mark), mark)))

    def written(self, number: str) -> str:
        """Return a plain decimal number the way these files write it; a workbook's number cells go through here."""
        return number.replace(".", self.writing.decimal)

    @property
    def otherwise(self) -> tuple["Money", ...]:
        """How other people write the same amounts: with comma and point the other way round, or blanks for groups."""
        swapped = Writing(thousands=self.writing.decimal, decimal="," if self.writing.decimal == "." else ".")
        blank = [Writing(thousands=sign, decimal=",") for sign in _GROUPS]
        marks = self.writing.marks
        tried = [writing.model_copy(update={"marks": marks}) for writing in (swapped, *blank)]
        return tuple(Money(self.currency, writing) for writing in tried if writing != self.writing)

    def foreign(self, text: str) -> str:
        """Return the other currency that ``text`` names, or nothing."""
        if not any(letter.isdigit() for letter in text):
            return ""  # a heading that stands among the rows again names no currency
        bare = re.sub("|".join(map(re.escape, self.marks)), "", text, flags=re.IGNORECASE)
        return next((code for code, other in _OTHERS if other.search(bare) and code != self.currency.code), "")


_OTHERS = tuple(
    (currency.code, re.compile(rf"{re.escape(currency.symbol)}|\b{currency.code}\b", re.IGNORECASE))
    for currency in CURRENCIES.values()
)


def money_of(code: str, writings: Mapping[str, Writing]) -> Money:
    """Return how amounts in the currency ``code`` are read: as the marketplace writes them, else as people do."""
    currency = CURRENCIES.get(code) or Currency(code, 2, code)
    usual = Writing(thousands=".", decimal=",") if currency.comma else Writing()
    return Money(currency, writings.get(code, usual))


def proof(money: Money) -> str:
    """Return the pattern of a text that only this way of writing can mean: one or two decimals, or two groups.

    Where a blank parts groups, a group has to be seen, for decimals alone do not tell it from other ways.
    """
    group, point = re.escape(money.writing.thousands), re.escape(money.writing.decimal)
    if money.writing.thousands in _GROUPS:
        return rf"\d{group}\d{{3}}{point}\d"
    return rf"\d{point}\d{{1,2}}\D*$|\d{group}\d{{3}}{group}\d{{3}}"


def amount(cell: str, text: str, money: Money) -> str:
    """Return the amount in minor units, BIGINT. More decimals than the currency has are no amount, zeros excepted.

    ``cell`` may have blanks around it, ``text`` not; most amounts are plain numbers and never need the latter.
    """
    places, point = money.currency.decimals, money.writing.decimal
    whole = rf"\s*-?\d{{1,{_DIGITS - places}}}"
    whens = [f"WHEN {_fits(cell, whole + _BLANKS)} THEN TRY_CAST({cell} AS BIGINT) * {10**places}"]
    if point == "." and places:
        decimal = rf"{whole}[.]\d{{1,{places}}}\s*"
        whens.insert(0, f"WHEN {_fits(cell, decimal)} THEN {_minor(cell, places, _QUICK)}")
    bare = f"regexp_replace({text}, {literal(f'[^0-9{point}]')}, '', 'g')"
    bare = bare if point == "." else f"replace({bare}, {literal(point)}, '.')"
    sign = f"CASE WHEN regexp_matches({text}, {literal(_MINUS + '|^[(]')}) THEN -1 ELSE 1 END"
    whens.append(f"WHEN {_fits(text, _shape(money))} THEN {_minor(bare, places, _WIDE)} * {sign}")
    return f"CASE {' '.join(whens)} END"


def _fits(text: str, pattern: str) -> str:
    return f"regexp_full_match({text}, {literal(pattern)})"


def _minor(number: str, places: int, digits: int) -> str:
    return f"TRY_CAST(TRY_CAST({number} AS DECIMAL({digits},{places})) * {10**places} AS BIGINT)"


def _shape(money: Money) -> str:
    """Return the pattern of an amount with marks and separators, a sign on either side of the mark, or in brackets."""
    mark = f"(?:{'|'.join(re.escape(mark) for mark in money.marks)})?"
    group, point = (re.escape(sign) for sign in (money.writing.thousands, money.writing.decimal))
    grouped = rf"\d{{1,3}}(?:{group}\d{{3}}){{1,4}}|" if group else ""
    part = rf"(?:{point}\d{{1,{money.currency.decimals}}}0*)?" if money.currency.decimals else rf"(?:{point}0+)?"
    number = rf"(?:{grouped}\d{{1,{_DIGITS}}}){part}"
    signed = rf"(?:{_MINUS}\s*{mark}|{mark}\s*{_MINUS}?)\s*{number}\s*{mark}"
    return rf"(?i)(?:{signed}|\({mark}\s*{number}\s*{mark}\))"


def count(cell: str, text: str, writing: Writing) -> str:
    """Return a whole number, BIGINT; ``1,234`` and ``3.0`` are whole, ``1.5`` is not. Blanks as for ``amount``."""
    group, point = writing.thousands, writing.decimal
    plain = r"\s*-?\d{1,18}\s*"
    whens = [f"WHEN {_fits(cell, plain)} THEN TRY_CAST({cell} AS BIGINT)"]
    if group:
        grouped = rf"-?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+"
        whens.append(f"WHEN {_fits(text, grouped)} THEN TRY_CAST(replace({text}, {literal(group)}, '') AS BIGINT)")
    zeros = rf"-?\d{{1,18}}{re.escape(point)}0+"
    whens.append(f"WHEN {_fits(text, zeros)} THEN TRY_CAST(split_part({text}, {literal(point)}, 1) AS BIGINT)")
    return f"CASE {' '.join(whens)} END"


def rate(text: str, writing: Writing, *, percent: bool) -> str:
    """Return a rate as a fraction, DOUBLE: ``5.93%`` always says so, a bare number means what the layout says."""
    bare = f"trim(replace({text}, '%', ''))"
    if writing.thousands:
        bare = f"replace({bare}, {literal(writing.thousands)}, '')" if writing.decimal == "." else bare
    if writing.decimal != ".":
        bare = f"replace({bare}, {literal(writing.decimal)}, '.')"
    number = f"TRY_CAST({bare} AS DOUBLE)"
    shape = r"[-−]?[\d.,]*\d(?:[eE][-+]?\d{1,3})?\s*%?"
    divide = (
        f"{number} / 100"
        if percent
        else f"CASE WHEN {text} LIKE '%\\%' ESCAPE '\\' THEN {number} / 100 ELSE {number} END"
    )
    return f"CASE WHEN regexp_full_match({text}, {literal(shape)}) AND isfinite({number}) THEN {divide} END"


_CLOCK, _NUMBER = r"\d+:[0-5]?\d:[0-5]?\d", r"\d{1,15}(?:\.\d+)?"
_HOURS = "h|hr|hrs|hours?|小时|jam"
_MINUTES = "m|min|mins|minutes?|分钟|分|menit"
_SECONDS = "s|sec|secs|seconds?|秒|detik"


def seconds(text: str, *, bare: bool) -> str:
    """Return a duration in seconds, DOUBLE: ``2h37m``, ``2:37:05``, and a bare number where it means seconds."""
    hours, minutes, rest = (f"TRY_CAST(split_part({text}, ':', {part}) AS DOUBLE)" for part in (1, 2, 3))
    clock = f"{hours} * 3600 + {minutes} * 60 + {rest}"
    words = rf"(?i)^(?:(\d+)\s*(?:{_HOURS}))?\s*(?:(\d+)\s*(?:{_MINUTES}))?\s*(?:(\d+)\s*(?:{_SECONDS}))?$"
    parts = [f"coalesce(TRY_CAST(regexp_extract({text}, {literal(words)}, {n}) AS DOUBLE), 0)" for n in (1, 2, 3)]
    told = f"{parts[0]} * 3600 + {parts[1]} * 60 + {parts[2]}"
    cases = [
        f"WHEN {_fits(text, _CLOCK)} THEN {clock}",
        f"WHEN {text} <> '' AND regexp_matches({text}, {literal(words)}) THEN {told}",
    ]
    if bare:
        cases.insert(0, f"WHEN {_fits(text, _NUMBER)} THEN TRY_CAST({text} AS DOUBLE)")
    return f"CASE {' '.join(cases)} END"
