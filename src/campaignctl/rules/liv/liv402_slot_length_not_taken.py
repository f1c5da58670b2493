"""A seller offers a livestream that is shorter or longer than the form takes.

A short one does not pay for the studio; a long one cannot be placed among the others.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import offered
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.slots import MINUTES

LEAST, MOST = int(MINUTES.least or 0), int(MINUTES.most or 0)


def check(case: Case) -> Rows:
    """Find minutes outside the range of the form; both ends are allowed."""
    rows = offered(case)
    outside = (rows["minutes"] < LEAST) | (rows["minutes"] > MOST)
    return failing(rows, outside, at="minutes", say="{minutes} minutes; slots have {range}", range=f"{LEAST}–{MOST}")


RULE = Rule(
    code="LIV402",
    name="slot-length-not-taken",
    severity=Severity.WARNING,
    over="slots",
    check=check,
    fix="Offer 60 to 480 minutes.",
    limit=lambda _: f"{LEAST}–{MOST} minutes: the form's own range, not the marketplace's",
    examples=(
        draw("""
Livestreams
   | Title         | Account   | Host       | First choice     | Minutes | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 60      | 2000
 8 | Moss at noon  | moss.live | Robin Hale | 2026-11-21 12:00 | 45      | 2000          | <- 45 minutes; slots have 60–480
 9 | Moss all day  | moss.live | Robin Hale | 2026-11-22 08:00 | 600     | 2000          | <- 600 minutes; slots have 60–480
"""),
    ),
)
