"""Sales rose or faded through the campaign beyond what its weekdays explain.

A campaign that fades was front-loaded: budget, slots and stock ran out, or everybody who wanted had bought.
"""

from collections.abc import Iterator

import numpy as np

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.students_t import two_sided

LEAST_DAYS = 5
LEAST_MOVE = 0.15
"""From the first day to the last, beyond the weekdays."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the slope of each day's sales over what its weekday usually sells."""
    days = evidence.days
    if len(days) < LEAST_DAYS or any(day.value <= 0 or day.usual <= 0 for day in days):
        return
    sold, usual = (np.array(each, float) for each in zip(*((day.value, day.usual) for day in days), strict=True))
    x, y = np.arange(len(sold), dtype=float), np.log(sold / usual)
    slope, level = (float(each) for each in np.polyfit(x, y, 1))
    off = y - level - slope * x
    spread = float(np.sqrt(off @ off / (len(x) - 2) / ((x - x.mean()) ** 2).sum()))
    p = two_sided(slope / spread, len(x) - 2) if spread > 0 else 1.0
    whole = float(np.expm1(slope * (len(x) - 1)))
    stake = round(abs(float((sold - usual * np.exp(level)).sum())))
    if abs(whole) < LEAST_MOVE:
        yield Tried("momentum", stake, Sort.WATCH, p)
        return
    moved = evidence.share("momentum", "campaign", whole, signed=True)
    word = "rose" if whole > 0 else "faded"
    then = "Keep stock and slots for the last days" if whole > 0 else "Move slots and coupons to the later days"
    sentence = say(f"Sales {word} through the campaign: {moved} from first to last day, weekdays taken out")
    yield Tried("momentum", stake, Sort.WORKS if whole > 0 else Sort.WATCH, p, sentence, then=then)


INSIGHT = Insight(
    code="TRD101",
    name="momentum-faded",
    detect=detect,
    examples=(
        example("""
days
| day        | value | usual |
| 2026-11-20 | 200   | 100   |
| 2026-11-21 | 182   | 100   |
| 2026-11-22 | 160   | 98    |
| 2026-11-23 | 148   | 100   |
| 2026-11-24 | 131   | 101   |
| 2026-11-25 | 121   | 100   |
watch: Sales faded through the campaign: −40% from first to last day, weekdays taken out
"""),
    ),
)
