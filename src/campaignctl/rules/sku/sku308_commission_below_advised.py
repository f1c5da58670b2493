"""An affiliate commission is lower than what the marketplace advises.

It can be set, but creators choose among thousands of products by their rate, and pass this one by.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Commission, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find rates under the advised one; 0 means no commission, and one below the least is SKU305's."""
    lines = case.sku_lines
    for kind in _kinds(case.profile)[:1]:
        if kind.advised is not None:
            low = (lines["commission"] < float(kind.advised.value)) & (lines["commission"] >= float(kind.least.value))
            yield failing(
                lines,
                low,
                at="commission",
                say="Commission {commission}; {place} advises {advised} or more for a {kind}",
                severity=kind.advised.severity,
                advised=kind.advised.text,
                place=case.profile.name,
                kind=kind.name[:1].lower() + kind.name[1:],
            )


def _kinds(profile: Profile) -> list[Commission]:
    """Return the kinds of collaboration with advice that weighs anything, the highest rate first."""
    kinds = [kind for kind in profile.commission.values() if kind.advised and kind.advised.severity]
    return sorted(kinds, key=lambda kind: -kind.advised.value if kind.advised else 0)


RULE = Rule(
    code="SKU308",
    name="commission-below-advised",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["commission"] > 0,
    check=check,
    fix="Offer {advised} or more, or leave creators out of the plan for this SKU.",
    limit=lambda profile: "; ".join(f"{k.name}, {k.advised.words}" for k in _kinds(profile) if k.advised),
    see=("SKU305",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Commission
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | 10%
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100   | 4%         | <- Commission 4%; TikTok Shop US advises 10% or more for a target collaboration
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 100   | 0
10 | HD26-01      | 1729500011223344504 | 46.00      | 36.80          | 100   | 0.5%
"""),
    ),
)
