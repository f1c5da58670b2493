"""What stands out: every insight worth telling, the weightiest first, with how sure it is and what to do next.

The first few stand in the summary; here is the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.insights.catalogue import insights as pages
from campaignctl.insights.facts import Kept, PaidBack
from campaignctl.insights.insight import Sort
from campaignctl.insights.ranking import Ranked, found
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import AT_STAKE, INSIGHTS, INSIGHTS_BEYOND, MORE_INSIGHTS
from campaignctl.stages.report.insights.evidence import evidence_with
from campaignctl.stages.report.slugs import Slugs

MARKS = {Sort.WORKS: Mark.GOOD, Sort.REPEAT: Mark.GOOD, Sort.LOST: Mark.BAD, Sort.STOP: Mark.BAD}
"""How what asks for something looks; the rest asks for nothing yet."""
BRIEF = (
    Column("kind", "Kind"),
    Column("what", "What we saw"),
    Column("how_sure", "How sure"),
    Column("next", "What to do next"),
)
HEADS = (*BRIEF, Column("owner", "Owner"), Column("at_stake", "At stake", Format.MONEY))
ON_SLIDES = 16
"""Nobody reads on after two slides of them; the workbook holds all."""
SLUGS = Slugs(
    sections=("insights",),
    tables={"insights": ("kind", "what", "how_sure", "next", "owner", "at_stake")},
)


def standing_out(basis: Basis, paid: tuple[PaidBack, ...] = (), kept: tuple[Kept, ...] = ()) -> tuple[Ranked, ...]:
    """Return every insight that false-discovery control kept, the weightiest first, and enter how many there are."""
    every = found(pages().values(), evidence_with(basis, paid, kept))
    ranked = tuple(_owned(one, basis.inputs.owners) for one in every)
    basis.ledger.enter(INSIGHTS, len(ranked))
    return ranked


def _owned(one: Ranked, owners: Mapping[str, str]) -> Ranked:
    """Return an insight with the one who answers for what it is about, else for the campaign."""
    keys = (one.tried.key, *one.tried.key.split(" · "), "")
    owner = one.tried.owner or next((owners[key] for key in keys if owners.get(key)), "")
    return replace(one, tried=replace(one.tried, owner=owner))


def insights(basis: Basis, ranked: Sequence[Ranked], told: Sequence[Ranked]) -> Section | None:
    """Return the section of the insights that the summary had no room for; None where it told them all."""
    more = [one for one in ranked if one not in told]
    if not more:
        return None
    basis.ledger.enter(MORE_INSIGHTS, len(more))
    if len(more) > ON_SLIDES:
        basis.ledger.enter(INSIGHTS_BEYOND, len(more) - ON_SLIDES)
    things = "thing stands" if len(more) == 1 else "things stand"
    title = say(f"{{more_insights.total}} more {things} out beyond the summary's, the most money at stake first")
    return Section(
        "insights", "Insights", title, basis.context, (insight_table(basis, "insights", more, HEADS),), basis.source
    )


def insight_table(basis: Basis, slug: str, ranked: Sequence[Ranked], heads: tuple[Column, ...]) -> Table:
    """Return insights as rows of the columns ``heads``, the first ones of ``HEADS``; enter what is at stake in each."""
    rows = tuple(_row(one)[: len(heads)] for one in ranked)
    if len(heads) == len(HEADS):
        rows = tuple(
            (*row, _stake(basis, slug, at, one)) for at, (row, one) in enumerate(zip(rows, ranked, strict=True))
        )
    marks = {(row, "kind"): MARKS.get(one.tried.sort, Mark.NEUTRAL) for row, one in enumerate(ranked)}
    brief = {(row, "next"): one.tried.brief for row, one in enumerate(ranked) if one.tried.brief}
    stakes = {(row, "at_stake"): one.tried.stakes for row, one in enumerate(ranked)}
    return Table(slug, heads, rows, marks=marks, brief=brief | stakes)


def _row(one: Ranked) -> tuple[Cell, ...]:
    return (one.tried.sort.sign, one.tried.say, _sure(one), one.tried.then or None, one.tried.owner or None)


def _stake(basis: Basis, slug: str, number: int, one: Ranked) -> Cell:
    at = At(slug, str(number + 1))
    basis.ledger.enter(AT_STAKE, basis.ledger.money(one.tried.impact), at)
    return basis.ledger.ref(AT_STAKE.id, at, Format.MONEY)


def _sure(one: Ranked) -> Sentence:
    return one.tried.sure or say("a count, not an estimate")
