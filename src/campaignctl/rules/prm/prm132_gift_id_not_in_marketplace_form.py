"""The ID of a gift does not have the marketplace's form.

It names nothing: most often it is the shop's own code, or a truncated number.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._gifts import is_gift
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._ids import form_words, malformed


def check(case: Case) -> Rows:
    """Find gift IDs that are not so many digits."""
    rows = case.promotions
    shortest = case.profile.item_id.shortest
    return failing(
        rows,
        malformed(rows["gift_sku_id"], case.profile),
        at="gift_sku_id",
        say="Gift SKU ID “{gift_sku_id}” is not {form}",
        severity=shortest.severity if shortest else None,
        form=form_words(case.profile),
    )


RULE = Rule(
    code="PRM132",
    name="gift-id-not-in-marketplace-form",
    severity=Severity.ERROR,
    over="promotions",
    where=is_gift,
    check=check,
    fix="Copy the SKU ID from Seller Center and paste it as text (paste values only).",
    limit=lambda profile: f"{profile.name}: {form_words(profile)}" if form_words(profile) else "",
    see=("SKU104",),
    examples=(
        draw("""
Promotions
   | ID      | Title        | Tool               | Kind of value | Starts           | Ends             | Gift SKU ID
 7 | HD26-01 | Balm on top  | Gift with purchase | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 1729500011223344501
 8 | HD26-02 | Lamp on top  | Gift with purchase | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | LAMP-OAK            | <- Gift SKU ID “LAMP-OAK” is not 15–20 digits
"""),
    ),
)
