"""On a day for which the sheet Changes notes an event, sales left what the other days of the campaign did.

A push, an outage, a viral video or a restock explains a day better than any statistic; what it moved is its price or
its worth. Two things on one day cannot be told apart.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import change

LEAST_DAYS = 4


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every day with an event against the days of the campaign that have none."""
    noted = {event.day for event in evidence.events}
    others = [day.value / day.usual for day in evidence.days if day.usual > 0 and day.day not in noted]
    days = {day.day: day for day in evidence.days if day.usual > 0}
    for at in sorted(noted & days.keys()) if len(others) >= LEAST_DAYS else ():
        day = days[at]
        off = change(others, day.value / day.usual)
        if off is None:
            continue
        apart = round(day.value - off.usual * day.usual)
        what = "; ".join(event.what for event in evidence.events if event.day == at)
        money = evidence.money("event_day", at.isoformat(), abs(apart))
        moved, sure = evidence.change("event_day", at.isoformat(), off)
        side = "more" if apart > 0 else "less"
        sentence = say(
            f"On {{day}} ({{what}}) sales were {money} {side} than the days without an event suggest ({moved})",
            day=day.words,
            what=" ".join(what.split())[:60],
        )
        sort = Sort.REPEAT if apart > 0 else Sort.LOST
        then = "Repeat what happened on that day" if apart > 0 else "Keep it from happening again"
        yield Tried(at.isoformat(), abs(apart), sort, off.p, sentence, sure, then)


INSIGHT = Insight(
    code="TRD105",
    name="event-moved-the-day",
    detect=detect,
    is_asked=True,
    see=("TRD102", "TRD106"),
    examples=(
        example("""
days
| day        | value | usual |
| 2026-11-20 | 200   | 100   |
| 2026-11-21 | 205   | 100   |
| 2026-11-22 | 198   | 100   |
| 2026-11-23 | 80    | 100   |
| 2026-11-24 | 202   | 100   |
events
| day        | what            |
| 2026-11-23 | checkout outage |
lost: On Mon Nov 23 (checkout outage) sales were $121 less than the days without an event suggest (−60%)
"""),
    ),
)
