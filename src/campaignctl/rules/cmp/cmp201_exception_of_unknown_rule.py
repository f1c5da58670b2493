"""An exception on the Rules sheet names a rule that there is not.

Nothing is excused by it: whoever wrote it believes that a finding is settled, and it is not.
"""

from difflib import get_close_matches

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.catalogue import rules
from campaignctl.rules.exceptions import rule_named
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find codes that are neither the code nor a name of a rule, in any case, each with the nearest one."""
    rows = case.frames["rules"]
    unknown = pd.Series([rule_named(code) is None for code in rows["code"]], index=rows.index, dtype="bool")
    hints = {code: _hint(code) for code in rows.loc[unknown, "code"].unique()}
    say = "there is no rule {code}"
    return failing(rows, unknown, at="code", say=say, fix="{hint}", hint=rows["code"].map(hints))


def _hint(code: str) -> str:
    near = get_close_matches(code.strip().upper(), rules(), n=1, cutoff=0.7)
    return f"Did you mean {near[0]}, {rules()[near[0]].name}?" if near else "`campaignctl rules` lists them all."


RULE = Rule(
    code="CMP201",
    name="exception-of-unknown-rule",
    severity=Severity.ERROR,
    over="rules",
    needs=("code",),
    check=check,
    fix="Copy the code from the finding that is meant.",
    see=("CMP203",),
    examples=(
        draw("""
Rules
   | Code               | Where   | Action  | Reason          | Approved by
 7 | PRM104             | HD26-02 | Warning | agreed by phone | Kai Lund
 8 | promotion-too-long |         | Note    | a long weekend  | Kai Lund
 9 | PRM1O4             |         | Ignore  | agreed by phone | Kai Lund    | <- there is no rule PRM1O4
"""),
    ),
)
