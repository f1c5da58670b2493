"""Money is a whole number of a currency's smallest unit, and a share of it rounds half up.

Amounts travel as ``int`` (or an ``Int64`` column) in minor units: 1299 is $12.99 in USD and Rp1299 in IDR.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency: ``decimals`` is how many digits its minor unit has.

    ``comma`` is true where people write decimals after a comma and group thousands with points.
    """

    code: str
    decimals: int
    symbol: str
    comma: bool = False

    def major(self, minor: int) -> Decimal:
        """Return ``minor`` units as an exact decimal number of the currency itself."""
        return Decimal(minor).scaleb(-self.decimals)

    def minor(self, major: Decimal) -> int:
        """Return an amount in minor units; ``ValueError`` when it has more decimals than the currency."""
        scaled = major.scaleb(self.decimals)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{major} has more than {self.decimals} decimals")
        return int(scaled)


CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency("USD", 2, "$"),
        Currency("GBP", 2, "£"),
        Currency("EUR", 2, "€", comma=True),
        Currency("CAD", 2, "C$"),
        Currency("MXN", 2, "MX$"),
        Currency("BRL", 2, "R$", comma=True),
        Currency("SGD", 2, "S$"),
        Currency("MYR", 2, "RM"),
        Currency("THB", 2, "฿"),
        Currency("PHP", 2, "₱"),
        Currency("TWD", 2, "NT$"),
        Currency("PLN", 2, "zł", comma=True),
        Currency("IDR", 0, "Rp", comma=True),
        Currency("VND", 0, "₫", comma=True),
        Currency("JPY", 0, "¥"),
    )
}


def share_of(amount: int, rate: Decimal | float | str) -> int:
    """Return ``rate`` (a fraction, 0.3 is 30 %) of ``amount`` minor units, rounded half up.

    A float is taken at its shortest written form, so 0.15 means fifteen hundredths exactly.
    """
    exact = Decimal(amount) * Decimal(str(rate))
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
