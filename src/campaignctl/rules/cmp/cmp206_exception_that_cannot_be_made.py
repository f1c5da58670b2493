"""An exception asks to ignore what could not be read.

A file, a sheet or a column that is not there was not checked at all. Somebody may answer for it as a warning or a note;
it cannot be left out of the verdict.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.exceptions import IGNORE, rule_named
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find rows that ignore a rule on files, sheets or columns that could not be read."""
    rows = case.frames["rules"]
    named = [rule_named(code) for code in rows["code"]]
    firm = pd.Series([rule is not None and rule.firm for rule in named], index=rows.index, dtype="bool")
    say = "{code} cannot be ignored: what is there was not checked"
    return failing(rows, firm, at="action", say=say)


RULE = Rule(
    code="CMP206",
    name="exception-that-cannot-be-made",
    severity=Severity.ERROR,
    over="rules",
    where=lambda rows: rows["action"].eq(IGNORE),
    needs=("code",),
    check=check,
    fix="Choose Warning or Note, or have the file mended.",
    see=("WBK101", "WBK102", "WBK103"),
    examples=(
        draw("""
Rules
   | Code   | Where | Action  | Reason               | Approved by
 7 | WBK101 | S-001 | Warning | will be sent tonight | Kai Lund
 8 | WBK101 |       | Ignore  | will be sent tonight | Kai Lund    | <- WBK101 cannot be ignored: what is there was not checked
 9 | WBK112 |       | Ignore  | all are US dates     | Kai Lund
"""),
    ),
)
