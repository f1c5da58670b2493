"""A promotion is planned at a level that its tool does not offer.

A flash deal for a whole shop cannot be keyed in, and level cannot be swapped later: it must be created anew.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, either, limit_words, limited, limits, tool_words, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find levels that are not among those of the tool."""
    rows = case.promotions
    known = limits(case.profile, lambda tool: tool.levels)
    offered = {(key, level) for key, limit in known.items() for level in limit.value}
    strange = [pair not in offered for pair in zip(rows["tool"], rows["level"], strict=True)]
    yield from weighed(
        rows,
        pd.Series(strange, index=rows.index, dtype="bool"),
        known,
        at="level",
        say="{called} is a {said} at level {level}; {marketplace} offers {levels}",
        fix="Choose {levels}, or another tool.",
        called=called(rows),
        said=rows["tool_name"].map({name: tool_words(name) for name in rows["tool_name"].unique()}),
        levels=by_tool(rows, {key: either(limit.value) for key, limit in known.items()}, "str"),
        marketplace=case.profile.name,
    )


RULE = Rule(
    code="PRM108",
    name="level-not-offered",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, lambda tool: tool.levels)),
    needs=("tool", "level"),
    check=check,
    fix="Choose a level that the tool offers, or another tool.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.levels),
    see=("PRM109",),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Level
 7 | HD26-01 | Flash deal      | Variation
 8 | HD26-02 | Flash deal      | Shop      | <- HD26-02 is a flash deal at level Shop; TikTok Shop US offers Product or Variation
 9 | HD26-03 | Platform coupon | Shop
10 | HD26-04 | Platform coupon | Variation | <- HD26-04 is a platform coupon at level Variation; TikTok Shop US offers Shop or Product
"""),
    ),
)
