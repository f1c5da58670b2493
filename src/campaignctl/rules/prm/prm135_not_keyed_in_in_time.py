"""A promotion starts within a day or has started, and nobody has keyed it in.

Buyers come at midnight and find the old price; the livestream announces one that does not exist.
"""

from collections.abc import Iterator
from datetime import timedelta

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing

AHEAD = timedelta(hours=24)
"""How long before its start a promotion should be keyed in and checked. The team's own rule."""


def check(case: Case) -> Iterator[Rows]:
    """Find promotions still to end whose Status is blank or Planned a day before they start."""
    if case.now is None:
        return
    rows, now = case.promotions, pd.Timestamp(case.now)
    near = (rows["starts"] <= now + AHEAD) & (rows["ends"] > now)
    say = "{called} starts {starts} and is not keyed in"
    yield failing(rows, near, at="status", say=say, called=called(rows))


RULE = Rule(
    code="PRM135",
    name="not-keyed-in-in-time",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & ~rows["status"].isin(["Configured", "Checked"]),
    needs=("starts", "ends"),
    check=check,
    timed=True,
    fix="Key it in, check it on the buyer's side, and set Status.",
    limit=lambda _: "24 hours ahead: the team's own rule, not the marketplace's",
    see=("PRM124", "PRM136"),
    examples=(
        draw("""
As of 2026-11-19 09:00
Promotions
   | ID      | Tool             | Starts           | Ends             | Status
 7 | HD26-01 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | Planned    | <- HD26-01 starts Fri 20 Nov 2026 00:00 and is not keyed in
 8 | HD26-02 | Flash deal       | 2026-11-20 18:00 | 2026-11-21 17:59 | Planned
 9 | HD26-03 | Product discount | 2026-11-20 00:00 | 2026-11-25 23:59 | Configured
"""),
    ),
)
