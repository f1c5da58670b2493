"""How far the whole campaign left what such stretches usually sell."""

from campaignctl.insights.evidence import Evidence
from campaignctl.methods.own_past import Change, change


def whole_change(evidence: Evidence) -> Change | None:
    """Return the change of all sales against the stretches before; None where the past is too short."""
    rows = evidence.history.rows("value", "category")
    past = [sum(stretch) for stretch in zip(*(row.past for row in rows), strict=True)]
    return change(past, sum(row.now for row in rows))
