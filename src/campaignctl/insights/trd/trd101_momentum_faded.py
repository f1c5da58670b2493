"""Sales rose or faded through the campaign beyond what its weekdays explain.

A campaign that fades was front-loaded: budget, slots and stock ran out, or everybody who wanted had bought.
"""

from collections.abc import Iterator
from dataclasses import replace

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import Change, trend

LEAST_DAYS = 5
LEAST_MOVE = 0.15
"""From the first day to the last, beyond the weekdays."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the slope of each day's sales over what its weekday usually sells."""
    days = evidence.days
    if len(days) < LEAST_DAYS or any(day.value <= 0 or day.usual <= 0 for day in days):
        return
    ratios = [day.value / day.usual for day in days]
    step = trend(ratios)
    if step is None:
        return
    whole = _over(step, len(days) - 1)
    began = step.usual / (1 + step.effect) ** ((len(days) - 1) / 2)
    stake = round(abs(sum(day.value - began * day.usual for day in days)))
    sort = Sort.WORKS if whole.effect > 0 else Sort.WATCH
    if abs(whole.effect) < LEAST_MOVE:
        yield Tried("momentum", stake, sort, step.p)
        return
    moved, sure = evidence.change("momentum", "campaign", whole)
    word = "rose" if whole.effect > 0 else "faded"
    then = "Keep stock and slots for the last days" if whole.effect > 0 else "Move slots and coupons to the later days"
    sentence = say(f"Sales {word} through the campaign: {moved} from first to last day, weekdays taken out")
    yield Tried("momentum", stake, sort, step.p, sentence, sure, then)


def _over(step: Change, steps: int) -> Change:
    """Return the change that so many steps make."""
    effect, low, high = ((1 + each) ** steps - 1 for each in (step.effect, step.low, step.high))
    return replace(step, effect=effect, low=low, high=high)


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
