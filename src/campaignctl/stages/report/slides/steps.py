"""Next steps: of all insights those that say what to do, at most two each to repeat, to stop and to try."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from campaignctl.domain.document import Document, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

MOST = 2
SATURDAY, WEEK = 5, 7
SIGNS = {"Repeat": ("▲ Repeat", Mark.GOOD), "Stop": ("■ Stop", Mark.BAD), "Try": ("● Try", Mark.NEUTRAL)}
KINDS = {"repeat": "Repeat", "works": "Repeat", "stop": "Stop", "try": "Try", "lost": "Try", "watch": "Try"}
"""What an insight of each kind asks for; what was lost or is to be watched asks to try something else."""

CHOSEN_FIRST = ("repeat", "stop", "try")
DAYS = {"Repeat": 28, "Stop": 7, "Try": 14}
"""In how many days a step is proposed to be settled: what costs money first, what is only to go on last."""

_HEADS = {
    "kind": Column("kind", ""),
    "next": Column("next", "What and why"),
    "what": Column("what", "What we saw"),
    "how_sure": Column("how_sure", "How sure"),
    "at_stake": Column("at_stake", "At stake", Format.MONEY_SHORT),
    "unit": Column("unit", ""),
    "owner": Column("owner", "Owner"),
    "by": Column("by", "By"),
}

_POINTS = re.compile(r"\b(it|its|that)\b")
_MANY = re.compile(r"\bthem\b")
_MORE = re.compile(r", and |; | where | before ")
"""What follows the step itself in its words: a condition, or a second one."""

LONGEST_TITLE, LONGEST_NAME = 140, 28
"""Two lines of a title; a name in it."""
BRIEF = "brief"
_STAKES = " At stake: the figure that a step is about; units differ, so the lines do not add up."

DECISIONS = Count("decisions", "Decisions asked for", "of the next steps to repeat, to stop and to try one each")

Row = dict[str, Cell]
SLUGS = Slugs(
    sections=("next",),
    tables={"next": tuple(_HEADS)},
)


def next_steps(document: Document) -> Section | None:
    """Return the steps for the next campaign, from the summary's insights and the rest; None where none says any."""
    rows = list(_rows(document))
    today = datetime.fromisoformat(document.as_of).date()
    chosen = [(kind, row | {"by": due(kind, today)}) for each in SIGNS for kind, row in _chosen(each, rows)]
    if not chosen:
        return None
    keys = [key for key in _HEADS if any(step.get(key) for _, step in chosen)]
    cells = tuple(
        tuple(SIGNS[kind][0] if key == "kind" else _short(step[key]) for key in keys)
        for kind, step in ((kind, step | {"next": _of(step)}) for kind, step in chosen)
    )
    marks = {(row, "kind"): SIGNS[kind][1] for row, (kind, _) in enumerate(chosen)}
    table = Table("next", tuple(_HEADS[key] for key in keys), cells, marks=marks)
    title = _title([step for _, step in chosen], [kind for kind, _ in chosen])
    held = document.section("insights") or document.section("summary")
    source = joined(held.source if held else Sentence(), say(_STAKES))
    context = say("At most two steps of a kind, those with the most money at stake first; the dates are a proposal")
    return Section("next", "Insights and next steps", title, context, (table,), source)


def _title(steps: list[Row], kinds: list[str]) -> Sentence:
    """Return the weightiest step of each kind in few words; the last kinds give way where it would be too long."""
    first = [str(steps[kinds.index(kind)][BRIEF]) for kind in dict.fromkeys(kinds)]
    while len(first) > 1 and len(", ".join(first)) > LONGEST_TITLE:
        first.pop()
    return say("Next campaign: {steps}", steps=", ".join(first))


