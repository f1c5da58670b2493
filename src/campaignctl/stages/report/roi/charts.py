"""What promotions cost, by funder, and what a unit of discount brought, as bars with their intervals."""

from collections.abc import Sequence

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import PLATFORM_COST, ROI, ROI_COST, ROI_HIGH, ROI_LOW, SELLER_COST
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.roi.answer import Answer
from campaignctl.stages.report.roi.arithmetic import Verdict
from campaignctl.stages.report.roi.measure import Payback
from campaignctl.stages.report.slugs import Slugs

R = Format.RETURN
SLUGS = Slugs(charts={"cost": ("Sellers", "Platform"), "roi": ("Decided", "Open")})


def cost_chart(basis: Basis, found: Payback) -> Chart | None:
    """Return what each promotion cost, by funder; None below two of them."""
    if len(found.promotions) < 2:
        return None
    rows = (*found.promotions, *([found.rest] if found.rest else []))
    labels = tuple(cut(answer.name, 30) or "Others" for answer in rows)
    series = tuple(
        Series(name, tuple(basis.id(metric, answer.at) for answer in rows), Role.IDENTITY)
        for name, metric in (("Sellers", SELLER_COST.id), ("Platform", PLATFORM_COST.id))
    )
    dearest = found.promotions[0]
    cost = basis.id(ROI_COST.id, dearest.at)
    title = say(f"{{name}} cost most, {{{cost}}}", name=cut(dearest.name, 30))
    return Chart("cost", ChartKind.STACKED_COLUMN, title, basis.currency, basis.money, labels, series, title)


def ratio_chart(basis: Basis, found: Payback) -> Chart | None:
    """Return every ratio with its interval, those that leave break-even out apart; None below two of them."""
    shown = [answer for answer in (*found.promotions, *found.funders) if answer.found is not None]
    if len(shown) < 2:
        return None
    decided = [answer.verdict in {Verdict.PAID, Verdict.LOST} for answer in shown]
    series = (
        _ratios(basis, "Decided", shown, decided, Role.CAMPAIGN),
        _ratios(basis, "Open", shown, [not told for told in decided], Role.BASELINE),
    )
    kept = tuple(one for one in series if any(one.values))
    kind = "Margin" if found.cost_share is not None else "Sales before product cost"
    title = say(f"{kind} added per unit of discount; 1 is break-even")
    labels = tuple(cut(answer.name, 30) for answer in shown)
    return Chart("roi", ChartKind.BAR, title, f"{kind.lower()} per unit of discount", R, labels, kept, title)


def _ratios(basis: Basis, name: str, shown: Sequence[Answer], which: Sequence[bool], role: Role) -> Series:
    ids = [
        tuple(
            basis.id(metric, answer.at) if mine and basis.ledger.get(metric, answer.at) else None
            for answer, mine in zip(shown, which, strict=True)
        )
        for metric in (ROI.id, ROI_LOW.id, ROI_HIGH.id)
    ]
    return Series(name, ids[0], role, low=ids[1], high=ids[2])
