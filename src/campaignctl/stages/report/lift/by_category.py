"""What each category brought: the campaign's own estimate, of its part of the sales and against the same shops.

A category sells less than the campaign and strays more, so its interval is wider; each is told from zero by its own
fake dates. Estimated one by one, the parts do not add up to the whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.methods.fake_dates import distinguishable
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import LIFTS_TOLD, LIFTS_TRIED
from campaignctl.stages.report.grid import Of
from campaignctl.stages.report.lift.effect import (
    EXPECTED,
    GAP,
    HIGH,
    LOW,
    Lift,
    enter_estimate,
    estimator,
    on_fakes,
    told,
)
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.slugs import Slugs

SIZES = ("lift", "lift_percent")
HEAD = "Lift over expected"
COLUMNS = (
    Of(Column("lift", "Lift", Format.MONEY, HEAD), "gmv", comparison=EXPECTED + GAP),
    Of(Column("lift_percent", "Lift %", Format.PERCENT, HEAD), "gmv", comparison=EXPECTED),
    Of(Column("lift_low", "Low", Format.PERCENT, HEAD), "gmv", comparison=EXPECTED + LOW),
    Of(Column("lift_high", "High", Format.PERCENT, HEAD), "gmv", comparison=EXPECTED + HIGH),
)
TOLD, OPEN = "Lift", "Lift, not distinguishable from zero"
SLUGS = Slugs(charts={"lift-by-category": (TOLD, OPEN)}, paragraphs=("categories-lift",))

WHOLE_ONLY = (
    "Lift is estimated for the campaign as a whole, on sheet Lift; of a category only the change against the baseline"
    " is known, and the season has its part in that"
)
ONE_BY_ONE = (
    "Each category's lift is estimated by itself against the same comparison shops, Low to High is its 95% interval;"
    " the parts do not add up to the campaign's"
)

Verdicts = Mapping[Key, bool | None]


def lift_by_category(basis: Basis, whole: Lift) -> Verdicts:
    """Enter what each category brought; return whether each can be told from zero, None without two fake dates.

    Nothing where the campaign was not set against comparison shops, a shop or a running day is not in its estimate, or
    there is but one category; and none of a category with a day without sales.
    """
    series = whole.series
    if whole.estimate is None or series is None or whole.rung is not Rung.CONTROL or len(basis.categories) < 2:
        return {}
    if series.left_out or basis.periods.partial is not None:
        return {}
    found = {}
    for key in basis.categories:
        daily = series.categories.get("" if key is None else key)
        if daily is None:
            continue
        measure = estimator(own := replace(series, campaign=daily), whole.rung)
        real = told(partial(measure, series.start))
        if real is not None:
            enter_estimate(basis, real, At("category", key), EXPECTED)
            found[key] = distinguishable(real, tuple(fake for _, fake in on_fakes(own, measure)))
    return found


def with_lifts(table: Table, keys: Sequence[Key], verdicts: Verdicts) -> Table:
    """Return the table of categories ``keys`` in which ends of intervals, and lifts not told from zero, are no news."""
    ends, open_ = {"lift_low", "lift_high"}, {at for at, key in enumerate(keys) if not verdicts.get(key)}
    marks = {
        (row, key): Mark.NEUTRAL if key in ends or (row in open_ and key in SIZES) else mark
        for (row, key), mark in table.marks.items()
    }
    return replace(table, marks=marks)


def lift_chart(basis: Basis, verdicts: Verdicts, label: Mapping[Key, str]) -> Chart | None:
    """Draw each category's lift in money with its interval; those not told from zero are a series of their own."""
    if len(verdicts) < 2:
        return None
    basis.ledger.enter(LIFTS_TOLD, sum(verdict is True for verdict in verdicts.values()))
    basis.ledger.enter(LIFTS_TRIED, len(verdicts))
    title = say("{lifts_told.total} of {lifts_tried.total} categories have a lift that is distinguishable from zero")
    sides = ((TOLD, Role.CAMPAIGN, True), (OPEN, Role.BASELINE, False))
    series = (_series(basis, verdicts, name, role, is_told=is_told) for name, role, is_told in sides)
    return Chart(
        "lift-by-category",
        ChartKind.BAR,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        tuple(label[key] for key in verdicts),
        tuple(one for one in series if any(one.values)),
        title,
    )


def _series(basis: Basis, verdicts: Verdicts, name: str, role: Role, *, is_told: bool) -> Series:
    ids = [
        tuple(
            basis.id("gmv", At("category", key).against(EXPECTED + GAP + end)) if (verdict is True) == is_told else None
            for key, verdict in verdicts.items()
        )
        for end in ("", LOW, HIGH)
    ]
    return Series(name, ids[0], role, low=ids[1], high=ids[2])


def lift_words(whole: Lift, verdicts: Verdicts) -> Text | None:
    """Return how the lifts of categories are to be read, or that there are none; nothing where no lift is told."""
    return None if whole.estimate is None else Text("categories-lift", (say(ONE_BY_ONE if verdicts else WHOLE_ONLY),))
