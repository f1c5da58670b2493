"""What the change against the baseline is made of: orders, units an order, the price of a unit, the discount.

The parts add up to the change exactly and in any order. They describe; they do not prove a cause. A change within the
usual ups and downs is not taken apart.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.drv._whole import whole_change
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.decomposition import factor_change
from campaignctl.metrics.compare import LIKE
from campaignctl.metrics.ledger import TOTAL, Ledger

FACTORS = ("orders", "units an order", "price before discount", "discount")
THEN = (
    "Book first what brought orders: slots, traffic and coupons",
    "Repeat the bundles and thresholds: buyers took more each",
    "Repeat the choice of products: buyers took dearer ones",
    "Repeat the depth: buyers paid more of the list price",
)
FELL = (
    "Ask what orders it lacked: slots, traffic, price or stock",
    "Look at bundles and thresholds: buyers took less each",
    "Look at the choice of products: buyers took cheaper ones",
    "Look at the depth before the next one: it took more than it brought",
)
LEAST = 0.05
"""A change of less than a twentieth of the baseline is not taken apart."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the largest part of a change that is worth taking apart, and the largest that went the other way."""
    before, after = factors(evidence, "baseline"), factors(evidence, held(evidence.ledger))
    if before is None or after is None or evidence.is_slight or evidence.funnels:  # product lists tell more: see DRV102
        return
    parts = [round(part) for part in factor_change(before, after)]
    whole = sum(parts)
    base = before[0] * before[1] * before[2] * before[3]
    off = whole_change(evidence)
    sort = Sort.WORKS if whole > 0 else Sort.LOST
    if abs(whole) < LEAST * base:
        yield Tried("factors", abs(whole), sort, off.p if off else None)
        return
    order = sorted(range(4), key=lambda at: -parts[at] if whole > 0 else parts[at])
    first, last = order[0], order[-1]
    main = evidence.money("factor", FACTORS[first], abs(parts[first]))
    total = evidence.money("factor", "all", abs(whole))
    moved, added, taken = ("grew", "brought", "took") if whole > 0 else ("fell", "took", "brought")
    opening = f"Sales {moved} by {total} against the baseline: {FACTORS[first]} {added} {main}"
    against = parts[last] * whole < 0
    other = f", {FACTORS[last]} {taken} {evidence.money('factor', FACTORS[last], abs(parts[last]))}" if against else ""
    sure = (
        evidence.change("factors", "all", off, "all sales against their usual")[1]
        if off
        else say("a sum that adds up, not an estimate")
    )
    p = off.p if off else None
    yield Tried("factors", abs(whole), sort, p, say(opening + other), sure, (THEN if whole > 0 else FELL)[first])


def held(ledger: Ledger) -> str:
    """Return the period of what is held against the baseline: the campaign's, or that of the shops that have one."""
    word = f"baseline{LIKE}"
    return "" if ledger.value("gmv", TOTAL.on(word)) is None else word


def factors(evidence: Evidence, period: str) -> list[float] | None:
    """Return orders, units an order, list value a unit in minor units, and what is paid of it; None when unknown."""
    at = TOTAL.on(period) if period else TOTAL
    words = ("orders", "units", "gmv", "discount_depth")
    orders, units, value, depth = (evidence.ledger.value(word, at) for word in words)
    if not orders or not units or not value or depth is None:
        return None
    paid = 1 - float(depth)
    return [float(orders), float(units) / float(orders), evidence.minor(float(value)) / float(units) / paid, paid]


INSIGHT = Insight(
    code="DRV101",
    name="change-by-factor",
    detect=detect,
    see=("DRV102",),
    examples=(
        example("""
figures
| metric         | scope | key | value |
| gmv            | total |     | 1620  |
| orders         | total |     | 100   |
| units          | total |     | 120   |
| discount_depth | total |     | 0.1   |
baseline
| metric         | scope | key | value |
| gmv            | total |     | 760   |
| orders         | total |     | 40    |
| units          | total |     | 48    |
| discount_depth | total |     | 0.05  |
works: Sales grew by $860 against the baseline: orders brought $1,041, price before discount took $120
"""),
    ),
)
