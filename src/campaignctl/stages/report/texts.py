"""The plain words that templates may use: the campaign's name, its period, who prepared the report and when."""

from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.subject import kind
from campaignctl.stages.report.times import clock_words

SLUGS = Slugs(
    texts=(
        "campaign.name",
        "campaign.marketplace",
        "campaign.period",
        "campaign.zone_words",
        "report.as_of_words",
        "report.prepared_by",
        "report.addressed_to",
        "report.kind",
        "report.audience",
    ),
)


def texts_of(basis: Basis) -> dict[str, str]:
    """Return the words by token."""
    inputs = basis.inputs
    team = f"Campaign operations, {inputs.marketplace}" if inputs.marketplace else "Campaign operations"
    return {
        "campaign.name": inputs.campaign.name,
        "campaign.marketplace": inputs.marketplace or inputs.campaign.marketplace,
        "campaign.period": basis.period_words,
        "campaign.zone_words": clock_words(inputs.window, inputs.zone),
        "report.as_of_words": basis.as_of_words,
        "report.prepared_by": inputs.prepared_by or team,
        "report.addressed_to": inputs.addressed_to,
        "report.kind": kind(basis),
        "report.audience": "internal",
    }
