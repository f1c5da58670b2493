"""The memo's lines on what came before: the stretch just before and an earlier campaign, held against the figures."""

from collections.abc import Iterator, Sequence

from campaignctl.domain.document import Card, Document
from campaignctl.domain.sentences import Ref
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.slides import sign, times_before
from campaignctl.stages.report.slides.before import Before

METRICS = {"gmv": "GMV", "orders": "Orders", "aov": "AOV"}
"""Those that two lines have room for; the workbook compares all."""

SINCE = "vs_"


def held_before(document: Document, cards: Sequence[Card]) -> Iterator[Table]:
    """Yield the table ``figures-before``; nothing where nothing came before."""
    wanted = {key: card.figure for card in cards for key in METRICS if card.figure == f"{key}.total"}
    told = [(time, found) for time in times_before(document) if (found := _found(document, time, wanted))]
    if not told:
        return
    heads = [Column("what", "Held against"), *(head for key in wanted for head in _heads(key))]
    keys = [column.key for column in heads]
    rows = tuple(tuple({"what": time.title, **found}.get(key) for key in keys) for time, found in told)
    marks: dict[tuple[int, str], Mark] = {
        (at, key): sign(document.figures, cell)
        for at, (_, found) in enumerate(told)
        for key, cell in found.items()
        if key.startswith(SINCE)
    }
    yield Table("figures-before", tuple(heads), rows, marks=marks)


def _heads(key: str) -> tuple[Column, Column]:
    return Column(key, f"{METRICS[key]} then"), Column(SINCE + key, "change")


def _found(document: Document, time: Before, wanted: dict[str, str]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for key, figure in wanted.items():
        held = time.against(document.figures, figure)
        if held is not None:
            value, change = held
            cells |= {key: value} | ({SINCE + key: change} if isinstance(change, Ref) else {})
    return cells
