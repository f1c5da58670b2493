"""A set-up in a currency that its marketplace does not trade in: the report is in the marketplace's, and says so."""

from collections.abc import Iterator

from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.naming import doubt


def currency(basis: Basis) -> Iterator[Finding]:
    """Yield that the set-up names another currency than the one all amounts are read in."""
    said, ours = basis.inputs.said_currency, basis.ledger.currency.code
    if said:
        market = basis.inputs.marketplace or "the marketplace"
        trades = f"the set-up says {said}, and {market} trades in {ours}"
        message = f"{trades}: exports, targets and budgets were all read as {ours}"
        fix = f"Choose {ours} as Currency, and enter targets and budgets in it; or choose the marketplace you mean."
        yield doubt("DAT125", Place("campaign.xlsx", "Campaign"), message, fix)
