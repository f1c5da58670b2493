"""A giveaway, or a deal with few units, has no words that must be said.

Who may win and how, and that the price holds only while stocks last, must be said on air; without it the stream can be
cut and buyers can insist on the price.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.run_of_show import RUN_OF_SHOW


def check(case: Case) -> Rows:
    """Find giveaways, and LIVE deals that release a number of units, whose Must say is blank."""
    rows = case.segments
    few = rows["segment"].eq("LIVE deal") & (rows["units_released"] > 0)
    asked = rows["segment"].eq("Giveaway") | few
    words = (
        rows["segment"].astype("str").map({"Giveaway": "the rules of the giveaway", "LIVE deal": "while stocks last"})
    )
    none = left_blank(case, rows, RUN_OF_SHOW, "must_say")
    say = "{segment} of {stream_id} has nothing that must be said: {words}"
    return failing(rows, asked.fillna(value=False) & none, at="must_say", say=say, words=words)


RULE = Rule(
    code="LIV310",
    name="must-say-missing",
    severity=Severity.WARNING,
    over="run_of_show",
    needs=("stream_id",),
    check=check,
    fix="Write the words for the host, in the language of the stream.",
    examples=(
        draw("""
Run of show
   | Stream ID | Order | Minutes | Segment   | Units released | Must say
 7 | HD26-L01  | 1     | 10      | Giveaway  |                | No purchase needed; ends 21:00
 8 | HD26-L01  | 2     | 10      | Giveaway  |                |                                | <- Giveaway of HD26-L01 has nothing that must be said: the rules of the giveaway
 9 | HD26-L01  | 3     | 10      | LIVE deal | 200            |                                | <- LIVE deal of HD26-L01 has nothing that must be said: while stocks last
10 | HD26-L01  | 4     | 10      | LIVE deal |                |
11 | HD26-L01  | 5     | 10      | Q&A       |                |
"""),
    ),
)
