"""The price that a buyer must see of what was locked, when its promotion starts: one function, whoever works it out."""

import pandas as pd

from campaignctl.domain.frames import Dtype, Shape, framed
from campaignctl.rules.case import Case

EXPECTED: Shape = {"shelf_price": Dtype.MONEY, "coupon_price": Dtype.MONEY}
"""On the product page, and at best for anyone with coupons; money in minor units, missing where it is not known."""


def expected_prices(case: Case, keyed: pd.DataFrame) -> pd.DataFrame:  # noqa: ARG001 - prices will come of the case
    """Return what buyers must see of each row of ``keyed`` (``KEYED_IN``) at its start, as ``EXPECTED``."""
    return framed({"shelf_price": keyed["deal_price"].array}, len(keyed), EXPECTED).set_axis(keyed.index, axis=0)
