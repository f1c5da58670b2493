"""Whether what a report shows are its figures: a number in a text is the words of one, a cell or point its value.

What else may stand in a text is listed in ``BESIDE`` and ``CONSTANTS``, each with its reason.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from campaignctl.domain.formats import Format, words

from .reading import Drawn, Told

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
BESIDE = (
    (rf"{MONTH} \d\d?(?: to \d\d?)?(?:, 20\d\d)?", "a day, or the first and last one of a period"),
    (rf"{WEEKDAY} (?:\d\d:\d\d|\d\d?)", "a day on an axis, or an hour of it"),
    (r"20\d\d-\d\d-\d\d", "a day in an id"),
    (r"\d\d:\d\d", "a time of day"),
    (r"\block \d+", "the number that a lock bears as its name"),
    (r"Slides? \d+(?:, \d+)*", "where a slide sends its reader"),
    (r"\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b", "an id of a seller, a promotion or a stream"),
    (r"\b\d{15,}\b", "an id of a product or an SKU"),
)
CONSTANTS = (
    (r"95% interval", "the level of every interval, fixed by the method"),
    (r"within ±?5%|more than 5%", "what counts as on plan, fixed by the method"),
    (r"(?:per|x) 1,000(?: views)?", "the unit of a metric, as its definition has it"),
    (r"\b1 is break-even|holds 1\b", "a return of one is what was paid, by the meaning of ROI"),
    (r"\b1 = break-even(?:@1)?", "the same, as the line at it is called"),
    (r"97\.5% end|2\.5% end", "the ends of an interval, as its definition has it"),
)
NUMBER = re.compile(
    r"(?<![\w.])[+−]?\$?(?:Rp)?\d+(?:,\d\d\d)*(?:\.\d+)?(?:(?: h \d\d min| min \d\d s| s| pp|[KMB])\b|%|(?!\w))"
)
OF_ITS_OWN = re.compile(r"[^\W\d].*\d|\d.*[^\W\d]", re.DOTALL)
"""A text with a number and a letter: one of digits alone would allow any number."""
JOINER = "\u2060"
MONEY = (Format.MONEY, Format.MONEY_SHORT)
NEAR = 1e-9


def decimals_of(form: Format) -> tuple[int | None, ...]:
    """Return a figure's own decimals, and those that it may share with the numbers above and below it in a table.

    Shares of a plan have none, below the whole as above it.
    """
    return (None, 0, 2) if form in MONEY else (None, 0, 1) if form is Format.PERCENT else (None,)


class Figures:
    """The figures of a run as ``figures.json`` has them; ``names`` are texts from outside, with numbers of their own."""

    def __init__(self, figures: Iterable[Mapping[str, Any]], names: Iterable[str] = ()) -> None:
        held = list(figures)
        self.ids = {figure["id"] for figure in held}
        self._words = {word for figure in held for word in _words_of(figure)}
        self._values = sorted({value for figure in held for value in _values_of(figure)})
        written = {figure[key] for figure in held for key in ("definition", "label", "reason")}
        keys = {key for figure in held for key in figure["dimensions"].values()}
        texts = sorted({*names, *written, *keys} - {""}, key=len, reverse=True)
        numbered = "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in texts if OF_ITS_OWN.search(text))
        allowed = [pattern for pattern, _reason in (*BESIDE, *CONSTANTS)]
        self._beside = re.compile("|".join([*([numbered] if numbered else []), *allowed]))

    def complaints(self, shown: Iterable[Told | Drawn]) -> list[str]:
        """Return a line for each number that is no figure: what it is, and where it stands."""
        return [line for each in shown for line in self._complaints_of(each)]

    def _complaints_of(self, each: Told | Drawn) -> Iterator[str]:
        if isinstance(each, Drawn):
            if not self._has(each.value):
                yield f"{each.place}: {each.value!r} is the value of no figure"
            return
        for number in self.strangers(each.text):
            yield f"{each.place}: {number!r} is the words of no figure: {each.text[:120]!r}"

    def strangers(self, text: str) -> list[str]:
        """Return the numbers of a text that are neither a figure's words nor allowed beside them."""
        return [] if text in self.ids else [number for number in self.numbers(text) if number not in self._words]

    def numbers(self, text: str) -> list[str]:
        """Return the numbers of a text without what is allowed beside figures."""
        return NUMBER.findall(self._beside.sub(" · ", text.replace(JOINER, "").replace("\u00a0", " ")))

    def literals(self, told: Iterable[Told]) -> list[str]:
        """Return a line for each number that is written out where a document holds its figures by their ids."""
        found = ((each, self.numbers(each.text)) for each in told)
        return [f"{each.place}: {number!r} stands in {each.text!r}" for each, numbers in found for number in numbers]

    def _has(self, value: float) -> bool:
        at = bisect_left(self._values, value - abs(value) * NEAR - NEAR)
        return at < len(self._values) and abs(self._values[at] - value) <= abs(value) * NEAR + NEAR


def _words_of(figure: Mapping[str, Any]) -> Iterator[str]:
    """Yield the figure's words, also in the format and the decimals of a column, and those of a change unsigned."""
    form, signed = Format(figure["format"]), "~" in figure["id"]
    value = None if figure["value"] is None else Decimal(str(figure["value"]))
    for each in MONEY if form in MONEY else (form,):
        for decimals in decimals_of(form):
            text = words(value, each, figure["unit"], signed=signed, decimals=decimals)
            yield text
            yield text.lstrip("+−")


def _values_of(figure: Mapping[str, Any]) -> Iterator[float]:
    """Yield value and ends as JSON has them and as a cell holds them, and how far the ends lie from the value."""
    form = Format(figure["format"])
    known = {end: float(figure[end]) for end in ("value", "low", "high") if figure[end] is not None}
    for number in known.values():
        yield number
        yield number * 100 if form is Format.POINTS else number / 86400 if form is Format.DURATION else number
    if {"value", "low", "high"} <= known.keys():
        yield from (known["value"] - known["low"], known["high"] - known["value"])
