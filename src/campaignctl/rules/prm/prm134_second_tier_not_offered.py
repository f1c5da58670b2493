"""A promotion has a second tier, but its tool does not take two.

The second step is printed in the banner and cannot be keyed in.
"""

from collections.abc import Iterator
from typing import Any

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, limit_words, limits, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find second tiers of tools without tiers, or with one at most."""
    rows = case.promotions
    most = limits(case.profile, lambda tool: tool.tiers.most)
    single = {key: limit for key, limit in most.items() if limit.value < 2}
    say = "{called} has a second tier; {said} has {tiers}"
    words: dict[str, Any] = {"called": called(rows), "said": a_tool(rows)}
    given = rows["tier2_from"].notna() | rows["tier2_value"].notna()
    yield from weighed(rows, given, single, at="tier2_from", say=say, tiers="one at most", **words)
    none = [key for key, tool in case.profile.tools.items() if tool.tiers.most is None and tool.tiers.rising is None]
    yield failing(rows, given & rows["tool"].isin(none), at="tier2_from", say=say, tiers="none", **words)


RULE = Rule(
    code="PRM134",
    name="second-tier-not-offered",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & (rows["tier2_from"].notna() | rows["tier2_value"].notna()),
    needs=("tool",),
    check=check,
    fix="Clear the second tier, or choose a tool that has tiers.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.tiers.most),
    see=("PRM117", "PRM133"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Kind of value | Value | Min. quantity | Tier 2 from | Tier 2 value
 7 | HD26-01 | Buy more save more | Percent off   | 10%   | 2             | 3           | 15%
 8 | HD26-02 | Platform coupon    | Percent off   | 10%   |               | 80          | 15%          | <- HD26-02 has a second tier; a platform coupon has none
 9 | HD26-03 | Gift with purchase | Gift          |       | 2             | 3           |              | <- HD26-03 has a second tier; a gift with purchase has one at most
"""),
    ),
)
