"""A seller did not go live in a slot that it had promised.

The slot stood empty in front of an audience; the money is what the shop sells in so much time on air.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell sellers with a promised stream that no LIVE list holds."""
    for kept in evidence.promises:
        if not kept.slots_missed:
            if kept.slots:
                yield Tried(kept.seller, 0, Sort.LOST)
            continue
        minutes = evidence.count("minutes_missed", kept.seller, kept.minutes)
        money = evidence.money("slot_lost", kept.seller, kept.slot_lost)
        words = f"{{name}} held no stream for {minutes} promised minutes, worth about {money} at its own pace"
        sentence = say(words, name=evidence.called(kept.seller))
        yield Tried(
            kept.seller,
            kept.slot_lost,
            Sort.LOST,
            say=sentence,
            sure=say("the minutes are counted, the money is an estimate"),
            then="Give its slot to another shop unless it confirms the day before",
        )


INSIGHT = Insight(
    code="PRC103",
    name="promised-stream-was-not-held",
    detect=detect,
    is_fact=True,
    examples=(
        example("""
names
| id    | name         |
| S-001 | Saffron Veil |
promises
| seller | slots_missed | minutes | slot_lost |
| S-001  | 1            | 120     | 1465      |
| S-002  | 0            | 0       | 0         |
lost: Saffron Veil held no stream for 120 promised minutes, worth about $1,465 at its own pace
"""),
    ),
)
