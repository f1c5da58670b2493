"""A shop plans more livestreams than this kind of campaign takes.

The sessions beyond the limit do not count as taking part, whatever they sell.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Limit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find the streams of every shop beyond the limit, in the order of their start, the first one told."""
    rows = case.streams.sort_values(["starts", "row"])
    number = rows.groupby("seller_id").cumcount() + 1
    of_all = rows.groupby("seller_id")["seller_id"].transform("size")
    for limit in _limits(case.profile, case.field("kind")):
        yield failing(
            rows,
            number == limit.value + 1,
            at="seller_id",
            say="{seller_id} plans {of_all} livestreams; {marketplace} takes {limit} from a shop",
            severity=limit.severity,
            of_all=of_all,
            limit=limit.text,
            marketplace=limit.marketplace,
        )


def _limits(profile: Profile, kind: object) -> list[Limit[int]]:
    """Return the limits for this kind of campaign that weigh anything."""
    counts = [entry.counts.live_sessions for entry in profile.entry.values() if kind in entry.kinds]
    return [limit for limit in counts if limit is not None and limit.severity is not None]


def _words(profile: Profile) -> str:
    known = [(entry.name, entry.counts.live_sessions) for entry in profile.entry.values()]
    return "; ".join(f"{name}, {limit.words} sessions from a shop" for name, limit in known if limit is not None)


RULE = Rule(
    code="LIV119",
    name="too-many-live-sessions",
    severity=Severity.ERROR,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["seller_id"].notna(),
    needs=("starts", "campaign.kind"),
    check=check,
    fix="Cancel the weakest ones, or put several into one longer stream.",
    limit=_words,
    examples=(
        draw("""
Campaign
 | Kind
 | LIVE event
Livestreams
      | Stream ID  | Title      | Seller ID | Starts           | Ends
7-106 | HD26-L###  | Show ###   | S-001     | 2026-11-20 19:00 | 2026-11-20 20:00
  107 | HD26-L101  | One more   | S-001     | 2026-11-21 19:00 | 2026-11-21 20:00 | <- S-001 plans 101 livestreams; TikTok Shop US takes 100 from a shop
  108 | HD26-L102  | By another | S-002     | 2026-11-21 19:00 | 2026-11-21 20:00
"""),
    ),
)
