"""A share of money, for whole columns at once: minor units in and out, never floats.

Rates are whole millionths (12.5 % is 125,000), so that what a percentage of a price comes to is exact before it is
rounded.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Rounding = Literal["half up", "half even", "down", "up"]

WHOLE = 1_000_000
"""A rate of 100 %, in millionths."""


def millionths(rate: Decimal | float) -> int:
    """Return a fraction in whole millionths; a float is taken at its shortest written form."""
    return int((Decimal(str(rate)) * WHOLE).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def shares_of(amounts: Any, rates: Any, rounding: Rounding = "half up") -> Any:
    """Return ``rates`` (millionths) of ``amounts`` (minor units, not negative), each rounded to a whole unit.

    Both may be arrays or single numbers. The whole millions of an amount are taken apart first, so that no product
    leaves 64 bits.
    """
    millions = amounts // WHOLE
    part = (amounts - millions * WHOLE) * rates
    if rounding == "half up":
        return millions * rates + (part + WHOLE // 2) // WHOLE
    if rounding == "up":
        return millions * rates - (-part // WHOLE)
    down = millions * rates + part // WHOLE
    if rounding == "down":
        return down
    rest = part % WHOLE
    return down + ((rest > WHOLE // 2) | ((rest == WHOLE // 2) & (down % 2 == 1)))


def dearest_part(total: Any, units: Any) -> Any:
    """Return what the first of ``units`` equal units bears of ``total``: cents that do not divide go to the first."""
    return -(-total // units)
