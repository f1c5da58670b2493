"""A livestream is planned with a shop that does not take part in the campaign.

On the night there is a studio and no products, or a host who promises prices that nobody agreed to. The money at stake
is the stream's target.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._offering import GONE

OPEN = ("Not yet invited", "Waitlist")


def check(case: Case) -> Iterator[Rows]:
    """Find streams of shops whose Reply or form says No, and, as a warning, of those that were not asked yet."""
    rows = case.streams
    reply = rows["seller_id"].astype("str").str.casefold().map(_replies(case))
    say = "{stream_id} is of {seller_id}, which is {reply}"
    for replies, severity in (((*GONE, "not taking part"), Severity.ERROR), (OPEN, Severity.WARNING)):
        yield failing(
            rows,
            reply.isin(replies),
            at="seller_id",
            say=say,
            severity=severity,
            amount=rows["gmv_target"],
            reply=reply,
        )


def _replies(case: Case) -> "pd.Series[str]":
    """Return what is known of every shop, by its ID casefolded; a form's No outdoes an invitation."""
    sellers, forms = case.sellers.dropna(subset=["seller_id"]), case.registrations
    replies = sellers.assign(key=sellers["seller_id"].str.casefold(), reply=sellers["reply"].astype("str"))
    known = replies.drop_duplicates("key").set_index("key")["reply"]
    refused = forms.loc[forms["taking_part"].eq("No").fillna(value=False), "seller_id"].dropna().str.casefold()
    return known.mask(known.index.isin(refused) & ~known.isin(GONE), "not taking part")


RULE = Rule(
    code="LIV106",
    name="stream-of-seller-not-taking-part",
    severity=Severity.ERROR,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["seller_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Cancel the stream or give it to another shop; correct Reply if the shop takes part after all.",
    see=("SEL107", "LIV105"),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Reply
 7 | S-001     | Moss & Amber | Beauty      | Growth | Accepted
 8 | S-002     | Kind Home    | Home        | Growth | Declined
 9 | S-003     | Lumeria      | Electronics | Growth | Waitlist
10 | S-004     | Volt & Co    | Electronics | Growth | Invited
Livestreams
   | Stream ID | Title         | Kind        | Seller ID | Starts           | Ends             | GMV target | Status
 7 | HD26-L01  | Opening night | Seller LIVE | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00 | 9000       |
 8 | HD26-L02  | Home night    | Seller LIVE | S-002     | 2026-11-21 19:00 | 2026-11-21 21:00 | 9000       |           | <- HD26-L02 is of S-002, which is Declined
 9 | HD26-L03  | Gadget night  | Seller LIVE | S-003     | 2026-11-22 19:00 | 2026-11-22 21:00 | 9000       |           | <- HD26-L03 is of S-003, which is Waitlist
10 | HD26-L04  | Volt night    | Seller LIVE | S-004     | 2026-11-23 19:00 | 2026-11-23 21:00 | 9000       |           | <- HD26-L04 is of S-004, which is not taking part
11 | HD26-L05  | Home again    | Seller LIVE | S-002     | 2026-11-24 19:00 | 2026-11-24 21:00 | 9000       | Cancelled
volt.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-004     | Volt & Co | No
"""),
    ),
)
