"""A SKU sold all the stock that was kept for it before the campaign ended, and then sold no more.

What it would have sold in the hours left, at the pace it had, is what more stock was worth.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

ALL, LEAST_HOURS = 0.98, 6.0


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell SKUs whose units reach their stock and whose last sale lies six hours or more before the end."""
    for sku in evidence.skus:
        if not sku.stock or sku.units < ALL * sku.stock or sku.hours_left < LEAST_HOURS or sku.hours_on_sale <= 0:
            continue
        lost = sku.units / sku.hours_on_sale * sku.hours_left
        cost = round(lost * sku.value / sku.units)
        missed = evidence.money("sold_out", sku.id, cost)
        sold = evidence.count("sold_out_units", sku.id, sku.units)
        early = evidence.count("sold_out_hours", sku.id, round(sku.hours_left))
        words = f"{{name}} sold its {sold} units {early} hours before the end, about {missed} not sold"
        sentence = say(words, name=evidence.called(sku.id))
        yield Tried(sku.id, cost, Sort.LOST, say=sentence, then="Ask its seller for more reserved stock")


INSIGHT = Insight(
    code="STK101",
    name="sold-out",
    detect=detect,
    see=("STK102",),
    examples=(
        example("""
skus
| id  | stock | units | value | hours_on_sale | hours_left |
| K-1    | 100   | 100   | 2000  | 50            | 25         |
| K-2    | 100   | 100   | 2000  | 140           | 2          |
| K-3    | 100   | 60    | 1200  | 140           | 2          |
lost: K-1 sold its 100 units 25 hours before the end, about $1K not sold
"""),
    ),
)
