"""In the 24 hours after an event that the sheet Changes notes of one shop, it left its own pace.

A viral video, an outage or a restock of one shop is lost in the sum of all. Its orders in the 24 hours are held against
its own other hours of the campaign, and both against what the other shops took in the same time.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.facts import ShopEvent
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_pace import Swing, off_pace
from campaignctl.methods.own_past import Change


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every event of a shop against the shop's own pace in the rest of the campaign."""
    for event in evidence.shop_events:
        known = Swing(event.swing, event.freedom)
        off = off_pace(event.orders, event.others, event.orders_else, event.others_else, known, event.days_else)
        if off is not None:
            yield _told(evidence, event, off)


def _told(evidence: Evidence, event: ShopEvent, off: Change) -> Tried:
    key = f"{event.seller} · {event.since}"
    a_unit = event.value / event.orders if event.orders else event.value_else / event.orders_else
    apart = round(abs(event.orders - off.usual) * a_unit)
    money, orders = evidence.money("shop_event", key, apart), evidence.count("shop_event", key, event.orders)
    due = evidence.count("shop_event_due", key, round(off.usual))
    moved, sure = evidence.change("shop_event", key, off)
    rose = off.effect > 0
    sentence = say(
        f"In the 24 hours from {{since}} ({{what}}) {{name}} took {orders} orders, {due} were due at its own pace"
        f" ({moved}): about {money} {'more' if rose else 'less'}",
        since=event.since,
        what=" ".join(event.what.split()).rstrip(".")[:60],
        name=evidence.called(event.seller),
    )
    sort = Sort.REPEAT if rose else Sort.LOST
    then = "Ask the shop what set it off, and plan for it" if rose else "Keep it from happening again"
    return Tried(key, apart, sort, off.p, sentence, sure, then)


INSIGHT = Insight(
    code="TRD106",
    name="event-moved-the-shop",
    detect=detect,
    is_asked=True,
    see=("TRD105",),
    examples=(
        example("""
names
| id    | name        |
| S-001 | Willow Seam |
shop_events
| seller | since             | what        | orders | others | orders_else | others_else | value | value_else | days_else | swing | freedom |
| S-001  | Mon Nov 23, 18:00 | viral video | 80     | 400    | 130         | 2000        | 3200  | 5200       | 5         | 0.04  | 44      |
| S-002  | Tue Nov 24, 09:00 | restocked   | 14     | 400    | 60          | 2000        | 560   | 2400       | 5         | 0.04  | 44      |
repeat: In the 24 hours from Mon Nov 23, 18:00 (viral video) Willow Seam took 80 orders, 26 were due at its own pace (+208%): about $2,160 more
"""),
        example("""
shop_events
| seller | since             | what     | orders | others | orders_else | others_else | value | value_else | days_else | swing | freedom |
| S-001  | Mon Nov 23, 18:00 | shop off | 4      | 400    | 400         | 2000        | 160   | 16000      | 5         | 0.04  | 44      |
lost: In the 24 hours from Mon Nov 23, 18:00 (shop off) S-001 took 4 orders, 80 were due at its own pace (−95%): about $3,040 less
"""),
    ),
)
