"""Highlights: what stood out, as plain findings of fact; how sure one can be of a cause is not theirs to say."""

from collections.abc import Iterator

from campaignctl.domain.document import Cell, Column, Mark, Ref, Table
from campaignctl.domain.formats import Format
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.categories import label
from campaignctl.stages.report.counts import GMV_SHARE
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.times import full_day
from campaignctl.stages.report.verdict import Verdict

WORKS, LOST, WATCH = "▲ works", "▼ lost", "● watch"
MARKS = {WORKS: Mark.GOOD, LOST: Mark.BAD, WATCH: Mark.NEUTRAL}
MOST = 5
LEANING = 0.5
"""A seller with more than half of all GMV is worth watching."""

Highlight = tuple[str, str, Ref | None, str]


def highlights(basis: Basis, days: Verdict, categories: Verdict, sellers: Verdict) -> Table | None:
    """Return what worked, what was lost and what to watch; None when nothing stands out."""
    found = [*_categories(basis, categories), *_sellers(basis, sellers), *_days(basis, days), *_watch(basis)][:MOST]
    if not found:
        return None
    heads = (
        Column("kind", "Kind"),
        Column("what", "What we saw"),
        Column("how_sure", "By how much"),
        Column("next", "What to do next"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(found)
    marks = {(n, "kind"): MARKS[kind] for n, (kind, _, _, _) in enumerate(found)}
    return Table("highlights", heads, rows, marks=marks)


def _categories(basis: Basis, verdict: Verdict) -> Iterator[Highlight]:
    if verdict.judged < 2:
        return
    if verdict.above:
        best = verdict.above[0]
        what = f"{cut(label(best))} is furthest above its {verdict.period}"
        yield WORKS, what, basis.ref("gmv", verdict.gap(best), basis.money), "Keep its places; offer it more next time"
    if verdict.below:
        worst = verdict.below[0]
        what = f"{cut(label(worst))} is furthest below its {verdict.period}"
        yield (
            LOST,
            what,
            basis.ref("gmv", verdict.gap(worst), basis.money),
            "Ask its sellers for price, stock and slots",
        )


def _sellers(basis: Basis, verdict: Verdict) -> Iterator[Highlight]:
    if verdict.judged > 1 and verdict.below:
        worst = verdict.below[0]
        what = f"{cut(basis.seller(worst))} is the seller furthest below its {verdict.period}"
        yield (
            LOST,
            what,
            basis.ref("gmv", verdict.gap(worst), basis.money),
            "Ask what held it back before inviting it again",
        )
    first = basis.sellers[0] if basis.sellers else None
    share = basis.ledger.value(GMV_SHARE.id, At("seller", first))
    if first is not None and len(basis.sellers) > 1 and share is not None and share > LEANING:
        what = f"{cut(basis.seller(first))} alone brought more than half of GMV"
        yield WATCH, what, basis.ref(GMV_SHARE.id, At("seller", first)), "Invite more sellers of its size"


def _days(basis: Basis, verdict: Verdict) -> Iterator[Highlight]:
    if verdict.judged > 1 and verdict.below:
        worst = verdict.below[0]
        day = next((day for day in basis.days if str(day) == worst), None)
        if day is not None:
            what = f"{full_day(day)} is the day furthest below its {verdict.period}"
            yield (
                WATCH,
                what,
                basis.ref("gmv", verdict.gap(worst), basis.money),
                "Look for stock, price or traffic trouble on that day",
            )


def _watch(basis: Basis) -> Iterator[Highlight]:
    for metric, words, todo in (
        (
            "refund_rate",
            "Refunds take a larger share of GMV than in the baseline",
            "Read the return reasons by product",
        ),
        (
            "cancel_rate",
            "More orders are cancelled after payment than in the baseline",
            "Check stock and handling time",
        ),
    ):
        change = basis.ledger.get(metric, TOTAL.against(BASELINE))
        if change is not None and change.value and change.value > 0:
            yield WATCH, words, Ref(change.id, format=Format.POINTS), todo
