"""The limit per buyer is one that the tool cannot hold.

Seller Center takes a whole number in its range or no limit at all; 0 is not “no limit”.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import NO_LIMIT
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, by_tool, limit_words, limits, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule

SAY = "{per_buyer} per buyer is {side} the {bound} that {marketplace} {asks} {said}"


def check(case: Case) -> Iterator[Rows]:
    """Find limits under the least and over the most; both ends are allowed."""
    rows = case.promotions
    least = limits(case.profile, lambda tool: tool.buyer_limit.least)
    most = limits(case.profile, lambda tool: tool.buyer_limit.most)
    sides = ((least, "below", "asks of", "or more"), (most, "above", "allows for", "or less"))
    for known, side, asks, way in sides:
        bound = by_tool(rows, {key: limit.value for key, limit in known.items()}, "Int64")
        yield from weighed(
            rows,
            rows["per_buyer"] < bound if side == "below" else rows["per_buyer"] > bound,
            known,
            at="per_buyer",
            say=SAY,
            fix="Type {bound} {way}, or No limit.",
            bound=bound,
            side=side,
            asks=asks,
            way=way,
            said=a_tool(rows),
            marketplace=case.profile.name,
        )


def _typed(rows: pd.DataFrame) -> "pd.Series[bool]":
    return standing(rows) & rows["per_buyer"].notna() & rows["per_buyer"].ne(NO_LIMIT)


def _words(profile: Profile) -> str:
    least = limit_words(profile, lambda tool: tool.buyer_limit.least)
    return f"least: {least}; most: {limit_words(profile, lambda tool: tool.buyer_limit.most)}"


RULE = Rule(
    code="PRM116",
    name="buyer-limit-not-offered",
    severity=Severity.ERROR,
    over="promotions",
    where=_typed,
    needs=("tool",),
    check=check,
    fix="Type a limit that the tool takes, or No limit.",
    limit=_words,
    see=("PRM123",),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Per buyer
 7 | HD26-01 | Product discount | 99
 8 | HD26-02 | Product discount | 100       | <- 100 per buyer is above the 99 that TikTok Shop US allows for a product discount
 9 | HD26-03 | Flash deal       | 0         | <- 0 per buyer is below the 1 that TikTok Shop US asks of a flash deal
10 | HD26-04 | Flash deal       | No limit
11 | HD26-05 | Platform coupon  | 100
"""),
    ),
)
