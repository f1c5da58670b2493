"""A seller stopped selling short of the stock that it had promised to keep.

The campaign brought buyers to shelves that were empty; the money is what its SKUs would have sold at their own pace.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every seller's lines; told are those whose sales stopped too early for chance, short of the agreed units."""
    for kept in evidence.promises:
        if not kept.short_lines:
            if kept.p is not None:
                yield Tried(kept.seller, kept.lost, Sort.LOST, kept.p)
            continue
        units = evidence.count("missing_units", kept.seller, kept.missing_units)
        money = evidence.money("stock_lost", kept.seller, kept.lost)
        words = f"{{name}} stopped selling {units} units short of its agreed stock and lost about {money}"
        sentence = say(words, name=evidence.called(kept.seller))
        yield Tried(
            kept.seller,
            kept.lost,
            Sort.LOST,
            kept.p,
            say=sentence,
            sure=say("sales stopped too early for chance; the money is an estimate at its own pace"),
            then="Ask where the stock went, and check it against the shop before the next lock",
        )


INSIGHT = Insight(
    code="PRC102",
    name="promised-stock-was-not-there",
    detect=detect,
    examples=(
        example("""
names
| id    | name         |
| S-001 | Saffron Veil |
promises
| seller | short_lines | missing_units | lost | p      |
| S-001  | 1           | 160           | 855  | 0.0001 |
| S-002  | 0           | 0             | 0    | 0.4    |
| S-003  | 1           | 9             | 110  | 0.03   |
lost: Saffron Veil stopped selling 160 units short of its agreed stock and lost about $855
"""),
    ),
)
