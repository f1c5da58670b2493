"""A promotion has no limit although its tool asks for one.

The deal cannot be launched without a number, and a host who types one live will type the wrong one.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.marketplaces.schema import Limit, Profile, Quantity, Tool
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.prm._limits import a_tool, limited, limits, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Iterator[Rows]:
    """Find No limit, and blanks that the sheet itself does not ask to fill, where the tool asks for a number."""
    rows = case.promotions
    for key, name, known in _asked(case.profile):
        none = rows[key].eq(NO_LIMIT).fillna(value=False)
        yield from weighed(
            rows,
            none | left_blank(case, rows, PROMOTIONS, key),
            known,
            at=key,
            say="{name} is {" + key + "}; {marketplace} asks for a number for {said}",
            fix="Type a whole number in {name}.",
            name=name,
            said=a_tool(rows),
            marketplace=case.profile.name,
        )


def _asked(profile: Profile) -> Iterator[tuple[str, str, dict[str, Limit[bool]]]]:
    for key, quantity in (("quantity", _total), ("per_buyer", _each)):
        asked = limits(profile, lambda tool, of=quantity: of(tool).required)  # type: ignore[misc]
        yield key, PROMOTIONS.column(key).name, {tool: limit for tool, limit in asked.items() if limit.value}


def _total(tool: Tool) -> Quantity:
    return tool.total_limit


def _each(tool: Tool) -> Quantity:
    return tool.buyer_limit


def _limited(case: Case) -> "pd.Series[bool]":
    return limited(case.promotions, {key: True for _, _, known in _asked(case.profile) for key in known})


def _words(profile: Profile) -> str:
    return "; ".join(
        f"{profile.tools[tool].name}, {name}, {limit.words}"
        for _, name, known in _asked(profile)
        for tool, limit in known.items()
    )


RULE = Rule(
    code="PRM123",
    name="limit-missing",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=_limited,
    needs=("tool",),
    check=check,
    fix="Type the number that the tool asks for.",
    limit=_words,
    see=("PRM116", "WBK106"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Quantity
 7 | HD26-01 | LIVE flash deal  | 200
 8 | HD26-02 | LIVE flash deal  | No limit | <- Quantity is No limit; TikTok Shop US asks for a number for a LIVE flash deal
 9 | HD26-03 | LIVE flash deal  |
10 | HD26-04 | Product discount | No limit
"""),
    ),
)
