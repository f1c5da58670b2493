"""An affiliate commission cannot be set: it lies outside what the marketplace allows in any kind of collaboration.

Creators see the product without a commission, or do not see it, and the streams it was meant for pick another one.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._commission import widest


def check(case: Case) -> tuple[Rows, ...]:
    """Find commissions outside the widest range; 0 means no commission, and is let pass."""
    ends = widest(case.profile)
    if ends is None:
        return ()
    lines, (least, most) = case.sku_lines, ends
    rate = lines["commission"]
    low, high = (rate < float(least.value)) & (rate != 0), rate > float(most.value)
    say = "Commission {commission}; {place} allows {allowed}"
    allowed, place = f"{least.text}–{most.text}", case.profile.name
    return tuple(
        failing(lines, mask, at="commission", say=say, severity=end.severity, allowed=allowed, place=place)
        for mask, end in ((low, least), (high, most))
    )


def _words(profile: Profile) -> str:
    ends = widest(profile)
    return (
        f"{profile.name}: {ends[0].text}–{ends[1].text} ({ends[1].source}, checked {ends[1].checked})" if ends else ""
    )


RULE = Rule(
    code="SKU305",
    name="commission-outside-range",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["commission"].notna(),
    check=check,
    fix="Type a commission inside the range, as a percentage.",
    limit=_words,
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Commission
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | 0.80
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100   | 0.85       | <- Commission 85%; TikTok Shop US allows 1%–80%
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 100   | 0.005      | <- Commission 0.5%; TikTok Shop US allows 1%–80%
10 | HD26-01      | 1729500011223344504 | 46.00      | 36.80          | 100   | 15
11 | HD26-01      | 1729500011223344505 | 46.00      | 36.80          | 100   | 3587       | <- Commission 3587%; TikTok Shop US allows 1%–80%
12 | HD26-01      | 1729500011223344506 | 46.00      | 36.80          | 100   | 0
"""),
    ),
)
