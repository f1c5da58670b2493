"""Whether a number stands where the document has it: in the row of its table, in the series of its chart.

``judging`` asks whether a number is the value of some figure. Two figures of one report may well be 2, or share their
words: here a row's numbers are held against the rows of that name, and a series' against the series of the document.
"""

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from lxml import etree, html

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format, words
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Table

from .judging import NUMBER, decimals_of
from .reading import CHARTS, HIDDEN, A, C, W

MONEY = (Format.MONEY, Format.MONEY_SHORT)
PROVEN_ELSEWHERE = (*HIDDEN, "Figures", "Dashboard")
"""Sheets whose cells another test holds against the figures one by one, or that formulas fill."""

Shown = str | float
Allowed = frozenset[Shown]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as an output shows it: its name, and its numbers in order. ``names`` are the categories of a series."""

    place: str
    name: str
    numbers: tuple[Shown, ...]
    names: tuple[str, ...] = ()


class Places:
    """The rows and series of several documents, with all that may stand for each of their figures."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._rows: dict[str, list[tuple[Allowed, ...]]] = defaultdict(list)
        self._series: set[tuple[float, ...]] = set()
        for document in documents:
            for section in document.sections:
                for part in section.parts:
                    if isinstance(part, Table):
                        self._take_rows(document, part)
                    elif isinstance(part, Chart):
                        self._take_chart(document, part)

    def _take_rows(self, document: Document, table: Table) -> None:
        for row in (*table.rows, table.total or ()):
            name = next((_flat(cell) for cell in row if isinstance(cell, str)), "")
            held = (document.figures[ref.id] for cell in row for ref in _refs(cell))
            self._rows[name].append(tuple(_allowed(figure) for figure in held))

    def _take_chart(self, document: Document, chart: Chart) -> None:
        """Take the series as a chart draws them, and a row per category as the table beside a chart has it."""
        self._series |= set(_series(document, chart))
        for at, name in enumerate(chart.categories):
            ids = (
                ends[at]
                for series in chart.series
                for ends in (series.values, series.low, series.high, series.labels)
                if ends
            )
            told = tuple(_allowed(document.figures[one]) for one in ids if one)
            self._rows[_flat(name)].append((*told, *_arms(document, chart, at)))

    def strangers(self, rows: Iterable[Row]) -> list[str]:
        """Return a line for each row of a known name that no row of that name holds."""
        return [f"{row.place}: {row.name!r} {row.numbers}" for row in rows if self.knows(row) and not self._holds(row)]

    def knows(self, row: Row) -> bool:
        """Whether the documents have rows of that name, and the row shows a number."""
        return bool(row.numbers and row.name) and row.name in self._rows

    def _holds(self, row: Row) -> bool:
        return any(_in_order(row.numbers, held) for held in self._rows[row.name])

    def strange_series(self, series: Iterable[Row]) -> list[str]:
        """Return a line for each series of a chart that is none of the documents'."""
        return [f"{each.place}: {each.numbers}" for each in series if not self._draws(each)]

    def _draws(self, series: Row) -> bool:
        """Whether a series is one of the documents', or each of its values stands in the row of its category."""
        if series.numbers in self._series:
            return True
        points = list(zip(series.names, series.numbers, strict=False))
        return len(points) == len(series.numbers) and all(
            self._holds(Row("", name, (value,))) for name, value in points
        )


def _refs(cell: object) -> Iterator[Ref]:
    """Yield the figures of a cell, those that stand in its sentence included."""
    parts = cell.parts if isinstance(cell, Sentence) else (cell,)
    return (part for part in parts if isinstance(part, Ref))


def _series(document: Document, chart: Chart) -> Iterator[tuple[float, ...]]:
    for series in chart.series:
        for ids in (series.values, series.low, series.high):
            values = [document.figures[one].value for one in ids if one]
            known = tuple(_round(float(value)) for value in values if value is not None)
            yield known
            yield tuple(_round(value * 100) for value in known)


def _arms(document: Document, chart: Chart, at: int) -> Iterator[Allowed]:
    """Yield how far the ends of an interval lie from its value, as a sheet holds them for a chart; 0 where none is."""
    for series in (series for series in chart.series if series.low):
        ids = (series.values[at], series.high[at], series.low[at])
        value, high, low = (None if one is None else document.figures[one].value for one in ids)
        known = value is not None and high is not None and low is not None
        yield from (
            frozenset({_round(float(high - value)) if known else 0.0}),
            frozenset({_round(float(value - low)) if known else 0.0}),
        )


def _allowed(figure: Figure) -> Allowed:
    form, signed = figure.format, "~" in figure.id
    value = None if figure.value is None else Decimal(str(figure.value))
    told = {
        words(value, each, figure.unit, signed=signed, decimals=decimals)
        for each in (MONEY if form in MONEY else (form,))
        for decimals in decimals_of(form)
    }
    whole = () if value is None else (float(value), float(value) * 100, float(value) / 86400)
    return frozenset({*told, *(text.lstrip("+−") for text in told), *map(_round, whole)})


