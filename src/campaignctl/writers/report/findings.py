"""A list of findings as a table: how bad, where, which rule, what stands there, and how to mend it."""

from campaignctl.domain.document import Column, Findings, Table
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Place

SIGNS = {Severity.ERROR: "▲ error", Severity.WARNING: "~ warning", Severity.NOTE: "i note"}
COLUMNS = (
    Column("severity", "Severity"),
    Column("where", "Where"),
    Column("rule", "Rule"),
    Column("value", "Value found"),
    Column("message", "What is wrong"),
    Column("fix", "How to mend it"),
)


def findings_table(part: Findings) -> Table:
    """Return the findings in the order given, one row each."""
    rows = tuple(
        (SIGNS[one.severity], where(one.place), f"{one.code} {one.name}", one.value, one.message, one.fix)
        for one in part.findings
    )
    return Table(part.slug, COLUMNS, rows, empty="No findings")


def where(place: Place) -> str:
    """Return a place as people look it up: file, sheet and cell, or the row where no cell is known."""
    spot = place.cell or (f"row {place.row}" if place.row else place.column)
    return " ".join(part for part in (place.file, place.sheet, spot) if part)
