"""A seller kept stock for the campaign of which it sold less than a fifth.

Reserved stock that does not sell is missing elsewhere; the next commitment can be smaller. It costs this campaign
nothing, so it ranks last.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

HARDLY, LEAST_UNITS = 0.2, 50


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell sellers whose sell-through over all their SKUs is below a fifth."""
    for seller in sorted({sku.seller for sku in evidence.skus}):
        theirs = [sku for sku in evidence.skus if sku.seller == seller]
        stock, sold = sum(sku.stock for sku in theirs), sum(min(sku.units, sku.stock) for sku in theirs)
        if stock < LEAST_UNITS:
            continue
        if sold >= HARDLY * stock:
            yield Tried(seller, 0, Sort.WATCH)
            continue
        share = evidence.share("sell_through", seller, sold / stock)
        units = evidence.count("kept_units", seller, stock)
        sentence = say(f"{{name}} sold {share} of the {units} units it kept", name=evidence.called(seller))
        yield Tried(seller, 0, Sort.WATCH, say=sentence, then="Agree on less stock next time")


INSIGHT = Insight(
    code="STK102",
    name="stock-hardly-sold",
    detect=detect,
    is_fact=True,
    see=("STK101",),
    examples=(
        example("""
skus
| id  | seller | stock | units | price |
| K-1    | S-001     | 100   | 10    | 20    |
| K-2    | S-001     | 100   | 12    | 20    |
| K-3    | S-002     | 100   | 60    | 20    |
watch: S-001 sold 11.0% of the 200 units it kept
"""),
    ),
)
