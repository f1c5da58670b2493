"""Sales rose or fell from stretch to stretch before the campaign began.

A campaign in a falling shop has to bring more to stand still, and one in a rising shop takes credit for what was
coming: the plain comparison with the mean of the stretches before hides both.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import trend

LEAST_STRETCHES, LEAST_STEP = 6, 0.01
"""A trend of less than one per cent a stretch is told by nobody."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the slope of the stretches before the campaign."""
    rows = evidence.history.rows("value", "category")
    past = [sum(stretch) for stretch in zip(*(row.past for row in rows), strict=True)]
    found = trend(past)
    if found is None or len(past) < LEAST_STRETCHES:
        return
    ahead = round(abs(found.effect) * (len(past) + 1) / 2 * found.usual)
    sort = Sort.WATCH if found.effect < 0 else Sort.WORKS
    if abs(found.effect) < LEAST_STEP:
        yield Tried("trend", ahead, sort, found.p)
        return
    step, sure = evidence.change("trend_step", "all", found)
    size = f"{step[:-1]}!u}}"
    many, money = evidence.count("trend_stretches", "all", len(past)), evidence.money("trend_ahead", "all", ahead)
    word, side = ("rose", "more") if found.effect > 0 else ("fell", "less")
    sentence = say(
        f"Sales {word} by {size} a stretch over the {many} before the campaign:"
        f" about {money} {side} than their mean was due"
    )
    yield Tried("trend", ahead, sort, found.p, sentence, sure, "Set the next target on the trend, not on the mean")


INSIGHT = Insight(
    code="TRD104",
    name="trend-before",
    detect=detect,
    see=("TRD101", "DRV101"),
    examples=(
        example("""
value by category
| category | -6   | -5  | -4  | -3  | -2  | -1  | 0    |
| Beauty   | 1000 | 952 | 905 | 856 | 816 | 773 | 1500 |
watch: Sales fell by 5% a stretch over the 6 before the campaign: about $155 less than their mean was due
"""),
        example("""
value by category
| category | -6   | -5  | -4  | -3  | -2  | -1  | 0    |
| Beauty   | 1000 | 905 | 990 | 950 | 890 | 980 | 1500 |
"""),
    ),
)
