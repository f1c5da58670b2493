"""A product or SKU ID does not have the marketplace's form.

It is most often the seller's own code, a truncated number, or two IDs in one cell: the line cannot be keyed in.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._ids import form_words, malformed_of_all
from campaignctl.workbooks.registration.which_sku import PRODUCT, SKU

_OTHER_DIGITS = r"(?=.*[^\x00-\x7f])\d+"
"""Digits as a full-width or another keyboard writes them: no upload takes them, though people read the same number."""


def check(case: Case) -> Iterator[Rows]:
    """Find IDs that are not so many digits; damaged ones are missing here and told elsewhere."""
    weight = case.profile.item_id.shortest.severity if case.profile.item_id.shortest else None
    for column in (PRODUCT, SKU):
        lines = case.sku_lines
        say = f"{column.name} “{{{column.key}}}” is not {{form}}"
        odd = malformed_of_all(case, column.key)
        foreign = odd & lines[column.key].str.fullmatch(_OTHER_DIGITS).fillna(value=False) if odd.any() else odd
        yield failing(lines, odd & ~foreign, at=column.key, say=say, severity=weight, form=form_words(case.profile))
        other = f"{column.name} “{{{column.key}}}” is written in digits other than 0–9"
        yield failing(lines, foreign, at=column.key, say=other, severity=weight)


RULE = Rule(
    code="SKU104",
    name="id-not-in-marketplace-form",
    severity=Severity.ERROR,
    over="sku_lines",
    check=check,
    fix="Copy the ID from Seller Center and paste it as text (paste values only).",
    limit=lambda profile: f"{profile.name}: {form_words(profile)}" if form_words(profile) else "",
    see=("SKU102",),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 | GG-SERUM-50         | 46.00      | 36.80          | 100 | <- SKU ID “GG-SERUM-50” is not 15–20 digits
 9 | HD26-01      | 17293847561029      | 1729500011223344503 | 46.00      | 36.80          | 100 | <- Product ID “17293847561029” is not 15–20 digits
10 | HD26-01      | 172938475610293     | 17295000112233445041 | 46.00     | 36.80          | 100
11 | HD26-01      | 1729384756102938474 | 1.7295E+18          | 46.00      | 36.80          | 100
12 | HD26-01      | 1729384756102938475 | １７２９５０００１１２２３３４４５０５ | 46.00 | 36.80     | 100 | <- SKU ID “１７２９５０００１１２２３３４４５０５” is written in digits other than 0–9
"""),
    ),
)
