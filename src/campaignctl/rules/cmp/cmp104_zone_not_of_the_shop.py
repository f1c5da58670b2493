"""The workbook's time zone is not the one that the shop's clock runs in.

Promotions are keyed in on the shop's clock. Times copied from a workbook in another zone start hours early or late.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the zone of the Campaign sheet with that of the marketplace."""
    setup = case.setup
    return failing(
        setup,
        setup["zone"].ne(case.profile.zone),
        at="zone",
        say="times are in {zone}; shops of {marketplace_name} run in {shop_zone}",
        fix="Choose {shop_zone} and type all times in it, or convert every time when it is keyed in.",
        marketplace_name=case.profile.name,
        shop_zone=case.profile.zone,
    )


RULE = Rule(
    code="CMP104",
    name="zone-not-of-the-shop",
    severity=Severity.WARNING,
    over="campaign",
    needs=("zone",),
    check=check,
    fix="Choose the shop's zone and type all times in it.",
    limit=lambda profile: f"{profile.name}: {profile.zone}",
    see=("WBK111",),
    examples=(
        draw("""
Campaign
 | Marketplace    | Time zone
 | TikTok Shop US | America/New_York | <- times are in America/New_York; shops of TikTok Shop US run in America/Los_Angeles
"""),
        draw("""
Campaign
 | Marketplace    | Time zone
 | TikTok Shop US | America/Los_Angeles
"""),
    ),
)
