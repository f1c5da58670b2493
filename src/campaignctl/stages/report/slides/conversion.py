"""What drove the change, with the category whose visitors bought otherwise than those of all others."""

from dataclasses import replace

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Table
from campaignctl.stages.report.slugs import Slugs

OF_CATEGORY = ".conversion_now."
"""Part of the id of the figure by which the insight on a category's conversion is known."""

SLUGS = Slugs(paragraphs=("drivers-conversion",))


def with_conversion(section: Section, document: Document) -> Section:
    """Return the section with the weightiest insight on the conversion of a category, if there is one."""
    for slug in ("highlights-in-full", "insights"):
        table = document.part(slug)
        for row in table.rows if isinstance(table, Table) else ():
            for cell in row:
                if isinstance(cell, Sentence) and any(isinstance(p, Ref) and OF_CATEGORY in p.id for p in cell.parts):
                    said = Sentence((*cell.parts, "."))
                    return replace(section, parts=(*section.parts, Text("drivers-conversion", (said,))))
    return section
