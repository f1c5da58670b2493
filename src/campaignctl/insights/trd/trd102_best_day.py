"""One day stood out above all others of the campaign, beyond its weekday.

Whatever ran on it, a coupon, a stream, a push, is a candidate for the next one.
"""

from collections.abc import Iterator
from statistics import median

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.discoveries import best_of
from campaignctl.methods.own_past import change

LEAST_DAYS, LEAST_ABOVE = 4, 0.25


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the best day as the best of as many; told where it lies a quarter or more above the others."""
    days = evidence.days
    if len(days) < LEAST_DAYS or any(day.usual <= 0 for day in days):
        return
    ratios = [day.value / day.usual for day in days]
    middle, at = median(ratios), max(range(len(days)), key=ratios.__getitem__)
    best, off = days[at], change(ratios[:at] + ratios[at + 1 :], ratios[at])
    if off is None:
        return
    key, more, p = best.day.isoformat(), round(best.value - best.usual * middle), best_of(off.p, len(days))
    if off.effect < LEAST_ABOVE:
        yield Tried(key, more, Sort.REPEAT, p)
        return
    money = evidence.money("best_day_more", key, more)
    share, sure = evidence.change("best_day", key, off)
    sentence = say(f"{{day}} sold {money} beyond the campaign's usual day ({share})", day=best.words)
    yield Tried(key, more, Sort.REPEAT, p, sentence, sure, "Repeat what ran on that day")


INSIGHT = Insight(
    code="TRD102",
    name="best-day",
    detect=detect,
    examples=(
        example("""
days
| day        | value | usual |
| 2026-11-20 | 200   | 100   |
| 2026-11-21 | 205   | 100   |
| 2026-11-22 | 198   | 100   |
| 2026-11-23 | 300   | 100   |
| 2026-11-24 | 202   | 100   |
repeat: Mon Nov 23 sold $98.00 beyond the campaign's usual day (+49%)
"""),
    ),
)
