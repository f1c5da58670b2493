"""A promotion lasts longer than the marketplace allows for its tool.

Seller Center refuses it only when it is keyed in, often on the last evening. By then the slot, the banner and the
livestream are planned around the wrong hours.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, limit_words, limited, limits, weighed
from campaignctl.rules.prm._windows import later, length_words, shortest_length
from campaignctl.rules.promotions import as_typed, called, standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find promotions that are longer than their tool's longest; just as long is allowed."""
    rows = case.promotions
    known = limits(case.profile, lambda tool: tool.duration.longest)
    most = by_tool(rows, {key: limit.value for key, limit in known.items()}, "timedelta64[us]")
    runs = shortest_length(rows, case.zone)
    yield from weighed(
        rows,
        runs > most,
        known,
        at="ends",
        say="{tool_name} {called} runs {length}; {marketplace} allows {longest}",
        fix="End it on {latest} or earlier, or split it in two.",
        called=called(rows),
        length=pd.Series([length_words(run) for run in runs], index=rows.index),
        longest=by_tool(rows, {key: limit.text for key, limit in known.items()}, "str"),
        marketplace=case.profile.name,
        latest=as_typed(later(rows["starts"], most, case.zone), case.zone),
    )


RULE = Rule(
    code="PRM106",
    name="promotion-too-long",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=lambda case: limited(case.promotions, limits(case.profile, lambda tool: tool.duration.longest)),
    needs=("tool", "starts", "ends"),
    check=check,
    fix="End it earlier, or split it into two promotions with different SKUs.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.duration.longest),
    see=("PRM101", "PRM107"),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Starts           | Ends
 7 | HD26-02 | Flash deal       | 2026-11-20 18:00 | 2026-11-21 00:00
 8 | HD26-03 | Flash deal       | 2026-11-21 00:00 | 2026-11-23 23:59
 9 | HD26-04 | Flash deal       | 2026-11-21 00:00 | 2026-11-24 12:00 | <- Flash deal HD26-04 runs 84 h; TikTok Shop US allows 72 hours
10 | HD26-05 | Product discount | 2026-11-10 00:00 | 2026-11-25 23:59 | <- Product discount HD26-05 runs 16 days; TikTok Shop US allows 14 days
11 | HD26-06 | Product discount | 2026-10-25 00:00 | 2026-11-07 23:59
12 | HD26-07 | Campaign price   | 2026-10-01 00:00 | 2026-12-31 23:59
"""),
    ),
)
