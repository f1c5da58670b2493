"""The campaign allows deeper combined discounts than the marketplace lets pass without a question.

Seller Center stops such promotions before they are published, and the team reads of it on launch night.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, percent
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows | tuple[()]:
    """Compare the campaign's own limit with the marketplace's; the same is allowed."""
    flag, setup = case.profile.highest_combined_discount, case.setup
    if flag is None or flag.severity is None:
        return ()
    return failing(
        setup,
        setup["highest_combined_discount"] > float(flag.value),
        at="highest_combined_discount",
        say="{highest_combined_discount} is above the {flag} at which {flagging} flags promotions before publishing",
        fix="Set it to {flag} or less, or leave it blank.",
        severity=flag.severity,
        flag=percent(flag.value),
        flagging=flag.marketplace,
    )


def _words(profile: Profile) -> str:
    flag = profile.highest_combined_discount
    return "" if flag is None else flag.words


RULE = Rule(
    code="CMP113",
    name="combined-discount-above-marketplace-flag",
    severity=Severity.WARNING,
    over="campaign",
    where=lambda setup: setup["highest_combined_discount"].notna(),
    check=check,
    fix="Set it no higher than the marketplace's own limit, or leave it blank.",
    limit=_words,
    see=("PRM104",),
    examples=(
        draw("""
Campaign
 | Highest combined discount
 | 85%                       | <- 85% is above the 80% at which TikTok Shop US flags promotions before publishing
"""),
        draw("""
Campaign
 | Highest combined discount
 | 0.80
"""),
    ),
)
