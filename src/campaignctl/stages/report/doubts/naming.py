"""A doubt is a finding: its code, its name, how much it weighs, and how amounts and shops are written in it."""

from collections.abc import Iterable

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.formats import Format, words
from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import listed
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.phrases import cut

NAMES = {
    "DAT124": "exports-disagree",
    "DAT125": "currency-of-another-market",
    "DAT126": "days-of-one-shop-missing",
    "DAT127": "amounts-do-not-add-up",
    "DAT128": "amounts-below-zero",
    "DAT129": "nothing-of-a-shop-counts",
    "DAT130": "delivered-without-a-payment",
    "DAT131": "lines-without-an-id",
    "DAT132": "export-of-another-shop",
    "DAT133": "prices-of-another-size",
    "DAT134": "order-of-two-shops",
    "DAT135": "line-twice-in-a-file",
    "DAT136": "shop-not-on-the-sheet",
    "DAT137": "exports-of-another-time",
    "DAT138": "product-lists-of-other-days",
}
MOST_NAMES = 3


def doubt(code: str, place: Place, message: str, fix: str, amount: int | None = None) -> Finding:
    """Return a doubt; ``amount`` is the money at stake, in minor units."""
    return Finding(code, NAMES[code], Severity.WARNING, place, "", message, fix, amount)


def money(basis: Basis, minor: int, *, signed: bool = False) -> str:
    """Return an amount in words: ``$4,646``."""
    code = basis.ledger.currency.code
    currency = CURRENCIES.get(code) or Currency(code, 2, code)
    return words(currency.major(minor), Format.MONEY, code, signed=signed)


def shops(basis: Basis, keys: Iterable[str | None]) -> str:
    """Return the names of a few shops, or the first three and others."""
    names = [cut(basis.seller(key), 28) for key in keys]
    return listed(names) if len(names) <= MOST_NAMES else f"{', '.join(names[:MOST_NAMES])} and others"
