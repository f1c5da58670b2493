"""``roster.xlsx`` as a document: everyone invited, every line, every finding, and whom to chase."""

from collections.abc import Mapping

from campaignctl.domain.document import Document
from campaignctl.stages.collect.chase import chase
from campaignctl.stages.collect.counts import counts
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.finding_sheets import all_findings, since_last
from campaignctl.stages.collect.roster_sheet import roster_sheet
from campaignctl.stages.collect.row_sheets import coupons, products, slots
from campaignctl.stages.collect.stage import Collected

SHEETS = (roster_sheet, products, coupons, slots, all_findings, since_last, chase, counts)


def roster(collected: Collected, home: str = "..", returns: Mapping[str, str] | None = None) -> Document:
    """Return the roster of a collection.

    ``home`` leads from the workbook to the campaign's folder, blank where nothing does; ``returns`` gives, by seller
    id, the path from the roster to the workbook that goes back.
    """
    draft = Draft(collected, home, returns or {})
    sections = tuple(make(draft) for make in SHEETS)
    return Document(
        campaign=collected.case.campaign.name,
        as_of=collected.round.as_of,
        figures=draft.figures,
        sections=sections,
        inputs=collected.inputs,
    )
