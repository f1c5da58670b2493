"""The summary's insights: the five with the most money at stake, each about something else."""

from collections import Counter
from collections.abc import Sequence

from campaignctl.domain.tables import Table
from campaignctl.insights.insight import Sort
from campaignctl.insights.ranking import Ranked
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.insights import BRIEF, HEADS, insight_table
from campaignctl.stages.report.slugs import Slugs

MOST = 5
ALIKE = 2
"""Of one sort at most so many: who reads five successes has not read what was lost."""
SLUGS = Slugs(
    tables={
        "highlights": ("kind", "what", "how_sure", "next"),
        "highlights-in-full": ("kind", "what", "how_sure", "next", "owner", "at_stake"),
    },
)


def highest(ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Return the insights of the summary from all, the weightiest first: of what is told of one key, the first."""
    found: list[Ranked] = []
    sorts: Counter[Sort] = Counter()
    keys: set[str] = set()
    for one in ranked:
        if len(found) < MOST and one.tried.key not in keys and sorts[one.tried.sort] < ALIKE:
            found.append(one)
            keys.add(one.tried.key)
            sorts[one.tried.sort] += 1
    return tuple(found)


def highlights(basis: Basis, best: Sequence[Ranked]) -> tuple[Table, ...]:
    """Return what worked, what was lost, what to watch and what to do next; nothing when nothing stands out.

    ``highlights-in-full`` adds who owns the next step and what is at stake, for which a summary has no room.
    """
    if not best:
        return ()
    return (insight_table(basis, "highlights", best, BRIEF), insight_table(basis, "highlights-in-full", best, HEADS))