def _in_order(shown: Sequence[Shown], held: Sequence[Allowed]) -> bool:
    """Whether all that is shown stands in ``held``, in its order; a slide may leave columns out."""
    left = iter(held)
    return all(any(number in allowed for allowed in left) for number in shown)


def _round(value: float) -> float:
    return float(f"{value:.9g}")


def _flat(text: str) -> str:
    return " ".join(text.split())


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of every table of an output."""
    match path.suffix:
        case ".xlsx":
            yield from _of_sheets(path)
        case ".pptx" | ".docx":
            main = A if path.suffix == ".pptx" else W
            for name, root in _parts(path):
                for row in root.iter(f"{main}tr"):
                    yield _row(
                        f"{path.name} {name}", ["".join(cell.itertext(f"{main}t")) for cell in row.iter(f"{main}tc")]
                    )
        case _:
            for row in html.document_fromstring(path.read_text("utf-8")).iter("tr"):
                yield _row(path.name, [_flat(cell.text_content()) for cell in row.iter("td", "th")])


def _of_sheets(path: Path) -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know the extension of data bars
        book = openpyxl.load_workbook(path, data_only=True)
    with closing(book):
        for sheet in (sheet for sheet in book.worksheets if sheet.title not in PROVEN_ELSEWHERE):
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                yield _row(f"{path.name} {sheet.title}!{number}", cells)


def _row(place: str, cells: Sequence[Any]) -> Row:
    name = next((_flat(cell) for cell in cells if isinstance(cell, str) and any(map(str.isalpha, cell))), "")
    numbers = tuple(number for cell in cells if (number := _number(cell)) is not None)
    return Row(place, name, numbers)


def _number(cell: object) -> Shown | None:
    """Return what a cell shows of a figure; None of a name, a date or an empty cell."""
    match cell:
        case timedelta():
            return _round(cell.total_seconds())
        case bool() | None:
            return None
        case int() | float():
            return _round(float(cell))
        case str() if re.fullmatch(r"\d{15,}", cell):
            return None  # an id of a product or an SKU
        case str() if NUMBER.fullmatch(text := _flat(cell).replace("\u2060", "").lstrip("▲▼■● ")):
            return text
        case _:
            return None


def series_of(path: Path) -> Iterator[Row]:
    """Yield the values of every series of every chart of a package, and of the workbooks inside it."""
    with ZipFile(path) as package:
        for name in package.namelist():
            place = f"{path.name} {name}"
            if CHARTS.fullmatch(name):
                for series in etree.fromstring(package.read(name)).iter(f"{C}ser"):
                    if series.find(f"{C}xVal") is not None:
                        yield from _of_points(place, *_points_in(series))
                        continue
                    values, names = (series.iterfind(f"{C}{kind}//{C}v") for kind in ("val", "cat"))
                    told = tuple(_flat(each.text or "") for each in names)
                    yield Row(place, "", tuple(_round(float(value.text)) for value in values), told)
            elif re.fullmatch(r"(ppt|word)/embeddings/.+\.xlsx", name):
                yield from _embedded(place, package.read(name))


def _points_in(series: etree._Element) -> tuple[str, list[float]]:
    """Return a series' name and the values of the points that are seen: those with a row."""
    name = "".join(text.text or "" for text in series.iterfind(f"{C}tx//{C}v"))
    across, down = (
        {each.get("idx"): each.findtext(f"{C}v") for each in series.iterfind(f"{C}{kind}//{C}pt")}
        for kind in ("xVal", "yVal")
    )
    return name, [float(across[at]) for at in down]


def _of_points(place: str, name: str, values: Sequence[float]) -> Iterator[Row]:
    """Yield what a series of points shows: estimates, or the two ends of intervals; a guide shows a constant."""
    if "@" in name or not values:
        return
    ends = (values[::2], values[1::2]) if name.endswith(": interval") else (values,)
    yield from (Row(f"{place} {name}", "", tuple(map(_round, each))) for each in ends)


def _of_blocks(place: str, rows: Sequence[tuple[Any, Any]]) -> Iterator[Row]:
    """Yield the series of a workbook of points: one below the other, each headed by its name in the second column."""
    name, values = "", list[float]()
    for across, down in (*rows, (None, "")):
        if isinstance(down, str):
            yield from _of_points(place, name, values)
            name, values = down, []
        elif down is not None and across is not None:
            values.append(float(across))


def _embedded(place: str, content: bytes) -> Iterator[Row]:
    """Yield the columns of a chart's own workbook, which Office shows to whoever edits the chart."""
    with closing(openpyxl.load_workbook(BytesIO(content), data_only=True)) as book:
        columns = list(book.worksheets[0].iter_cols(values_only=True))
    if columns[0][0] is None and any(isinstance(cell, str) for cell in columns[1][1:]):
        yield from _of_blocks(place, list(zip(*columns[:2], strict=True)))
        return
    names = tuple(_flat(str(cell)) for cell in columns[0][1:])
    for heading, *cells in columns[1:]:
        numbers = tuple(_round(float(cell)) for cell in cells if isinstance(cell, int | float))
        yield Row(f"{place} {heading}", "", numbers, names)


def _parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith(("ppt/slides/slide", "word/document")) and name.endswith(".xml"):
                yield name, etree.fromstring(package.read(name))
