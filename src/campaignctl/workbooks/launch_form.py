"""The launch check ready to be written: every price to look up, in the order of the night."""

from collections.abc import Mapping, Sequence
from typing import Any

from campaignctl.domain.forms import FilledSheet, Form
from campaignctl.workbooks.launch_check import LAUNCH_CHECK, without_links
from campaignctl.workbooks.letterhead import Letterhead

_GUIDE = (
    "Print the sheet, or open it on a phone. Look at the page as a buyer who follows nobody and holds no coupon.",
    "Price at start: what the page must show from Check at onwards. After coupons: the least anyone may pay.",
    "Save your copy in the campaign's folder, its name beginning with launch-check, and run campaignctl validate.",
    "Rows may be filtered. Please do not rename sheets or headers; tinted headings are for reading.",
)


def launch_form(
    rows: Sequence[Mapping[str, Any]],
    head: Letterhead,
    *,
    zone_word: str,
    chosen: str,
    lock: int,
) -> Form:
    """Return ``launch-check.xlsx``: rows of the sheet by column key; ``chosen`` says in a sentence which they are."""
    sheet = LAUNCH_CHECK if any(row.get("product_link") for row in rows) else without_links(LAUNCH_CHECK)
    standing = (
        f"{head.campaign} · lock {lock} · times in {zone_word}, prices in {head.currency} before shipping and tax"
    )
    return Form(
        name="launch-check",
        title=f"{head.campaign}: launch check",
        context=f"{head.marketplace} · prices in {head.currency}, before shipping and tax",
        currency=head.currency,
        zone=head.zone,
        sheets=(FilledSheet(sheet, tuple(rows), standing, len(rows), "checked"),),
        guide=(f"{LAUNCH_CHECK.name}: {LAUNCH_CHECK.purpose}", *_GUIDE, chosen),
        next_command="campaignctl validate launch-check.xlsx",
        properties={**head.properties, "Lock": str(lock)},
    )
