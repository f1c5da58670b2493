"""A target is set for a day that is not of the campaign.

No sale can ever count for it, so the day shows as missed; most often the year or the month is wrong.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import campaign_days, named_days, said_day
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find names that are no day, and days that the campaign does not touch."""
    rows, days = case.targets, campaign_days(case)
    if not days:
        return
    named = named_days(case, rows["name"])
    first, last = said_day(pd.to_datetime(pd.Series([days[0], days[-1]])))
    words: dict[str, Any] = {"first": first, "last": last, "day": said_day(pd.to_datetime(named))}
    say = "{name} is not a day"
    yield failing(rows, named.isna(), at="name", say=say, fix="Type a day from {first} to {last}.", **words)
    yield failing(
        rows,
        named.notna() & ~named.isin(days),
        at="name",
        say="{day} is not a day of the campaign, {first} to {last}",
        fix="Type a day from {first} to {last}.",
        **words,
    )


RULE = Rule(
    code="CMP115",
    name="day-target-outside-campaign",
    severity=Severity.ERROR,
    over="targets",
    where=lambda rows: rows["level"].eq("Day"),
    needs=("name", "campaign.starts", "campaign.ends"),
    check=check,
    fix="Type a day of the campaign.",
    see=("CMP109",),
    examples=(
        draw("""
Targets
   | Level    | Name        | Metric | Target
 7 | Day      | 2026-11-20  | GMV    | 90000
 8 | Day      | 11/25/2026  | GMV    | 90000
 9 | Day      | 2026-11-26  | GMV    | 90000 | <- Thu 26 Nov 2026 is not a day of the campaign, Fri 20 Nov 2026 to Wed 25 Nov 2026
10 | Day      | Friday      | GMV    | 90000 | <- Friday is not a day
11 | Category | Beauty      | GMV    | 90000
"""),
    ),
)
