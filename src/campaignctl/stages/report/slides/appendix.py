"""The insights beyond the summary's on two slides at most: the weightiest, and how many more the workbook holds."""

from dataclasses import replace

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.counts import INSIGHTS_BEYOND
from campaignctl.stages.report.insights import ON_SLIDES


def appendix(section: Section) -> Section:
    """Return the section with the first rows of its table, and a line that says where the rest stands."""
    parts = tuple(_first(part) if isinstance(part, Table) else part for part in section.parts)
    if parts == section.parts:
        return section
    rest = say(f" · {{{INSIGHTS_BEYOND.id}.total}} more stand in report.xlsx, sheet {{sheet}}", sheet=section.name)
    return replace(section, parts=parts, context=joined(section.context, rest))


def _first(table: Table) -> Table:
    if len(table.rows) <= ON_SLIDES:
        return table
    marks = {place: mark for place, mark in table.marks.items() if place[0] < ON_SLIDES}
    return replace(table, rows=table.rows[:ON_SLIDES], marks=marks)
