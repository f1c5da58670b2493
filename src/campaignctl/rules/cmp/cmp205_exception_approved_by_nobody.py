"""An exception was approved by somebody whom Contacts does not know.

It does not hold: nobody can be asked whether the finding may be passed over.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import strangers, who_was_meant
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find approvers that Contacts does not name, in any case; a blank one is told elsewhere."""
    rows = case.frames["rules"]
    unknown = strangers(case, rows["approved_by"])
    hint = who_was_meant(case, rows["approved_by"].where(unknown))
    say = "the exception of {code} does not hold: {approved_by} is not in Contacts"
    return failing(rows, unknown, at="approved_by", say=say, fix="{hint}", hint=hint)


RULE = Rule(
    code="CMP205",
    name="exception-approved-by-nobody",
    severity=Severity.ERROR,
    over="rules",
    needs=("code",),
    check=check,
    fix="Correct the name, or add the person to Contacts.",
    see=("CMP110", "CMP206"),
    examples=(
        draw("""
Rules
   | Code   | Where   | Action  | Reason          | Approved by
 7 | PRM104 | HD26-02 | Warning | agreed by phone | kai lund
 8 | PRM104 | HD26-03 | Warning | agreed by phone | Somebody    | <- the exception of PRM104 does not hold: Somebody is not in Contacts
"""),
    ),
)
