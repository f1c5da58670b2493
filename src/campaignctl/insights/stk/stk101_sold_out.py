"""A SKU sold all the stock that was kept for it before the campaign ended, and then sold no more.

What it would have sold as all others went on selling is what more stock was worth. A SKU that sells rarely is
without a sale for hours at any time: told is only what chance does not explain.
"""

from collections.abc import Iterator
from math import sqrt

from campaignctl.domain.sentences import Sentence, say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.facts import SkuSold
from campaignctl.insights.insight import Insight, Sort, Tried

ALL, LEAST_HOURS = 0.98, 6.0
_HALF = 0.98
"""Half of a 95 % interval of a count, on the scale of square roots, where it is the same for all counts."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every SKU whose units reach its stock; told are those that sold nothing in the last six hours or more.

    Were there more of it, its orders would lie among all others as they fall: that each of n came before a share f of
    those had passed happens by chance with f to the power of n.
    """
    for sku in evidence.skus:
        if not sku.stock or sku.units < ALL * sku.stock or sku.hours_on_sale <= 0:
            continue
        cost, p = _not_sold(sku), sku.passed**sku.orders
        if sku.hours_left < LEAST_HOURS:
            yield Tried(sku.id, cost, Sort.LOST, p)
            continue
        missed = evidence.money("sold_out", sku.id, cost)
        sold = evidence.count("sold_out_units", sku.id, sku.units)
        early = evidence.count("sold_out_hours", sku.id, round(sku.hours_left))
        words = f"{{name}} sold its {sold} units {early} hours before the end, about {missed} not sold"
        sentence = say(words, name=evidence.called(sku.id))
        sure = _interval(evidence, sku, cost)
        yield Tried(sku.id, cost, Sort.LOST, p, sentence, sure, "Ask its seller for more reserved stock")


def _not_sold(sku: SkuSold) -> int:
    """Return the money of what it would have sold after its last sale, its part of all other orders being known."""
    if sku.lost is not None or sku.passed <= 0:
        return sku.lost or 0
    return round(sku.value * (1 - sku.passed) / sku.passed)


def _interval(evidence: Evidence, sku: SkuSold, cost: int) -> Sentence:
    """Return the interval of what was not sold: a pace seen in n orders strays as counts do."""
    root = sqrt(max(sku.orders, 1))
    least, most = (round(cost * (max(root + step, 0) / root) ** 2) for step in (-_HALF, _HALF))
    low, high = evidence.money("sold_out_low", sku.id, least), evidence.money("sold_out_high", sku.id, most)
    return say(f"95% interval {low} to {high}")


INSIGHT = Insight(
    code="STK101",
    name="sold-out",
    detect=detect,
    see=("STK102",),
    examples=(
        example("""
skus
| id  | stock | units | value | hours_on_sale | hours_left | orders | passed |
| K-1 | 100   | 100   | 2000  | 50            | 25         | 90     | 0.67   |
| K-2 | 100   | 100   | 2000  | 140           | 2          | 90     | 0.99   |
| K-3 | 100   | 60    | 1200  | 140           | 2          | 55     | 0.99   |
| K-4 | 3     | 3     | 60    | 130           | 12         | 3      | 0.94   |
lost: K-1 sold its 100 units 25 hours before the end, about $985 not sold
"""),
    ),
)
