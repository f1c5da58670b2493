"""The second choice of a slot is the first one once more, or lies before it.

When the first is taken, there is nothing to fall back on; or the two stand in each other's column.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import offered
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare both choices."""
    rows = offered(case)
    first, second = rows["first_choice"], rows["second_choice"]
    say = "the second choice {second_choice} is the first one"
    yield failing(rows, second == first, at="second_choice", say=say)
    say = "the second choice {second_choice} lies before the first {first_choice}"
    yield failing(rows, second < first, at="second_choice", say=say, severity=Severity.NOTE)


RULE = Rule(
    code="LIV403",
    name="second-choice-not-after-the-first",
    severity=Severity.WARNING,
    over="slots",
    where=lambda rows: rows["first_choice"].notna() & rows["second_choice"].notna(),
    check=check,
    fix="Offer a second, later time, or leave the cell blank.",
    examples=(
        draw("""
Livestreams
   | Title         | Account   | Host       | First choice     | Second choice    | Minutes | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-21 19:00 | 120     | 2000
 8 | Moss at noon  | moss.live | Robin Hale | 2026-11-22 12:00 | 2026-11-22 12:00 | 120     | 2000          | <- the second choice Sun 22 Nov 2026 12:00 is the first one
 9 | Moss at dawn  | moss.live | Robin Hale | 2026-11-23 08:00 | 2026-11-20 08:00 | 120     | 2000          | <- the second choice Fri 20 Nov 2026 08:00 lies before the first Mon 23 Nov 2026 08:00
"""),
    ),
)
