"""A promotion stands configured to start or end at another time than was locked.

A deal that starts late is missed by those who came for it; one that runs on is paid for by the seller.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._keyed import CURE, ROUNDING, differs, said_alike
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find other starts and ends; an end at :59 is that of the minute."""
    rows = case.frames["configured"]
    number = case.lock.number if case.lock else 0
    say = f"{{what}} starts {{starts}} as configured; lock {number} holds {{locked_starts}}"
    late = differs(rows, "starts", "starts")
    yield failing(rows, late, at="starts", say=say, what=_what(rows, late, "starts"))
    say = f"{{what}} ends {{ends}} as configured; lock {number} holds {{locked_ends}}"
    off = differs(rows, "ends", "ends") & ~_rounded(rows)
    yield failing(rows, off, at="ends", say=say, what=_what(rows, off, "ends"))


def _what(rows: pd.DataFrame, wrong: "pd.Series[Any]", key: str) -> "pd.Series[str]":
    promotion = rows["promotion_id"].astype("str")
    return promotion.where(said_alike(rows, wrong, key), rows["item"].astype("str") + " in " + promotion)


def _rounded(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether an end lies so little before the promised one that it is the same, as Seller Center writes it."""
    early = [rows[f"{prefix}_ends"] - rows["ends"] for prefix in ("locked", "promised")]
    return pd.concat([gap.between(pd.Timedelta(0), ROUNDING) for gap in early], axis=1).any(axis=1)


RULE = Rule(
    code="LCK504",
    name="configured-window-differs-from-lock",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["locked"],
    check=check,
    fix=CURE,
    see=("LCK206",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price | Start time       | End time
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      | 2026-11-20 00:00 | 2026-11-25 23:59
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | 2026-11-20 10:00 | 2026-11-25 23:59 | <- 1729500011223344502 in HD26-01 starts Fri 20 Nov 2026 10:00 as configured; lock 1 holds Fri 20 Nov 2026 00:00
"""),
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price | Start time       | End time
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      | 2026-11-20 00:00 | 2026-11-26 00:00
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | 2026-11-20 00:00 | 2026-12-25 23:59 | <- 1729500011223344502 in HD26-01 ends Fri 25 Dec 2026 23:59 as configured; lock 1 holds Thu 26 Nov 2026 00:00
"""),
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price | Start time       | End time
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99      | 2026-11-20 00:00 | 2026-12-25 23:59 | <- HD26-01 ends Fri 25 Dec 2026 23:59 as configured; lock 1 holds Thu 26 Nov 2026 00:00
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 36.80      | 2026-11-20 00:00 | 2026-12-25 23:59 | <- HD26-01 ends Fri 25 Dec 2026 23:59 as configured; lock 1 holds Thu 26 Nov 2026 00:00
"""),
    ),
)
