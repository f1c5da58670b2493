"""What stands out: every insight worth telling, the weightiest first, with how sure it is and what to do next."""

from campaignctl.domain.document import Column, Mark, Section, Sentence, Table, say
from campaignctl.insights.catalogue import insights as pages
from campaignctl.insights.insight import Sort
from campaignctl.insights.ranking import Ranked, found
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import INSIGHTS
from campaignctl.stages.report.insights.evidence import evidence_of

SIGNS = {
    Sort.WORKS: ("▲ works", Mark.GOOD),
    Sort.LOST: ("▼ lost", Mark.BAD),
    Sort.WATCH: ("● watch", Mark.NEUTRAL),
    Sort.REPEAT: ("▲ repeat", Mark.GOOD),
    Sort.STOP: ("■ stop", Mark.BAD),
    Sort.TRY: ("● try", Mark.NEUTRAL),
}
HEADS = (
    Column("kind", "Kind"),
    Column("what", "What we saw"),
    Column("how_sure", "How sure"),
    Column("next", "What to do next"),
    Column("owner", "Owner"),
)


def insights(basis: Basis) -> Section | None:
    """Return the section of all insights; None where nothing stands out."""
    ranked = found(pages().values(), evidence_of(basis))
    basis.ledger.enter(INSIGHTS, len(ranked))
    if not ranked:
        return None
    return Section("insights", "Insights", _title(len(ranked)), basis.context, (table(ranked),), basis.source)


def table(ranked: tuple[Ranked, ...]) -> Table:
    """Return insights as rows."""
    rows = tuple(
        (SIGNS[one.tried.sort][0], one.tried.say, _sure(one), one.tried.then or None, one.tried.owner or None)
        for one in ranked
    )
    marks = {(row, "kind"): SIGNS[one.tried.sort][1] for row, one in enumerate(ranked)}
    return Table("insights", HEADS, rows, marks=marks)


def _sure(one: Ranked) -> Sentence:
    return one.tried.sure or say("a count, not an estimate")


def _title(many: int) -> Sentence:
    return say("One thing stands out") if many == 1 else say("{insights.total} things stand out, the weightiest first")
