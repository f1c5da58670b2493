"""Sellers above and below plan on one page, each of those below with the broken promise that cost most."""

from collections.abc import Mapping
from dataclasses import replace

from campaignctl.domain.document import Document, Part, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.stages.report.promised import terms as t

CAUSE = Column("cause", "Broken promise")
NONE = "none found"
_CAUSES = (
    (t.OVERPAID, t.PRICE_BROKEN, "Price: ", (" line above promise", " lines above promise")),
    (t.SHORT_LOST, t.STOCK_SHORT, "Stock: ", (" line ran short", " lines ran short")),
    (t.SLOTS_LOST, t.SLOTS_MISSED, "Slots: ", (" stream not held", " streams not held")),
)
"""What each kind cost, how often it was broken, and how that is said of one and of several."""


def shortfall(section: Section, document: Document) -> Section:
    """Return the section with what each seller below plan broke; as it is where nothing was promised."""
    if document.section("promised") is None:
        return section
    return replace(section, parts=tuple(_with_causes(part, document.figures) for part in section.parts))


def _with_causes(part: Part, figures: Mapping[str, Figure]) -> Part:
    if not isinstance(part, Table) or part.slug != "sellers-below":
        return part
    rows = tuple((*row, _cause(row, figures)) for row in part.rows)
    return replace(part, columns=(*part.columns, CAUSE), rows=rows)


def _cause(row: tuple[Cell, ...], figures: Mapping[str, Figure]) -> Cell:
    """Return the kind of broken promise that cost most; a seller is known by the figures of its row."""
    seller = next((cell.id.split(".")[2].partition("~")[0] for cell in row if isinstance(cell, Ref)), "")
    found: list[tuple[float, Sentence]] = []
    for cost, count, opening, words in _CAUSES:
        money, many = (figures.get(f"{term.id}.seller.{seller}") for term in (cost, count))
        if many is not None and many.value:
            worth = 0.0 if money is None or money.number is None else money.number
            found.append((worth, Sentence((opening, Ref(many.id), words[many.value != 1]))))
    return max(found, key=lambda each: each[0])[1] if found else NONE
