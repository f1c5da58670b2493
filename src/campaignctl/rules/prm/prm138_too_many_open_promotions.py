"""A shop would have more promotions of one tool open than the marketplace lets it.

Seller Center refuses the last one, and nobody knows which one that will be. Running and upcoming ones count together;
what the shop runs beside the campaign comes on top.
"""

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._covering import EVERYONE, shops
from campaignctl.rules.prm._limits import by_tool, limit_words, limited, limits, tool_words, weighed
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Count the promotions that reach each shop, tool by tool in the order of the sheet, and tell the first too many."""
    rows, known = case.promotions, limits(case.profile, lambda tool: tool.counts.open)
    number = pd.Series(_numbered(case, rows), index=rows.index, dtype="Int64")
    most = by_tool(rows, {key: limit.value for key, limit in known.items()}, "Int64")
    yield from weighed(
        rows,
        number > most,
        known,
        at="tool",
        say="{called} is {tool_said} number {number} of a shop; {marketplace} allows {most} at a time",
        called=called(rows),
        number=number,
        most=most,
        tool_said=rows["tool_name"].map({name: tool_words(name) for name in rows["tool_name"].dropna().unique()}),
        marketplace=case.profile.name,
    )


def _numbered(case: Case, rows: pd.DataFrame) -> list[int]:
    """Return which promotion of its tool each one is for the shop that has most of them."""
    for_all: Counter[str] = Counter()
    by_shop: Counter[tuple[str, str]] = Counter()
    numbers = []
    for tool, reached in zip(rows["tool"], shops(case, rows), strict=True):
        if reached is EVERYONE:
            for_all[tool] += 1
            most = max((count for (key, _), count in by_shop.items() if key == tool), default=0)
        else:
            by_shop.update((tool, shop) for shop in reached)
            most = max((by_shop[tool, shop] for shop in reached), default=0)
        numbers.append(for_all[tool] + most)
    return numbers


RULE = Rule(
    code="PRM138",
    name="too-many-open-promotions",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, lambda tool: tool.counts.open)),
    needs=("tool",),
    check=check,
    fix="Put products of several promotions into one, or give one up.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.counts.open),
    see=("PRM118",),
    examples=(
        draw("""
Promotions
     | ID       | Title       | Tool               | Level   | Applies to          | Which | Starts           | Ends
7-15 | HD26-### | Deal ###    | Buy more save more | Product | All registered SKUs |       | 2026-11-20 00:00 | 2026-11-25 23:59
  16 | HD26-016 | Deal 016    | Buy more save more | Product | Seller              | S-001 | 2026-11-20 00:00 | 2026-11-25 23:59
  17 | HD26-017 | Deal 017    | Buy more save more | Product | Seller              | S-002 | 2026-11-20 00:00 | 2026-11-25 23:59
  18 | HD26-018 | Deal 018    | Buy more save more | Product | Seller              | S-001 | 2026-11-20 00:00 | 2026-11-25 23:59 | <- HD26-018 is buy more save more number 11 of a shop; TikTok Shop US allows 10 at a time
  19 | HD26-019 | Free ride   | Shipping discount  | Shop    | Seller              | S-001 | 2026-11-20 00:00 | 2026-11-25 23:59
Sellers
   | Seller ID | Shop name    | Category | Tier
 7 | S-001     | Moss & Amber | Beauty   | Growth
 8 | S-002     | Kind Home    | Home     | Growth
"""),
    ),
)
