"""Lines that something is missing of, so that they count nowhere, or count and look whole."""

from collections.abc import Iterator

import pandas as pd

from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import counted
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.naming import doubt, money, shops

EXPORTS = Place("exports")
AGAIN = "Export those orders again, and do not edit the file in between."


def incomplete(basis: Basis, facts: pd.DataFrame) -> Iterator[Finding]:
    """Yield what lines of the campaign lack, of the shops that take part."""
    mine = facts["seller"].isin(sorted(basis.inputs.scope.sellers)) | facts["seller"].isna()
    inside = facts[facts["inside"] & (mine if basis.inputs.scope.sellers else True)]
    yield from _undelivered(basis, inside)
    for word, title, effect in (
        ("no_sku", "SKU ID", "they count with no registered SKU"),
        ("no_order", "Order ID", "they count in GMV and in no order, so order value and rates by order are off"),
        ("no_status", "Order Status that is known", "what was cancelled among them cannot be told"),
    ):
        rows = inside[inside[f"of_{word}"] > 0]
        if len(rows):
            many, worth = int(rows[f"of_{word}"].sum()), int(rows[f"worth_{word}"].sum())
            whose = shops(basis, [None if pd.isna(key) else str(key) for key in rows["seller"]])
            verb = "bears" if many == 1 else "bear"
            message = f"{counted(many, 'paid line')} of {whose}, {money(basis, worth)}, {verb} no {title}; {effect}"
            yield doubt("DAT131", EXPORTS, message, AGAIN, worth or None)


def _undelivered(basis: Basis, inside: pd.DataFrame) -> Iterator[Finding]:
    rows = inside[inside["of_done_unpaid"] > 0]
    if len(rows):
        many, worth = int(rows["of_done_unpaid"].sum()), int(rows["worth_done_unpaid"].sum())
        whose = shops(basis, [None if pd.isna(key) else str(key) for key in rows["seller"]])
        message = (
            f"{counted(many, 'line')} of {whose}, {money(basis, worth)}, {'is' if many == 1 else 'are'} shipped or "
            "completed without a Paid Time; GMV counts by the time of payment and is without them"
        )
        yield doubt("DAT130", EXPORTS, message, AGAIN, worth or None)
