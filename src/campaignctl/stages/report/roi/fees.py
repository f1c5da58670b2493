"""The marketplace's fees as rates on sales: as settlements show them, else as far as its profile names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.marketplaces.schema import Fee as Named
from campaignctl.metrics.catalogue import by_id
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import COMMISSION_RATE
from campaignctl.stages.report.roi.arithmetic import Fee

REFERRAL = "referral_fee"
"""The key under which a profile names what the marketplace takes of every sale; the figure has the same word."""
CAMPAIGN = "campaign_fee"
FEWEST = 30
"""Settled orders from which on the fees they bore are taken for those of all orders."""
_TOLD = {"gross_sales", "seller_discount", "platform_discount", "customer_shipping"}


@dataclass(frozen=True, slots=True)
class Fees:
    """The fees that count in a return, and what they are called.

    ``complete`` says that what is taken of every sale is among them, ``settled`` that settlements told it.
    ``commission`` is what sellers pay creators, None where no settlement tells it: it is none of the platform's.
    """

    rates: tuple[Fee, ...] = ()
    names: tuple[str, ...] = ()
    complete: bool = False
    settled: bool = False
    commission: Fee | None = None

    @property
    def paid_out(self) -> tuple[Fee, ...]:
        """What goes to neither side: commission."""
        return () if self.commission is None else (self.commission,)

    @property
    def sellers(self) -> tuple[Fee, ...]:
        """What sellers' contribution bears: the fees, and commission."""
        return (*self.rates, *self.paid_out)

    @property
    def words(self) -> str:
        """The names of the fees: ``Campaign service fee and Referral fee``."""
        return " and ".join(self.names)


NONE = Fees()


def fees_of(basis: Basis) -> Fees:
    """Return the fees of the campaign; one that settlements show stands in for the profile's."""
    shown = dict(_settled(basis))
    kept = [fee for fee in basis.inputs.fees if _rates_of(fee) and not (shown and _is_shown(fee, shown))]
    rates = (*(rate for fee in kept for rate in _rates_of(fee)), *shown.values())
    names = (*(fee.name for fee in kept), *(by_id(word).label for word in shown))
    told = REFERRAL in shown
    complete = told or any(fee.key == REFERRAL for fee in basis.inputs.fees)
    return Fees(rates, names, complete, told, _commission(basis))


def _commission(basis: Basis) -> Fee | None:
    """Return creators' commission as a rate on net sales, as enough settled orders bore it; enter the rate.

    Ordinary sales are taken to bear the same, so only what was sold more costs more of it.
    """
    sales, taken = _net_sales(basis), float(basis.ledger.value("settled_commission") or 0)
    if not sales or taken <= 0:
        return None
    basis.ledger.enter(COMMISSION_RATE, taken / sales)
    return Fee(taken / sales, less_seller=True)


def _net_sales(basis: Basis) -> float:
    """Return the net sales that settlements tell, nothing where too few orders are settled."""
    sales = float(basis.ledger.value("settled_net_sales") or 0)
    return sales if (basis.ledger.value("settled_orders") or 0) >= FEWEST and sales > 0 else 0.0


def _settled(basis: Basis) -> Iterator[tuple[str, Fee]]:
    """Yield the fees that enough settled orders bore, as rates on net sales: list value less seller discount."""
    sales = _net_sales(basis)
    for word in (REFERRAL, CAMPAIGN) if sales else ():
        taken = float(basis.ledger.value(word) or 0)
        if taken > 0:
            yield word, Fee(taken / sales, less_seller=True, campaign=word == CAMPAIGN)


def _is_shown(fee: Named, shown: dict[str, Fee]) -> bool:
    return fee.key in shown or (CAMPAIGN in shown and fee.once)


def _rates_of(fee: Named) -> tuple[Fee, ...]:
    """Return a fee that is a share of sales; others hang on refunds and are no part of a return."""
    if not fee.rate or "gross_sales" not in fee.plus or not {*fee.plus, *fee.minus} <= _TOLD:
        return ()
    return (Fee(float(fee.rate), "seller_discount" in fee.minus, "platform_discount" in fee.minus, fee.once),)
