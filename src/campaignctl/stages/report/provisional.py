"""Which figures are provisional: returns and late cancellations move them until the day on which figures are final.

What came before is moved no more, so a share that came back so far is set beside that of earlier weeks and not against
it: every campaign's first days would look like a triumph. Earlier campaigns are taken at the same age.
"""

from dataclasses import replace

from campaignctl.domain.tables import Column
from campaignctl.metrics.compare import change
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.metric import Metric
from campaignctl.stages.report.basis import Basis

UNDATED = frozenset({"net_gmv", "refund_rate", "refund_rate_orders", "refunded_value", "return_rate_units"})
"""What rests on refunds, which order exports give no date for."""
STILL_MOVES = UNDATED | {"keep_rate", "cancel_rate", "cancelled_value"}
"""What returns and late cancellations change after the campaign has ended."""
WHY_NOT = "it moves until returns are closed, and that of the days before moves no more"
CAME_BACK = "What came back"


def is_provisional(basis: Basis) -> bool:
    """Whether returns may still change the figures: the day named in the set-up has not come, or none is named."""
    final = basis.inputs.campaign.figures_final
    as_of = basis.inputs.as_of.astimezone(basis.inputs.zone).date()
    return not basis.periods.is_over or final is None or as_of < final


def still_moves(basis: Basis, metric: str) -> bool:
    """Whether a metric is provisional in this report."""
    return metric in STILL_MOVES and is_provisional(basis)


def marked(basis: Basis, metric: str, label: str) -> str:
    """Return a label, marked where its figure is provisional: ``Refund rate (provisional)``."""
    return f"{label} (provisional)" if still_moves(basis, metric) else label


def headed(basis: Basis, column: Column) -> Column:
    """Return a column of what came back, its group marked while it is provisional; any other as it is."""
    is_open = column.group == CAME_BACK and is_provisional(basis)
    return replace(column, group=f"{CAME_BACK} so far") if is_open else column


def against_before(basis: Basis, page: Metric, reference: str) -> None:
    """Enter the change of a total against an earlier stretch; of a provisional figure why there is none."""
    change(basis.ledger, page, TOTAL, reference, unlike=WHY_NOT if still_moves(basis, page.id) else "")
