"""One day stood out above all others of the campaign, beyond its weekday.

Whatever ran on it, a coupon, a stream, a push, is a candidate for the next one.
"""

from collections.abc import Iterator
from statistics import median

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

LEAST_DAYS, LEAST_ABOVE = 4, 0.25


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the day whose sales over its usual lie a quarter or more above the median day's."""
    days = evidence.days
    if len(days) < LEAST_DAYS or any(day.usual <= 0 for day in days):
        return
    middle = median(day.value / day.usual for day in days)
    best = max(days, key=lambda day: day.value / day.usual)
    above = best.value / best.usual / middle - 1 if middle else 0.0
    if above < LEAST_ABOVE:
        return
    key, more = best.day.isoformat(), round(best.value - best.usual * middle)
    share, money = evidence.share("best_day", key, above, signed=True), evidence.money("best_day_more", key, more)
    sentence = say(f"{{day}} sold {money} beyond the campaign's usual day ({share})", day=best.words)
    yield Tried(key, more, Sort.REPEAT, say=sentence, then="Repeat what ran on that day")


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
