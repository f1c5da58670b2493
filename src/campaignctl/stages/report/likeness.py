"""Whether an earlier report can be held against this one: as long a time, the same money, as many days for returns."""

from collections.abc import Iterator
from datetime import timedelta

from campaignctl.domain.earlier import SAME_HOUR, Earlier
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import DAYS
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.provisional import STILL_MOVES, is_provisional

SAME_AGE = timedelta(days=3)
"""Returns of a few days more or less hardly show in a campaign's figures."""
DAY = timedelta(days=1)


def is_foreign(basis: Basis, page: Metric, report: Earlier) -> bool:
    """Whether a metric is money of another currency than this campaign's."""
    return page.unit is Unit.MONEY and _other_money(basis, report)


def unlike(basis: Basis, page: Metric, report: Earlier) -> str:
    """Return what sets an earlier campaign's figure apart from this one's; nothing where they can be compared."""
    if page.grows_with_time and _other_length(basis, report):
        return f"that campaign ran {report.days} days"
    return "it was told at another age" if page.id in STILL_MOVES and _other_age(basis, report) else ""


def unlike_then(basis: Basis, page: Metric, report: Earlier) -> str:
    """Return what sets this campaign's own figure in its last report apart: it had not run as long by then."""
    end = basis.inputs.window.end
    ran_on = min(basis.inputs.as_of, end) - min(report.as_of, end)
    return "the campaign had not run as long then" if page.grows_with_time and ran_on > SAME_HOUR else ""


def age_words(basis: Basis, report: Earlier) -> str:
    """Return when an earlier campaign's report was made: ``, final``, ``, 2 days after its end``."""
    if report.age is None:
        return ""
    if not is_provisional(basis) and report.is_final:
        return ", final"
    if not basis.periods.is_over:
        return ", as far in"
    days = round(report.age / DAY)
    return f", {abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days >= 0 else 'before'} its end"


def standing_apart(basis: Basis, report: Earlier, period: str) -> Iterator[Sentence]:
    """Yield what a reader has to know of an earlier campaign before its column is read."""
    name = cut(report.name)
    if _other_length(basis, report):
        days = basis.id(DAYS.id, TOTAL.on(period))
        yield say(f"{{name}} ran {{{days}}} days, so sums stand beside these and not against them.", name=name)
    if _other_money(basis, report):
        yield say("{name} counted in {money}: its amounts are left out.", name=name, money=report.currency)
    here = basis.inputs.campaign.marketplace
    if report.marketplace and here and report.marketplace != here:
        yield say("{name} ran on {place}.", name=name, place=report.marketplace)
    if _other_age(basis, report):
        yield say("{name} is told at another age, so what came back stands beside this and not against it.", name=name)


def _other_money(basis: Basis, report: Earlier) -> bool:
    return bool(report.currency) and report.currency != basis.inputs.campaign.currency


def _other_length(basis: Basis, report: Earlier) -> bool:
    """Whether the two had another number of days by then; those that still run were taken equally far in."""
    return basis.periods.is_over and report.days is not None and report.days != len(basis.periods.all_days)


def _other_age(basis: Basis, report: Earlier) -> bool:
    if report.age is None or not basis.periods.is_over:
        return False
    if not is_provisional(basis):
        return not report.is_final
    return abs(report.age - (basis.inputs.as_of - basis.inputs.window.end)) > SAME_AGE
