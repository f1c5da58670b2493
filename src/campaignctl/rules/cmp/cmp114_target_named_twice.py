"""The same number has two targets.

Reports can hold only one of them, and each team believes in its own.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import named_days
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find rows whose level, name and metric stand in a row above; a day is the same in whatever form."""
    rows = case.targets
    day = named_days(case, rows["name"]).where(rows["level"].eq("Day"))
    name = day.fillna(rows["name"].str.casefold()).fillna("").where(rows["level"].ne("Campaign"), "")
    keys = [rows["level"], name, rows["metric"]]
    first = rows.groupby(keys)["row"].transform("min")
    return failing(
        rows,
        rows["row"] > first,
        at="metric",
        say="{metric} of {what} already has a target in row {first}",
        first=first,
        what=day.fillna(rows["name"]).where(rows["level"].ne("Campaign")).fillna("the campaign"),
    )


RULE = Rule(
    code="CMP114",
    name="target-named-twice",
    severity=Severity.ERROR,
    over="targets",
    needs=("level", "metric"),
    check=check,
    fix="Delete one of the two rows.",
    see=("CMP109",),
    examples=(
        draw("""
Targets
   | Level    | Name   | Metric | Target
 7 | Campaign |        | GMV    | 500000
 8 | Category | Beauty | GMV    | 320000
 9 | Category | beauty | GMV    | 300000 | <- GMV of beauty already has a target in row 8
10 | Category | Beauty | Orders | 9000
11 | Campaign |        | GMV    | 520000 | <- GMV of the campaign already has a target in row 7
12 | Day      | 2026-11-20  | GMV | 90000
13 | Day      | 20 Nov 2026 | GMV | 90000 | <- GMV of 2026-11-20 already has a target in row 12
"""),
    ),
)
