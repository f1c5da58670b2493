"""The set-up is in a currency that its marketplace does not trade in.

Prices, budgets and targets are read in the marketplace's currency all the same: 100,000 euros of target become as many
dollars, and nobody sees it in the number.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._currency import of_another_market
from campaignctl.rules.rule import Rule, Seen


def check(case: Case) -> Seen:
    """Turn what the reader met in the cell into a finding."""
    ours = case.campaign.currency
    say = f"Currency is “{{value}}”; {case.profile.name} trades in {ours}, and every amount was read as {ours}"
    return Seen(
        of_another_market(case), say, f"Choose {ours} and enter all amounts in it, or choose another marketplace."
    )


RULE = Rule(
    code="CMP122",
    name="currency-of-another-market",
    severity=Severity.ERROR,
    check=check,
    fix="Choose the marketplace's currency and enter all amounts in it.",
    limit=lambda profile: f"{profile.name}: {profile.currency}",
    see=("WBK117",),
    examples=(
        draw("""
Campaign
 | Marketplace    | Currency
 | TikTok Shop US | EUR      | <- Currency is “EUR”; TikTok Shop US trades in USD, and every amount was read as USD
"""),
        draw("""
Campaign
 | Marketplace    | Currency
 | TikTok Shop US | USD
"""),
    ),
)
