"""The planned livestreams together fall short of what the campaign expects of them.

Every stream reaches its own number, and the campaign still misses. Their GMV is compared once every stream has a
target; the money at stake is what is missing.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.money import CURRENCIES
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing

ROUNDING = 0.005


def check(case: Case) -> Iterator[Rows]:
    """Compare the campaign's targets for LIVE GMV and for livestreams with what is planned."""
    streams, targets = case.streams, case.targets
    own = targets[targets["level"].eq("Campaign").fillna(value=False)].drop_duplicates("metric")
    if streams["gmv_target"].notna().all():
        planned = int(streams["gmv_target"].sum())
        minor = 10 ** CURRENCIES[case.campaign.currency].decimals
        asked = (own["target"] * minor).round().astype("Int64")
        short = own["metric"].eq("LIVE GMV") & (planned < asked * (1 - ROUNDING))
        yield failing(
            own,
            short,
            at="target",
            say="LIVE GMV: the streams' targets add up to {planned_money}, the campaign's is {asked_money}",
            amount=asked - planned,
            planned_money=planned,
            asked_money=asked,
        )
    few = own["metric"].eq("Livestreams") & (len(streams) < own["target"])
    say = "Livestreams: {planned} are planned, the campaign's target is {target}"
    yield failing(own, few, at="target", say=say, fix=_MORE, planned=pd.Series(len(streams), index=own.index))


_MORE = "Plan more livestreams, or lower the target."

RULE = Rule(
    code="LIV118",
    name="streams-do-not-reach-their-target",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    check=check,
    fix="Raise the streams' targets or plan more of them, or lower the campaign's target.",
    see=("CMP109",),
    examples=(
        draw("""
Targets
   | Level    | Metric      | Target
 7 | Campaign | GMV         | 500000
 8 | Campaign | LIVE GMV    | 30000  | <- LIVE GMV: the streams' targets add up to $18,000.00, the campaign's is $30,000.00
 9 | Campaign | Livestreams | 3      | <- Livestreams: 2 are planned, the campaign's target is 3
Livestreams
   | Stream ID | Title         | Starts           | Ends             | GMV target | Status
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 9000       |
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | 9000       |
 9 | HD26-L03  | Third night   | 2026-11-22 19:00 | 2026-11-22 21:00 | 9000       | Cancelled
"""),
        draw("""
Targets
   | Level    | Metric      | Target
 7 | Campaign | LIVE GMV    | 18000
 8 | Campaign | Livestreams | 1
Livestreams
   | Stream ID | Title         | Starts           | Ends             | GMV target
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 18000
"""),
    ),
)
