"""What the change between two product lists of equal length is made of: traffic, its mix, conversion, value of a buyer.

Taken by product and channel, so that a shift between them shows as mix and not as a worse conversion. The parts add up
to the change exactly and in any order. They describe; they do not prove a cause.
"""

from collections import Counter
from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.drv._whole import whole_change
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.decomposition import funnel_change

FACTORS = ("traffic", "the mix of products and channels", "conversion", "the value of a buyer")
THEN = (
    "Book the same slots, ads and coupons first: visitors decided",
    "Put the products and channels that gained in front again",
    "Keep what its pages, prices and stock did: conversion decided",
    "Keep the bundles and prices that made buyers spend so much",
)
FELL = (
    "Ask what visitors it lacked: slots, ads, coupons or search",
    "Look which products and channels lost their visitors",
    "Look at pages, prices and stock: visitors came and did not buy",
    "Look at depth and bundles: buyers spent less each",
)
LEAST = 0.05


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the largest part of the change, the largest that went the other way, and the channel that moved most."""
    cells = evidence.funnels
    steps = ("visitors_before", "visitors", "buyers_before", "buyers", "value_before", "value")
    if not cells or min(getattr(cell, step) for cell in cells for step in steps) < 0:
        return
    found = funnel_change(*([getattr(cell, step) for cell in cells] for step in steps))
    parts = [round(part) for part in (found.traffic, found.mix, found.conversion, found.value)]
    whole, base = sum(parts), sum(cell.value_before for cell in cells)
    off, sort = whole_change(evidence), Sort.WORKS if whole > 0 else Sort.LOST
    p = off.p if off else None
    if abs(whole) < LEAST * base:
        yield Tried("funnel", abs(whole), sort, p)
        return
    order = sorted(range(len(parts)), key=lambda at: -parts[at] if whole > 0 else parts[at])
    first, last = order[0], order[-1]
    total = evidence.money("funnel", "all", abs(whole))
    main = evidence.money("funnel", FACTORS[first], abs(parts[first]))
    moved, added, taken = ("grew", "brought", "took") if whole > 0 else ("fell", "took", "brought")
    against = f", {FACTORS[last]} {taken} {evidence.money('funnel', FACTORS[last], abs(parts[last]))}"
    sentence = say(
        f"By product lists sales {moved} by {total}{{against}}: {FACTORS[first]} {added} {main}"
        + (against if parts[last] * whole < 0 else "")
        + _channel(evidence, whole),
        against=f" against {evidence.listed_before}" if evidence.listed_before else "",
    )
    sure = (
        evidence.change("funnel", "all", off, "all sales against their usual")[1]
        if off
        else say("a sum that adds up, not an estimate")
    )
    yield Tried("funnel", abs(whole), sort, p, sentence, sure, (THEN if whole > 0 else FELL)[first])


def _channel(evidence: Evidence, whole: int) -> str:
    """Return the channel that moved most in the direction of the whole, as the end of a sentence."""
    moved: Counter[str] = Counter()
    for cell in evidence.funnels:
        moved[cell.channel] += cell.value - cell.value_before
    channel = max(moved, key=lambda name: moved[name] * whole)
    if moved[channel] * whole <= 0:
        return ""
    return f"; {channel} moved most, by {evidence.money('funnel_channel', channel, abs(moved[channel]))}"


INSIGHT = Insight(
    code="DRV102",
    name="change-by-funnel",
    detect=detect,
    see=("DRV101",),
    examples=(
        example("""
funnels
| product | channel | visitors_before | visitors | buyers_before | buyers | value_before | value |
| P-1     | LIVE    | 1000            | 1800     | 20            | 36     | 500          | 900   |
| P-2     | Video   | 1000            | 1000     | 20            | 16     | 500          | 400   |
works: By product lists sales grew by $300: traffic brought $380, conversion took $100; LIVE moved most, by $400
"""),
        example("""
funnels
| product | channel | visitors_before | visitors | buyers_before | buyers | value_before | value |
| P-1     | LIVE    | 1000            | 1010     | 20            | 20     | 500          | 505   |
"""),
    ),
)
