"""A list of findings as a table: where, how bad, which rule, what stands there, and how to mend it."""

from campaignctl.domain.document import Findings
from campaignctl.domain.tables import Column, Table

COLUMNS = (
    Column("where", "Where"),
    Column("severity", "Severity"),
    Column("rule", "Rule"),
    Column("value", "Value found"),
    Column("message", "What is wrong"),
    Column("fix", "How to mend it"),
)


def findings_table(part: Findings) -> Table:
    """Return the findings in the order given, one row each."""
    rows = tuple(
        (one.place.words, one.severity.shown, f"{one.code} {one.name}", one.value, one.message, one.fix)
        for one in part.findings
    )
    return Table(part.slug, COLUMNS, rows, empty="No findings")
