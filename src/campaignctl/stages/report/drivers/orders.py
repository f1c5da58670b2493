"""The bridge from order exports: orders, units an order, price before discount and discount multiply to GMV."""

from collections.abc import Sequence

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Cell, Mark, Table
from campaignctl.insights.drv.drv101_change_by_factor import FACTORS, factors, held
from campaignctl.insights.evidence import Evidence
from campaignctl.methods.decomposition import factor_change
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.counts import LIST_PRICE
from campaignctl.stages.report.drivers.steps import GAP, Bridge, enter_steps, heads, is_worth, steps_of
from campaignctl.stages.report.grid import mark

_ROWS = (
    ("Orders", "orders", True),
    ("Units an order", "units_per_order", True),
    ("Price before discount", LIST_PRICE.id, False),
    ("Discount", "discount_depth", False),
)
"""Label, metric, and whether more of it is for the better or worse."""


def by_orders(basis: Basis) -> Bridge | None:
    """Return the bridge from the baseline; None without one, or where hardly anything changed."""
    evidence, now = Evidence(basis.inputs.campaign, basis.ledger), TOTAL.on(held(basis.ledger))
    before, after = factors(evidence, BASELINE), factors(evidence, now.period)
    if before is None or after is None:
        return None
    steps = steps_of(before[0] * before[1] * before[2] * before[3], FACTORS, list(factor_change(before, after)))
    if not is_worth(steps):
        return None
    enter_steps(basis, steps)
    _enter_price(basis, (before, after), now)
    return Bridge(
        steps,
        basis.id("gmv", TOTAL.on(BASELINE)),
        basis.id("gmv", now),
        basis.id("gmv", TOTAL.against(GAP)),
        "Baseline",
        say("GMV from baseline to campaign, {currency}", currency=basis.currency),
        basis.source,
        _behind(basis, now),
    )


def _enter_price(basis: Basis, factors: tuple[Sequence[float], Sequence[float]], at: At) -> None:
    ledger = basis.ledger
    then, now = (ledger.money(round(each[2])) for each in factors)
    ledger.enter(LIST_PRICE, then, TOTAL.on(BASELINE))
    ledger.enter(LIST_PRICE, now, at)
    if then:
        ledger.enter(LIST_PRICE, float(now / then) - 1, TOTAL.against(BASELINE), form=Format.PERCENT)


def _behind(basis: Basis, now: At) -> Table:
    rows, marks = [], {}
    for number, (label, metric, judged) in enumerate(_ROWS):
        places = (TOTAL.on(BASELINE), now, TOTAL.against(BASELINE))
        cells: tuple[Cell, ...] = tuple(basis.ledger.ref(metric, at) for at in places)
        rows.append((label, *cells))
        if cells[-1] is not None:
            marks[number, "change"] = mark(basis, metric, places[-1]) if judged else Mark.NEUTRAL
    caption = say("What stands behind the steps")
    return Table("drivers", heads("Baseline"), tuple(rows), marks=marks, caption=caption)
