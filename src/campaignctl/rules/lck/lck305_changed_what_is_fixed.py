"""A promotion differs from the lock in what the marketplace fixes when the promotion is made.

It cannot be edited: the promotion has to be stopped and made anew, with all its products, and its history starts again.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import fixed, moved
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Iterator[Rows]:
    """Find fields of promotions that are not as locked, and that their tool fixes."""
    number = case.lock.number if case.lock else 0
    keys = [column.key for column in PROMOTIONS.columns if column.name in _fixed_names(case.profile)]
    for key, rows in moved(case, "promotions", PROMOTIONS, keys):
        name = PROMOTIONS.column(key).name
        told = rows[fixed(case, rows, name)]
        say = (
            f"{name} of {{id}} is {{{key}}}; lock {number} holds {{was}}, and {name} is fixed once a promotion is made"
        )
        yield Rows(told, key, say)


def _fixed_names(profile: Profile) -> set[str]:
    limits = (tool.fixed_at_creation for tool in profile.tools.values() if tool.fixed_at_creation)
    return {name for limit in limits for name in limit.value}


def _words(profile: Profile) -> str:
    named = [(tool.name, tool.fixed_at_creation) for tool in profile.tools.values() if tool.fixed_at_creation]
    return "; ".join(f"{name}: {limit.words}" for name, limit in named)


RULE = Rule(
    code="LCK305",
    name="changed-what-is-fixed",
    severity=Severity.ERROR,
    over="promotions",
    check=check,
    fix="Put it back, or plan a new promotion beside the locked one and cancel that in the sheet Changes.",
    limit=_words,
    see=("LCK207",),
    examples=(
        draw("""
Locked Promotions
   | ID      | Title         | Tool             | Level     | Applies to
 7 | HD26-01 | Holiday deals | Product discount | Variation | Nominated SKUs
 8 | HD26-02 | Opening flash | Flash deal       | Variation | Nominated SKUs
 9 | HD26-03 | All at once   | Campaign price   | Variation | Nominated SKUs
Promotions
   | ID      | Title         | Tool             | Level     | Applies to
 7 | HD26-01 | Holiday deals | Product discount | Product   | Nominated SKUs | <- Level of HD26-01 is Product; lock 1 holds Variation, and Level is fixed once a promotion is made
 8 | HD26-02 | Opening flash | Flash deal       | Variation | Nominated SKUs
 9 | HD26-03 | All at once   | Campaign price   | Product   | Nominated SKUs
"""),
    ),
)
