"""Sellers may register for a promotion when its prices are locked, or when it is running already.

What comes in that late is not checked, or cannot be keyed in at all.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare Register by with the start of the promotion, and with the price lock."""
    rows, lock = case.promotions, case.field("price_lock")
    more: dict[str, Any] = {"called": called(rows), "closes": as_typed(rows["register_by"], case.zone)}
    late = rows["register_by"] > rows["starts"]
    say = "sellers register for {called} until {closes}; it starts {starts}"
    yield failing(rows, late, at="register_by", say=say, **more)
    if lock is not None:
        after = (rows["register_by"] > pd.Timestamp(lock)) & ~late.fillna(value=False)
        say = "sellers register for {called} until {closes}; prices lock {lock}"
        yield failing(rows, after, at="register_by", say=say, severity=Severity.WARNING, lock=lock, **more)


RULE = Rule(
    code="PRM147",
    name="register-by-out-of-order",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & rows["register_by"].notna(),
    needs=("starts",),
    check=check,
    fix="Close registration for it before prices are locked.",
    see=("CMP102", "CMP103", "SEL114"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends             | Register by
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-14
 8 | HD26-02 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-20 12:00 | <- sellers register for HD26-02 until Fri 20 Nov 2026 12:00; it starts Fri 20 Nov 2026 00:00
 9 | HD26-03 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | 2026-11-18       | <- sellers register for HD26-03 until Wed 18 Nov 2026 23:59; prices lock Mon 16 Nov 2026 18:00
"""),
    ),
)
