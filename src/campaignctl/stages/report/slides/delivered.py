"""Promised against delivered on one page: of the seller scorecard those who broke most, with the sum of all."""

from dataclasses import replace

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.promised.sellers import STANDING_KEYS
from campaignctl.stages.report.slugs import Slugs

MOST = 5
KEPT = ("✓", "–")
SLUGS = Slugs(
    tables={"promised-worst": STANDING_KEYS},
)


def delivered(section: Section) -> Section:
    """Return the section with a table ``promised-worst``: of the scorecard, worst first, those who broke a promise.

    Where nobody did, the largest stand there.
    """
    whole = next((part for part in section.parts if part.slug == "promised-sellers"), None)
    if not isinstance(whole, Table):
        return section
    at = [column.key for column in whole.columns].index("standing")
    broke = [number for number, row in enumerate(whole.rows) if not str(row[at]).startswith(KEPT)]
    count = min(len(broke) or len(whole.rows), MOST)
    marks = {place: mark for place, mark in whole.marks.items() if place[0] < count}
    caption = say("Sellers that broke most") if len(broke) > count else say("Sellers that broke a promise")
    brief = replace(
        whole,
        slug="promised-worst",
        rows=whole.rows[:count],
        marks=marks,
        caption=caption if broke else whole.caption,
    )
    return replace(section, parts=(*section.parts, brief))