def _rows(document: Document) -> Iterator[Row]:
    """Yield the insights as cells by column, the weightiest first; those that say what to do."""
    for slug in ("highlights-in-full", "insights"):
        table = document.part(slug)
        if isinstance(table, Table):
            keys = [column.key for column in table.columns]
            for number, cells in enumerate(table.rows):
                row: Row = dict.fromkeys(_HEADS) | dict(zip(keys, cells, strict=True))
                if row["next"] and row["what"]:
                    said = table.brief.get((number, "next")) or _in_brief(row)
                    yield row | {BRIEF: said, "unit": table.brief.get((number, "at_stake"))}


def _chosen(kind: str, rows: list[Row]) -> Iterator[tuple[str, Row]]:
    """Yield the steps of a kind: what insights call so themselves first, and no step twice."""
    mine = [row for row in rows if KINDS.get(_word(row)) == kind]
    mine.sort(key=lambda row: _word(row) not in CHOSEN_FIRST)
    told: set[str] = set()
    for row in mine:
        if len(told) < MOST and str(row["next"]) not in told:
            told.add(str(row["next"]))
            yield kind, row


def due(kind: str, today: date) -> str:
    """Return the day by which a step is proposed to be settled: ``Dec 11``."""
    return day_words(due_on(kind, today))


def due_on(kind: str, today: date) -> date:
    """Return the day by which a step of a kind is proposed to be settled, a working day."""
    day = today + timedelta(days=DAYS[kind])
    return day + timedelta(days=WEEK - day.weekday() if day.weekday() >= SATURDAY else 0)


def weightiest(document: Document) -> Table | None:
    """Return of the next steps of each kind the one with the most money at stake; None where there are none."""
    section = next_steps(document)
    table = next((part for part in section.parts if isinstance(part, Table)), None) if section else None
    if table is None:
        return None
    keys = [column.key for column in table.columns]
    stake = keys.index("at_stake") if "at_stake" in keys else 0
    weight = [(_names(row[keys.index("next")]), _money(document, row[stake])) for row in table.rows]
    found: dict[Cell, int] = {}
    for at, row in enumerate(table.rows):
        before = found.setdefault(row[0], at)
        if weight[at] > weight[before]:
            found[row[0]] = at
    marks = {(at, "kind"): table.marks[row, "kind"] for at, row in enumerate(found.values())}
    return replace(table, rows=tuple(table.rows[row] for row in found.values()), marks=marks)


def _names(cell: Cell) -> bool:
    """Whether a step says whom or what it is about, and does not send its reader to a table of many."""
    return not _MANY.search(str(cell))


def _money(document: Document, cell: Cell) -> float:
    figure = document.figures[cell.id] if isinstance(cell, Ref) else None
    return abs(figure.number or 0.0) if figure is not None else 0.0


def _short(cell: Cell) -> Cell:
    return replace(cell, format=Format.MONEY_SHORT) if isinstance(cell, Ref) else cell


def _of(step: Row) -> Cell:
    """Return what to do with the name of what it is about, where words only point at it: ``Tea: offer it again``."""
    then, name = str(step["next"]), _name(step)
    return f"{name}: {then[:1].lower()}{then[1:]}" if name and _POINTS.search(then) else then


def _in_brief(step: Row) -> str:
    """Return what to do in few words, with the name in place of what points at it: ``plan more for Tea``."""
    then, name = _MORE.split(str(step["next"]))[0], cut(_name(step), LONGEST_NAME)
    words = _POINTS.sub(lambda found: _owned(name) if found[0] == "its" else name, then, count=1) if name else then
    return words[:1].lower() + words[1:]


def _owned(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _name(step: Row) -> str:
    """Return the name of what a step is about: in its sentence it is a part of its own, between words of ours."""
    parts = _sentence(step["what"]).parts
    return next((part for part in parts if isinstance(part, str) and part == part.strip() and len(part) > 1), "")


def _word(row: Row) -> str:
    return str(row["kind"]).rpartition(" ")[2]


def _sentence(cell: Cell) -> Sentence:
    return cell if isinstance(cell, Sentence) else Sentence((cell,)) if cell is not None else Sentence()
