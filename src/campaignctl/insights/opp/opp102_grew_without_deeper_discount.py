"""A category grew beyond its usual without a deeper discount than usual.

Its growth was not bought with price: more room, slots or traffic may bring more of it.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.depth import depth_of
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import change

NO_DEEPER = 0.01


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the growth of every category whose depth did not rise by a point."""
    value = evidence.history.by_key("value", "category")
    for depth in depth_of(evidence, "category"):
        row = value[(depth.key,)]
        found = change(row.past, row.now)
        if found is None or depth.deeper > NO_DEEPER:
            continue
        gained = round(row.now - found.usual)
        if gained <= 0:
            yield Tried(row.key, abs(gained), Sort.REPEAT, found.p)
            continue
        money = evidence.money("grew_alone", row.key, gained)
        effect, sure = evidence.change("grew_alone", row.key, found)
        sentence = say(f"{{name}} grew by {money} ({effect}) at its usual discount", name=evidence.called(row.key))
        yield Tried(row.key, gained, Sort.REPEAT, found.p, sentence, sure, "Give it more room before more discount")


INSIGHT = Insight(
    code="OPP102",
    name="grew-without-deeper-discount",
    detect=detect,
    examples=(
        example("""
value by category
| category | -4  | -3  | -2  | -1  | 0    |
| Beauty   | 950 | 960 | 940 | 955 | 1900 |
| Toys     | 950 | 960 | 940 | 955 | 1900 |
list_value by category
| category | -4   | -3   | -2   | -1   | 0    |
| Beauty   | 1000 | 1010 | 990  | 1005 | 2000 |
| Toys     | 1000 | 1010 | 990  | 1005 | 2600 |
repeat: Beauty grew by $949 (+100%) at its usual discount
"""),
    ),
)
