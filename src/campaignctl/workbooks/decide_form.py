"""The decisions workbook ready to be written: every line with what is known of it, in the order to go through them."""

from collections.abc import Mapping, Sequence
from typing import Any

from campaignctl.domain.forms import FilledSheet, Form
from campaignctl.workbooks.decisions import DECISIONS
from campaignctl.workbooks.letterhead import Letterhead
from campaignctl.workbooks.shop_decisions import SHOP_DECISIONS

_GUIDE = (
    "Save your copy into the campaign's folder decisions/, under a name of your own: any number of people may decide.",
    "A decision holds for its terms. When price, stock, limits or promotion change, you are asked again.",
    "Of two decisions on one line the later day counts; on the same day neither does, and the line is asked again.",
    "Counter waits for the seller's next reply: it is approved when the seller's price is the one you asked for.",
    "Rows may be filtered. Please do not rename sheets or headers; tinted headings are for reading.",
)
_RANKED = (
    "Where a promotion has fewer places (SKUs wanted) than lines, approved lines keep theirs; the others are ranked by "
    "shop score, then discount, then stock, then promises kept last time, then GMV last time; blank comes last."
)


def decide_form(
    lines: Sequence[Mapping[str, Any]],
    shops: Sequence[Mapping[str, Any]],
    head: Letterhead,
    *,
    people: Sequence[str],
    standing: str,
) -> Form:
    """Return ``decide.xlsx``: rows of the sheets Decisions and Sellers, by column key; ``standing`` is the headline."""
    prices = f"prices in {head.currency}, before shipping and tax"
    return Form(
        name="decide",
        title=f"{head.campaign}: decisions",
        context=f"{head.marketplace} · {prices}",
        currency=head.currency,
        zone=head.zone,
        sheets=(
            FilledSheet(DECISIONS, tuple(lines), f"{head.campaign} · {standing} · {prices}", len(lines), "decided"),
            FilledSheet(
                SHOP_DECISIONS, tuple(shops), f"{head.campaign} · {SHOP_DECISIONS.subtitle}", len(shops), "decided"
            ),
        ),
        lists={"sheet:contacts": tuple(people)},
        guide=(
            f"{DECISIONS.name}: {DECISIONS.purpose}",
            f"{SHOP_DECISIONS.name}: {SHOP_DECISIONS.purpose}",
            *_GUIDE,
            _RANKED,
        ),
        next_command="campaignctl lock",
        properties=head.properties,
    )
