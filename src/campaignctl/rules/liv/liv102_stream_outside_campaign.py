"""A livestream is planned for a time at which the campaign does not run.

Its prices are not live, its sales do not count, and the host says a campaign that buyers cannot find. The warm-up
belongs to the campaign here.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find streams that start before the campaign, or go on after its end."""
    window, warm_up = case.campaign.window, case.field("warm_up_starts")
    if window is None:
        return
    rows = case.streams
    first = min(window.start, warm_up) if warm_up is not None else window.start
    early, late = rows["starts"] < first, rows["ends"] > window.end
    say = "{stream_id} starts {starts}; the campaign starts {first}"
    yield failing(rows, early, at="starts", say=say, fix="Start it on {first} or later.", first=first)
    say = "{stream_id} ends {ends}; the campaign ends {last}"
    yield failing(rows, late & ~early, at="ends", say=say, fix="End it by {last}.", last=window.end)


RULE = Rule(
    code="LIV102",
    name="stream-outside-campaign",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends", "campaign.starts", "campaign.ends"),
    check=check,
    fix="Move the stream into the campaign, or take it off the sheet.",
    see=("PRM102",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Last year's   | 2025-11-20 19:00 | 2025-11-20 21:00 | <- HD26-L02 starts Thu 20 Nov 2025 19:00; the campaign starts Fri 20 Nov 2026 00:00
 9 | HD26-L03  | Closing night | 2026-11-25 22:00 | 2026-11-26 01:00 | <- HD26-L03 ends Thu 26 Nov 2026 01:00; the campaign ends Thu 26 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Warm-up starts
 | 2026-11-17 00:00
Livestreams
   | Stream ID | Title       | Starts           | Ends
 7 | HD26-L01  | Teaser      | 2026-11-18 19:00 | 2026-11-18 21:00
"""),
    ),
)
