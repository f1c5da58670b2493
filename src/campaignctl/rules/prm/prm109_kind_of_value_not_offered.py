"""A promotion gives its discount in a form that its tool does not know.

There is no field for it in Seller Center: whoever keys it in must turn an amount into a percentage, or the reverse,
and every SKU ends at another price than was agreed.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Limit, Tool, Value
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, by_tool, either, limit_words, limited, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule


def kinds_offered(tool: Tool) -> Limit[tuple[Value, ...]] | None:
    """Return the kinds of value that a tool takes."""
    return tool.values  # noqa: PD011 - a tool is no data frame


def check(case: Case) -> Iterator[Rows]:
    """Find kinds of value that are not among those of the tool."""
    rows = case.promotions
    known = limits(case.profile, kinds_offered)
    offered = {(key, kind) for key, limit in known.items() for kind in limit.value}
    strange = [pair not in offered for pair in zip(rows["tool"], rows["kind_of_value"], strict=True)]
    yield from weighed(
        rows,
        pd.Series(strange, index=rows.index, dtype="bool"),
        known,
        at="kind_of_value",
        say="{called} gives {kind_of_value}; {said} on {marketplace} takes {kinds}",
        fix="Choose {kinds}, or another tool.",
        called=called(rows),
        said=a_tool(rows),
        kinds=by_tool(rows, {key: either(limit.value) for key, limit in known.items()}, "str"),
        marketplace=case.profile.name,
    )


RULE = Rule(
    code="PRM109",
    name="kind-of-value-not-offered",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, kinds_offered)),
    needs=("tool", "kind_of_value"),
    check=check,
    fix="Choose a kind of value that the tool takes, or another tool.",
    limit=lambda profile: limit_words(profile, kinds_offered),
    see=("PRM108", "PRM110"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Kind of value  | Value
 7 | HD26-01 | Flash deal         | Percent off    | 20%
 8 | HD26-02 | Flash deal         | Amount off     | 5.00  | <- HD26-02 gives Amount off; a flash deal on TikTok Shop US takes Seller's price, Percent off or Fixed price
 9 | HD26-03 | Gift with purchase | Gift           |
10 | HD26-04 | Platform coupon    | Seller's price |       | <- HD26-04 gives Seller's price; a platform coupon on TikTok Shop US takes Percent off or Amount off
"""),
    ),
)
