"""A target is less than half, or more than three times, what the last campaign brought.

It may be meant. It may as well be a zero too many, and every report afterwards is measured by it.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._numbers import said_number
from campaignctl.rules.rule import Rows, Rule, failing

LEAST, MOST = 0.5, 3.0
"""The team's own bounds for a number worth a second look."""


def check(case: Case) -> Rows:
    """Compare each target with Last time."""
    rows = case.targets
    times = rows["target"] / rows["last_time"]
    change = pd.Series([_said(ratio) for ratio in times], index=rows.index, dtype="str")
    return failing(
        rows,
        (times < LEAST) | (times > MOST),
        at="target",
        say="{metric}: {number} is {change} on {last}, last time's number",
        number=said_number(rows["metric"], rows["target"], case),
        last=said_number(rows["metric"], rows["last_time"], case),
        change=change,
    )


def _said(times: float) -> str | None:
    if pd.isna(times):
        return None
    percent = round((times - 1) * 100)
    return f"+{percent:,}%" if percent > 0 else f"−{-percent:,}%"


RULE = Rule(
    code="CMP121",
    name="target-far-from-last-time",
    severity=Severity.NOTE,
    over="targets",
    where=lambda rows: rows["last_time"] > 0,
    needs=("metric", "target"),
    check=check,
    fix="Look at both numbers once more; leave them if they are meant.",
    see=("CMP109",),
    examples=(
        draw("""
Targets
   | Level    | Name   | Metric | Target  | Last time
 7 | Campaign |        | GMV    | 500000  | 362000
 8 | Category | Beauty | GMV    | 3200000 | 232000    | <- GMV: $3,200,000 is +1,279% on $232,000, last time's number
 9 | Campaign |        | Orders | 900     | 9000      | <- Orders: 900 is −90% on 9,000, last time's number
10 | Campaign |        | Units  | 9000    |
"""),
    ),
)
