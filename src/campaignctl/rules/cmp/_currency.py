"""The cell that names a currency in which the marketplace does not trade."""

from campaignctl.domain.observations import Kind, Observation
from campaignctl.rules.case import Case
from campaignctl.workbooks import SETUP
from campaignctl.workbooks.campaign import CURRENCY


def of_another_market(case: Case) -> tuple[Observation, ...]:
    """Return what the reader met there: nothing where the currency is the marketplace's, or blank."""
    return tuple(
        one
        for one in case.observations
        if one.kind is Kind.NOT_A_CHOICE and (one.place.sheet, one.place.column) == (SETUP[0].name, CURRENCY.name)
    )
