"""Two segments of a livestream have the same place in its order.

Host and producer play them the one and the other way round, and the pins do not fit what is said.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find numbers that stand in a row above for the same stream."""
    rows = case.segments
    keys = [rows["stream_id"].str.casefold(), rows["order"]]
    first = rows.groupby(keys)["row"].transform("min")
    say = "segment {order} of {stream_id} already stands in row {first}"
    return failing(rows, rows["row"] > first, at="order", say=say, first=first)


RULE = Rule(
    code="LIV302",
    name="segment-order-used-twice",
    severity=Severity.ERROR,
    over="run_of_show",
    needs=("stream_id", "order"),
    check=check,
    fix="Number the segments anew, each once.",
    examples=(
        draw("""
Run of show
   | Stream ID | Order | Minutes | Segment
 7 | HD26-L01  | 1     | 5       | Opening
 8 | HD26-L01  | 2     | 15      | Q&A
 9 | HD26-L01  | 2     | 10      | Break   | <- segment 2 of HD26-L01 already stands in row 8
10 | HD26-L02  | 2     | 10      | Break
"""),
    ),
)
