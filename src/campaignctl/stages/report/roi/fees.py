"""The marketplace's fees as rates on sales, as far as its profile names them."""

from collections.abc import Iterable

from campaignctl.marketplaces.schema import Fee as Named
from campaignctl.stages.report.roi.arithmetic import Fee

REFERRAL = "referral_fee"
"""The key under which a profile names what the marketplace takes of every sale."""
_TOLD = {"gross_sales", "seller_discount", "platform_discount", "customer_shipping"}


def rates(fees: Iterable[Named]) -> tuple[Fee, ...]:
    """Return the fees that are a share of sales; others hang on refunds and are no part of a return."""
    return tuple(
        Fee(
            float(fee.rate),
            less_seller="seller_discount" in fee.minus,
            less_platform="platform_discount" in fee.minus,
            campaign=fee.once,
        )
        for fee in fees
        if fee.rate and "gross_sales" in fee.plus and {*fee.plus, *fee.minus} <= _TOLD
    )


def is_complete(fees: Iterable[Named]) -> bool:
    """Whether the fee on every sale is named; without it a return is only a part of what the platform took."""
    return any(fee.key == REFERRAL for fee in fees)


def named(fees: Iterable[Named]) -> str:
    """Return the names of the fees that count: ``Campaign service fee and Referral fee``."""
    found = [fee.name for fee in fees if rates([fee])]
    return " and ".join(found)
