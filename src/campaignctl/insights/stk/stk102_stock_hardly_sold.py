"""A seller kept stock for the campaign of which it sold less than a fifth.

Reserved stock that does not sell is missing elsewhere; the next commitment can be smaller. It costs this campaign
nothing, so it ranks last.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

HARDLY, LEAST_UNITS, FEW = 0.2, 50, 3
"""More than three sellers are told in one sentence."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell sellers whose sell-through over all their SKUs is below a fifth."""
    hardly = []
    for seller in sorted({sku.seller for sku in evidence.skus}):
        theirs = [sku for sku in evidence.skus if sku.seller == seller]
        stock, sold = sum(sku.stock for sku in theirs), sum(min(sku.units, sku.stock) for sku in theirs)
        if stock < LEAST_UNITS:
            continue
        if sold >= HARDLY * stock:
            yield Tried(seller, 0, Sort.WATCH)
        else:
            hardly.append((seller, stock, sold))
    if len(hardly) > FEW:
        yield _together(evidence, hardly)
        return
    for seller, stock, sold in hardly:
        share = evidence.share("sell_through", seller, sold / stock)
        units = evidence.count("kept_units", seller, stock)
        sentence = say(f"{{name}} sold {share} of the {units} units it set aside", name=evidence.called(seller))
        yield Tried(seller, 0, Sort.WATCH, say=sentence, then="Agree on less stock next time")


def _together(evidence: Evidence, hardly: list[tuple[str, int, int]]) -> Tried:
    """Return many of them in one sentence, with those that kept most in vain."""
    in_vain = sorted(hardly, key=lambda each: (each[2] - each[1], each[0]))[:FEW]
    share = evidence.share("sell_through", "all", sum(sold for *_, sold in hardly) / sum(kept for _, kept, _ in hardly))
    units = evidence.count("kept_units", "all", sum(kept for _, kept, _ in hardly))
    many = evidence.count("kept_in_vain", "sellers", len(hardly))
    names = ", ".join(evidence.called(seller) for seller, *_ in in_vain)
    sentence = say(
        f"{many} sellers sold {share} of the {units} units they set aside; most is left of {{names}}", names=names
    )
    return Tried("stock", 0, Sort.WATCH, say=sentence, then="Agree on less stock next time")


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
watch: S-001 sold 11% of the 200 units it set aside
"""),
        example("""
skus
| id  | seller | stock | units | price |
| K-1 | S-001  | 100   | 10    | 20    |
| K-2 | S-002  | 900   | 12    | 20    |
| K-3 | S-003  | 300   | 20    | 20    |
| K-4 | S-004  | 200   | 9     | 20    |
watch: 4 sellers sold 3.40% of the 1,500 units they set aside; most is left of S-002, S-003, S-004
"""),
    ),
)
