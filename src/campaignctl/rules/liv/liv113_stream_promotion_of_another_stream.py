"""A livestream names a promotion that applies to other livestreams only.

It is set up for the other host's account: here nobody sees it.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import attached
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find promotions for livestreams whose Which holds neither the stream's ID nor its title."""
    rows = attached(case)
    which = rows["p_which"].fillna("").str.casefold().str.split("; ")
    names = zip(which, rows["stream_id"].str.casefold(), rows["title"].fillna("").str.casefold(), strict=True)
    meant = pd.Series([bool({stream, title} & set(words)) for words, stream, title in names], index=rows.index)
    apart = rows["p_applies_to"].eq("Livestream").fillna(value=False) & rows["p_which"].notna() & ~meant
    return failing(rows, apart, at="promotion_ids", say="{named} is for {p_which}, not for {stream_id}")


RULE = Rule(
    code="LIV113",
    name="stream-promotion-of-another-stream",
    severity=Severity.ERROR,
    over="livestreams",
    needs=("stream_id",),
    check=check,
    fix="Add {stream_id} to Which of the promotion, or take the promotion out here.",
    see=("PRM121", "LIV110"),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool            | Applies to | Which              | Starts           | Ends
 7 | HD26-06 | In the show | LIVE flash deal | Livestream | HD26-L01; Encore   | 2026-11-20 19:00 | 2026-11-20 19:20
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-06
 8 | HD26-L02  | Second night  | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-06       | <- HD26-06 is for HD26-L01; Encore, not for HD26-L02
 9 | HD26-L03  | encore        | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-06
"""),
    ),
)
