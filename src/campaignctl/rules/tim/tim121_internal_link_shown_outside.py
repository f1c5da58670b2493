"""A task that sellers or creators see carries a link that works only on our own computers.

They click on a path of our drive, get an error, and have read how our folders are called.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

OUTSIDE = ("Sellers", "Creators", "Everyone")


def check(case: Case) -> Rows:
    """Find links of tasks for people outside that are no web address."""
    rows = case.timeline
    ours = ~rows["link"].str.match(r"(?i)https?://|mailto:")
    return failing(rows, ours, at="link", say="{audience} see {id}, and cannot open {link}")


RULE = Rule(
    code="TIM121",
    name="internal-link-shown-outside",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["link"].notna() & rows["audience"].isin(OUTSIDE),
    needs=("id",),
    check=check,
    fix="Put a web address there, or set Audience to Team.",
    examples=(
        draw("""
Timeline
   | ID  | Task          | Duration | Start | Audience | Link
 7 | T01 | Collect forms | 15       | L-20d | Sellers  | https://seller.example/forms
 8 | T02 | Send samples  | 5        | L-12d | Sellers  | S:/campaigns/hd26/samples.docx | <- Sellers see T02, and cannot open S:/campaigns/hd26/samples.docx
 9 | T03 | Key in        | 2        | L-3d  | Team     | S:/campaigns/hd26/keyed-in.xlsx
"""),
    ),
)
