"""Two promotions have the same title.

A shop that takes part in both cannot hold two promotions of one title: Seller Center refuses the second.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Limit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limited, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find titles that stand in a row above."""
    rows, known = case.promotions, _unique(case.profile)
    among = rows["title"].where(limited(rows, known))
    twice = among.duplicated() & among.notna()
    first = rows.groupby(among)["row"].transform("min")
    yield from weighed(rows, twice, known, at="title", say="“{title}” is already the title of row {first}", first=first)


def _unique(profile: Profile) -> dict[str, Limit[bool]]:
    found = {key: profile.title_rules(key).unique for key in profile.tools}
    return {key: limit for key, limit in found.items() if limit is not None and limit.value and limit.severity}


def _words(profile: Profile) -> str:
    known = profile.title.unique
    return "" if known is None else f"titles are unique, {known.words}"


RULE = Rule(
    code="PRM105",
    name="title-used-twice",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    needs=("title",),
    check=check,
    fix="Give each promotion a title of its own.",
    limit=_words,
    see=("PRM103", "WBK118"),
    examples=(
        draw("""
Promotions
   | ID      | Title         | Tool             | Status
 7 | HD26-01 | Opening flash | Flash deal       |
 8 | HD26-02 | Closing flash | Flash deal       |
 9 | HD26-03 | Opening flash | Product discount |           | <- “Opening flash” is already the title of row 7
10 | HD26-04 | Closing flash | Flash deal       | Cancelled
"""),
    ),
)
