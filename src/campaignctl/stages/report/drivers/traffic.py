"""The bridge from product lists: visitors, the mix of products and channels, conversion, and the value of a buyer.

Both lists are of equal length and of the same shops. Their GMV is what the lists count, so it is not the headline's.
"""

import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Mark, Table
from campaignctl.methods.decomposition import funnel_change
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.metric import Unit
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.drivers.steps import Bridge, enter_steps, heads, is_worth, steps_of
from campaignctl.stages.report.times import half_open
from campaignctl.stages.report.traffic import compared, funnels_of, period_words

FACTORS = ("visitors", "mix", "conversion", "value of a buyer")
BEFORE = "before"
LISTED = Count("funnel_gmv", "GMV by product lists", "GMV of all products and channels", Unit.MONEY, Format.MONEY_SHORT)
VISITORS = Count("funnel_visitors", "Visitors", "unique page views of all products and channels")
CONVERSION = Count("funnel_conversion", "Conversion", "buyers / visitors", Unit.RATE, Format.PERCENT)
BUYER_VALUE = Count("funnel_buyer_value", "Value of a buyer", "GMV by product lists / buyers", Unit.MONEY, Format.MONEY)


def by_traffic(basis: Basis) -> Bridge | None:
    """Return the bridge between two product lists; None without both, or where hardly anything changed."""
    lists = compared(basis)
    if lists is None:
        return None
    cells = pd.DataFrame([_numbers(cell) for cell in funnels_of(basis)], columns=list(_STEPS))
    sums = cells.sum()
    if not all(sums[name] > 0 for name in _STEPS):
        return None
    found = funnel_change(*(cells[name] for name in _STEPS))
    parts = (found.traffic, found.mix, found.conversion, found.value)
    steps = steps_of(float(sums["value_before"]), FACTORS, parts)
    if not is_worth(steps):
        return None
    enter_steps(basis, steps)
    _enter(basis, sums)
    start = period_words(lists[0])
    return Bridge(
        steps,
        basis.id(LISTED.id, TOTAL.on(BEFORE)),
        basis.id(LISTED.id),
        basis.id(LISTED.id, TOTAL.against(f"{BEFORE}_gap")),
        start,
        say("GMV by product lists, from {start} to the campaign, {currency}", start=start, currency=basis.currency),
        _source(basis, start),
        _behind(basis, start),
    )


_STEPS = ("visitors_before", "visitors", "buyers_before", "buyers", "value_before", "value")


def _numbers(cell: object) -> tuple[int, ...]:
    return tuple(getattr(cell, name) for name in _STEPS)


def _enter(basis: Basis, sums: "pd.Series[int]") -> None:
    """Enter both ends and the averages behind the steps, each with its change."""
    ledger = basis.ledger
    for at, tail in ((TOTAL.on(BEFORE), "_before"), (TOTAL, "")):
        visitors, buyers, value = (int(sums[f"{name}{tail}"]) for name in ("visitors", "buyers", "value"))
        ledger.enter(LISTED, ledger.money(value), at)
        ledger.enter(VISITORS, visitors, at)
        ledger.enter(CONVERSION, buyers / visitors, at)
        ledger.enter(BUYER_VALUE, ledger.money(round(value / buyers)), at)
    for term in (LISTED, VISITORS, CONVERSION, BUYER_VALUE):
        now, then = (float(ledger.value(term.id, at) or 0) for at in (TOTAL, TOTAL.on(BEFORE)))
        is_rate = term is CONVERSION
        form = Format.POINTS if is_rate else Format.PERCENT
        ledger.enter(term, now - then if is_rate else now / then - 1, TOTAL.against(BEFORE), form=form)
    gap = ledger.money(int(sums["value"]) - int(sums["value_before"]))
    ledger.enter(LISTED, gap, TOTAL.against(f"{BEFORE}_gap"))


def _behind(basis: Basis, start: str) -> Table:
    rows, marks = [], {}
    for number, term in enumerate((VISITORS, CONVERSION, BUYER_VALUE, LISTED)):
        places = (TOTAL.on(BEFORE), TOTAL, TOTAL.against(BEFORE))
        cells: tuple[Cell, ...] = tuple(basis.ref(term.id, at) for at in places)
        rows.append(("GMV" if term is LISTED else term.label, *cells))
        change = float(basis.ledger.value(term.id, places[-1]) or 0)
        marks[number, "change"] = Mark.GOOD if change > 0 else Mark.BAD if change < 0 else Mark.NEUTRAL
    caption = say("What stands behind the steps")
    return Table("drivers", heads(start), tuple(rows), marks=marks, caption=caption)


def _source(basis: Basis, start: str) -> Sentence:
    period = half_open(basis.inputs.window, basis.inputs.zone)
    told = say("Source: product lists of {start} and of {period}, the same shops in both.", start=start, period=period)
    return joined(told)
