"""An export is recognised by the headers in one of its first rows, wherever they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import PurePath

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.columns import header_key
from campaignctl.marketplaces.layout import Layout
from campaignctl.marketplaces.layouts import Known, Layouts

Rows = Sequence[Sequence[str]]
MOST_SHOWN = 60  # characters of a header in a message


@dataclass(frozen=True, slots=True)
class Match:
    """A layout found in a sheet. ``at`` is the header's index among the rows; ``columns`` where each column stands."""

    layout: Layout
    at: int
    header: tuple[str, ...]
    columns: Mapping[str, int]
    described: int = 0  # rows under the header that explain the columns
    period: tuple[str, str] = ("", "")
    score: tuple[int, ...] = field(default=(), compare=False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headers that the layout does not know; their columns are not read."""
        known = self.layout.headers
        passed = tuple(f"{header_key(section)}: " for section in self.layout.recognise.other_sections)
        keys = ((header, header_key(header)) for header in self.header if header.strip())
        return tuple(_shown(header) for header, key in keys if key not in known and not key.startswith(passed))

    @property
    def data_at(self) -> int:
        """The index of the first data row."""
        return self.at + 1 + self.described


def recognise(rows: Rows, layouts: Layouts, file: str, sheet: str) -> Match | Known | None:
    """Return the layout whose headers stand in one of ``rows``, else the export that is only known, else None.

    Layouts that stand back are tried last.
    """
    found = [match for layout in layouts.read for match in _matches(rows, layout, file, sheet)]
    matches = [match for match in found if not match.layout.stands_back]
    if matches:
        return max(matches, key=lambda match: match.score)
    keys = [{header_key(cell) for cell in row} for row in rows[:15]]
    told = [known for known in layouts.known if any({*map(header_key, known.headers)} <= row for row in keys)]
    if told:
        return max(told, key=lambda known: len(known.headers))
    return max(found, key=lambda match: match.score, default=None)


def _matches(rows: Rows, layout: Layout, file: str, sheet: str) -> list[Match]:
    known = layout.headers
    hints = (
        int(any(fnmatchcase(sheet.casefold(), hint.casefold()) for hint in layout.recognise.sheets)),
        int(any(fnmatchcase(PurePath(file).name.casefold(), hint.casefold()) for hint in layout.recognise.files)),
    )
    found = []
    for at in range(min(len(rows), layout.recognise.search_rows)):
        row = _header(rows, at, layout.recognise.header_rows)
        keys = [header_key(cell) for cell in row]
        hits = len(set(keys) & set(known))
        columns = _columns(keys, known)
        if hits >= layout.recognise.at_least and _is_whole(columns, layout):
            described = _description(rows, at, layout)
            period = _period(rows[:at], layout)
            found.append(Match(layout, at, tuple(row), columns, described, period, (hits, *hints, -at)))
    return found


def _is_whole(columns: Mapping[str, int], layout: Layout) -> bool:
    """Whether all columns are there without which a sheet is not this export."""
    required, measures = layout.recognise.required, layout.recognise.measures
    return set(required) <= set(columns) and (not measures or any(name in columns for name in measures))


def _columns(keys: Sequence[str], known: Mapping[str, str | None]) -> dict[str, int]:
    """Return the first place of every column that is read."""
    columns: dict[str, int] = {}
    for position, key in enumerate(keys):
        name = known.get(key)
        if name is not None:
            columns.setdefault(name, position)
    return columns


def _header(rows: Rows, at: int, tiers: int) -> Sequence[str]:
    """Return a row as a header; with two tiers each cell after the section that stands above it or left of that."""
    if tiers == 1 or at == 0:
        return rows[at]
    section, header = "", []
    for position, cell in enumerate(rows[at]):
        above = rows[at - 1][position].strip() if position < len(rows[at - 1]) else ""
        section = above or section
        header.append(f"{section}: {cell}" if section and cell.strip() else cell)
    return header


def _description(rows: Rows, at: int, layout: Layout) -> int:
    """Return how many rows under the header explain its columns."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    explained = layout.explained
    told = explained is not None and any(re.match(explained.first, cell.strip()) for cell in below)
    return explained.rows if explained and told else 0


def _period(above: Rows, layout: Layout) -> tuple[str, str]:
    if layout.period:
        for row in above:
            for cell in row:
                found = re.search(layout.period, cell)
                if found:
                    return found["start"], found["end"]
    return "", ""


def header_oddities(match: Match, place: Place) -> Iterator[Observation]:
    """Yield what is odd about a recognised header: columns that are missing, seem renamed, or stand there twice."""
    layout, row = match.layout, match.at + 1
    absent = {column.title: column for name, column in layout.columns.items() if name not in match.columns}
    for title, column in absent.items():
        if not column.optional and not column.passing:
            at = Place(place.file, place.sheet, row, title)
            yield Observation(Kind.MISSING_COLUMN, at, title, f"of {layout.title}")
    wanted = {header_key(title): title for title in absent}
    for header in match.unknown:
        near = get_close_matches(header_key(header), wanted, n=1)
        if near:
            at = Place(place.file, place.sheet, row, header)
            yield Observation(Kind.UNKNOWN_COLUMN, at, header, wanted[near[0]])
    keys = [header_key(header) for header in match.header]
    for position, key in enumerate(keys):
        if key and key in keys[:position]:
            shown = _shown(match.header[position])
            at = Place(place.file, place.sheet, row, shown)
            yield Observation(Kind.DUPLICATE_COLUMN, at, shown, "the first one is read")


def _shown(header: str) -> str:
    return " ".join(header.split())[:MOST_SHOWN]


def strangers(rows: Rows, layouts: Layouts) -> str:
    """Return what can be said of a sheet that no layout fits: the nearest layout and what it lacks, never its cells."""
    best = max(
        ((len({header_key(cell) for cell in row} & set(layout.headers)), layout, row)
         for layout in layouts.read for row in rows[: layout.recognise.search_rows]),
        key=lambda candidate: candidate[0],
        default=None,
    )  # fmt: skip
    if best is None or best[0] < 3:
        return "none of its first rows holds the headers of a known export"
    hits, layout, row = best
    columns = _columns([header_key(cell) for cell in row], layout.headers)
    lacking = [layout.columns[name].title for name in layout.recognise.required if name not in columns]
    without = f"without {', '.join(lacking)}" if lacking else f"with only {hits} of its headers"
    return f"is most like {layout.title}, but {without}"
