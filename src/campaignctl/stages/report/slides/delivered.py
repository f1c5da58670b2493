"""Promised against delivered on one page: of the seller scorecard those who kept least, with the sum of all."""

from dataclasses import replace

from campaignctl.domain.document import Section, Table, say
from campaignctl.stages.report.promised.sellers import STANDING_KEYS
from campaignctl.stages.report.slugs import Slugs

MOST = 6
SLUGS = Slugs(
    tables={"promised-worst": STANDING_KEYS},
)


def delivered(section: Section) -> Section:
    """Return the section with a table ``promised-worst``: the first rows of the scorecard, which stand worst first."""
    whole = next((part for part in section.parts if part.slug == "promised-sellers"), None)
    if not isinstance(whole, Table):
        return section
    marks = {place: mark for place, mark in whole.marks.items() if place[0] < MOST}
    caption = say("Sellers that kept least") if len(whole.rows) > MOST else whole.caption
    brief = replace(whole, slug="promised-worst", rows=whole.rows[:MOST], marks=marks, caption=caption)
    return replace(section, parts=(*section.parts, brief))
