"""The cover: the campaign's name, its result in a sentence, and its days."""

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Section
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.subject import is_regular, not_yet, when
from campaignctl.stages.report.taken_back import how_it_did
from campaignctl.stages.report.times import axis_day

MOST_DAYS = 14
SLUGS = Slugs(
    sections=("cover",),
    charts={"gmv-by-day": ("GMV",)},
)


def cover(basis: Basis) -> Section:
    """Return the cover; its chart is left out when there are no orders, or more than two weeks of days."""
    chart = by_day(basis)
    return Section("cover", "Cover", headline(basis), parts=(chart,) if chart else (), source=basis.source)


def headline(basis: Basis) -> Sentence:
    """Return ``Sold $3.84M in 5 days, 7% above target and 58% above baseline``."""
    if not basis.sold_anything():
        none = say(
            "No paid orders of the {subject} were found in the exports{when}", subject=basis.subject, when=when(basis)
        )
        return not_yet(basis) or none
    if basis.ledger.value("gmv") is None:
        return say("Took {orders.total} paid orders{when}; what they are worth cannot be read", when=when(basis))
    did = how_it_did(basis)
    tail = joined(say(", "), did) if did else Sentence()
    return joined(_sold(basis), tail)


def _sold(basis: Basis) -> Sentence:
    if not basis.periods.is_over:
        return say("Sold {gmv.total} so far{when}", when=when(basis))
    if is_regular(basis):
        return say("Sold {gmv.total}{when}", when=when(basis))
    one = len(basis.periods.all_days) == 1
    return say("Sold {gmv.total} in one day") if one else say("Sold {gmv.total} in {days.total} days")


def by_day(basis: Basis) -> Chart | None:
    """Return GMV by day, or None when there is nothing to compare."""
    if not basis.has_lines or not 1 < len(basis.days) <= MOST_DAYS:
        return None
    values = tuple(basis.id("gmv", At("day", str(day))) for day in basis.days)
    labels = tuple(basis.day(day, axis_day) for day in basis.days)
    alt = say("Columns of GMV by day, {gmv.total} in all")
    return Chart(
        "gmv-by-day",
        ChartKind.COLUMN,
        headline(basis),
        basis.currency,
        basis.money,
        labels,
        (Series("GMV", values),),
        alt,
        basis.unfinished,
    )
