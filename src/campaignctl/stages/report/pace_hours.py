"""The pace by the hour: where the campaign ran ahead of its target and where it fell well below, with the likely cause.

A stretch well below is told, not tested: three hours or more at less than 85% of their target each and 75% together,
that lack a tenth of a day's target and more orders than chance takes away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import sqrt

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.times import zone_name
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.hours import HOUR, Hours, Slot
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import WEEKDAYS, clock

LEAST_HOURS, EACH, TOGETHER, OF_A_DAY, SIGMAS = 3, 0.85, 0.75, 0.1, 3.0
RAN_OUT_BEFORE = timedelta(hours=2)
"""What ran out so long before a stretch began may be why it fell."""

FEWEST_OUT, LONGEST_EVENT = 2, 34
OUT = Count("skus_out", "SKUs out of stock", "promised lines whose sales stopped around the start of these hours")
SLUGS = Slugs(
    charts={"pace-hours": ("Campaign", "Below target", "Target pace", "Baseline")}, paragraphs=("pace-notes",)
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours in a row that lie well below their target: the first and the last of them, and what they lack."""

    first: int
    last: int
    lacks: Decimal

    @property
    def places(self) -> range:
        """The places of its hours."""
        return range(self.first, self.last + 1)


def pace_by_hour(basis: Basis, hours: Hours, title: Sentence, kept: Promises | None) -> tuple[Chart, Text]:
    """Return the hours against target and baseline, and the notes that stand over them: the peak first."""
    low = sorted(_stretches(basis, hours), key=lambda each: (-each.lacks, each.first))
    missed = {at for stretch in low for at in stretch.places}
    ids = {at: basis.id("gmv", hours.slots[at].at) for at in hours.inside}
    many = range(len(hours.slots))
    met = tuple(None if at in missed else ids.get(at) for at in many)
    short = tuple(ids[at] if at in missed else None for at in many)
    series = [Series("Campaign", met), Series("Below target", short, Role.ATTENTION)]
    for name, period, role in (("Target pace", TARGET, Role.TARGET), ("Baseline", BASELINE, Role.BASELINE)):
        line = tuple(_id(basis, hours.slots[at], period) if at in ids else None for at in many)
        series.append(Series(name, line, role, line=True))
    peak = max(ids, key=lambda at: (basis.ledger.value("gmv", hours.slots[at].at) or 0, -at))
    told = [_peak(basis, hours.slots[peak]), *(_note(basis, hours, low[0], kept) if low else ())]
    noted = [(peak, peak), *([(low[0].first, low[0].last)] if low else [])]
    chart = Chart(
        "pace-hours",
        ChartKind.COMBO,
        title,
        f"{basis.currency}, {zone_name(basis.inputs.zone.key)}",
        Format.MONEY_SHORT,
        tuple(slot.words for slot in hours.slots),
        tuple(one for one in series if any(one.values)),
        joined(title, *(joined(say(". "), each) for each in told)),
        hours.unfinished,
        tuple(noted),
        tuple(at for at in many if at and hours.slots[at].day != hours.slots[at - 1].day),
    )
    return chart, Text("pace-notes", tuple(told))


def _id(basis: Basis, slot: Slot, period: str) -> str | None:
    return basis.id("gmv", slot.at.on(period)) if basis.has(period, slot.at) else None


def _stretches(basis: Basis, hours: Hours) -> Iterator[Stretch]:
    """Yield the stretches that lie well below target; hours that are not over are no part of one."""
    over = sorted(hours.inside - set(hours.unfinished))
    sold, target = ({at: _money(basis, hours.slots[at].at.on(of)) for at in over} for of in ("", TARGET))
    least = Decimal(OF_A_DAY) * sum(target.values()) / max(len(basis.days), 1)
    for run in _runs([at for at in over if sold[at] < Decimal(EACH) * target[at]]):
        have, due = sum(sold[at] for at in run), sum(target[at] for at in run)
        is_low = len(run) >= LEAST_HOURS and have <= Decimal(TOGETHER) * due and due - have >= least
        if is_low and _beyond_chance(basis, float(have), float(due)):
            yield Stretch(run[0], run[-1], Decimal(due - have))


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in places:
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _beyond_chance(basis: Basis, have: float, due: float) -> bool:
    """Whether more orders are missing than come and go by chance."""
    aov = float(basis.ledger.value("aov") or 0)
    return aov > 0 and (due - have) / aov > SIGMAS * sqrt(due / aov)


def _money(basis: Basis, at: At) -> Decimal:
    return Decimal(str(basis.ledger.value("gmv", at) or 0))


def _peak(basis: Basis, slot: Slot) -> Sentence:
    return Sentence(("peak ", Ref(basis.id("gmv", slot.at), format=basis.money), f", {_when(basis, slot.start)}"))


def _note(basis: Basis, hours: Hours, low: Stretch, kept: Promises | None) -> tuple[Sentence, Sentence]:
    """Return when a stretch fell below, and why, as far as the report knows."""
    first, last = hours.slots[low.first], hours.slots[low.last]
    ends = last.end.astimezone(basis.inputs.zone)
    until = clock(ends) if ends.date() == first.day or ends.hour == 0 else _when(basis, last.end)
    when = say("▼ {start} to {until}", start=_when(basis, first.start), until=until)
    return when, _event(basis, first, last) or _ran_out(basis, first, kept) or _sold(basis, hours, low)


def _event(basis: Basis, first: Slot, last: Slot) -> Sentence:
    """Return what the sheet Changes notes of the whole campaign in a stretch, or shortly before it."""
    during = (each for each in basis.inputs.events if first.start - HOUR <= each.at < last.end)
    found = [each.what for each in during if not each.seller]
    return say("noted: {what}", what=cut(found[0], LONGEST_EVENT)) if found else Sentence()


def _ran_out(basis: Basis, first: Slot, kept: Promises | None) -> Sentence:
    """Return how many promised lines stopped selling around the start of a stretch."""
    if kept is None or kept.lines is None:
        return Sentence()
    stopped = kept.lines[kept.lines["stopped"] & kept.lines["last"].notna()]
    around = stopped["last"].between(first.start - RAN_OUT_BEFORE, first.start + HOUR)
    if around.sum() < FEWEST_OUT:
        return Sentence()
    figure = basis.ledger.enter(OUT, int(around.sum()), first.at)
    return say(f"{{{figure.id}}} SKUs out of stock")


def _sold(basis: Basis, hours: Hours, low: Stretch) -> Sentence:
    """Return what a stretch sold of what it should have."""
    at = At("stretch", hours.slots[low.first].words)
    for period in ("", TARGET):
        worth = sum((_money(basis, hours.slots[place].at.on(period)) for place in low.places), Decimal(0))
        basis.ledger.enter(basis.gmv, worth, at.on(period))
    sold, due = (Ref(basis.id("gmv", at.on(period)), format=basis.money) for period in ("", TARGET))
    return Sentence((sold, " of ", due, " target pace"))


def _when(basis: Basis, moment: datetime) -> str:
    local = moment.astimezone(basis.inputs.zone)
    return f"{WEEKDAYS[local.weekday()]} {clock(local)}"
