"""A segment announces a promotion that its livestream does not name.

Whoever sets the stream up in LIVE Manager goes by the Livestreams sheet, and leaves the deal out.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find promotions of segments that are not among the Promotion IDs of their stream, in any case."""
    rows = show(case)
    named = rows["s_promotion_ids"].fillna("").str.casefold().str.split("; ")
    pairs = zip(rows["promotion_id"].str.casefold(), named, strict=True)
    there = pd.Series([promotion in names for promotion, names in pairs], index=rows.index, dtype="bool")
    say = "{stream_id} announces {promotion_id}, which its row in Livestreams does not name"
    return failing(rows, ~there & rows["s_stream_id"].notna(), at="promotion_id", say=say)


RULE = Rule(
    code="LIV308",
    name="segment-promotion-not-of-the-stream",
    severity=Severity.WARNING,
    over="run_of_show",
    where=lambda rows: rows["promotion_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Add {promotion_id} to Promotion IDs of {stream_id}.",
    see=("LIV110", "LIV309"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-01; HD26-02
Run of show
   | Stream ID | Order | Minutes | Segment   | SKU ID              | Promotion ID
 7 | HD26-L01  | 1     | 10      | LIVE deal | 1729500011223344501 | hd26-02
 8 | HD26-L01  | 2     | 10      | LIVE deal | 1729500011223344502 | HD26-03      | <- HD26-L01 announces HD26-03, which its row in Livestreams does not name
 9 | HD26-L01  | 3     | 10      | Break     |                     |
"""),
    ),
)
