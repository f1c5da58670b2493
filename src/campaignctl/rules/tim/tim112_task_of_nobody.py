"""The owner or the approver of a task is nobody in Contacts.

Reminders, calendar entries and the question at the gate go to nobody.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import strangers, who_was_meant
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find both names in Contacts, in any case."""
    rows = case.timeline
    for key in ("owner", "approver"):
        unknown = strangers(case, rows[key])
        hint = who_was_meant(case, rows[key].where(unknown))
        yield failing(rows, unknown, at=key, say=f"{key} {{{key}}} is not in Contacts", fix="{hint}", hint=hint)


RULE = Rule(
    code="TIM112",
    name="task-of-nobody",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["owner"].notna() | rows["approver"].notna(),
    check=check,
    fix="Correct the name, or add the person to Contacts.",
    see=("CMP110", "PRM119"),
    examples=(
        draw("""
Timeline
   | ID  | Task       | Owner     | Duration | Start | Milestone | Approver
 7 | T01 | Price lock | kai lund  | 0        | L-4d  | Yes       | Ines Rot | <- approver Ines Rot is not in Contacts
 8 | T02 | Key in     | Eva Dorn  | 2        | L-3d  | No        |          | <- owner Eva Dorn is not in Contacts
 9 | T03 | Rehearse   | Ines Roth | 1        | L-2d  | No        |
"""),
    ),
)
