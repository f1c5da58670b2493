"""The scorecard of one seller: cover, figures, pace and livestreams, from a report that knows no other seller."""

from collections.abc import Iterable, Iterator

from campaignctl.domain.campaign import Seller
from campaignctl.domain.document import Document
from campaignctl.stages.report.cover import cover
from campaignctl.stages.report.definitions import definitions
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.livestreams import livestreams
from campaignctl.stages.report.measure import first_day, measured
from campaignctl.stages.report.one_seller.own import own_inputs
from campaignctl.stages.report.pace import pace
from campaignctl.stages.report.places import seller_page
from campaignctl.stages.report.texts import texts_of
from campaignctl.stages.report.verdict import judge


def seller_documents(inputs: ReportInputs, sellers: Iterable[Seller]) -> Iterator[tuple[Seller, Document]]:
    """Yield the document of each of ``sellers`` of whom the exports hold a paid line of the campaign."""
    since = inputs.data_from or first_day(inputs)
    for seller in sellers:
        document = _document(own_inputs(inputs, seller, since), seller)
        if document is not None:
            yield seller, document


def _document(inputs: ReportInputs, seller: Seller) -> Document | None:
    basis = measured(inputs)
    if not basis.has_lines or basis.ledger.value("gmv") is None:
        return None
    name = inputs.names.get(seller.id) or seller.id
    days = judge(basis, "days", "day", [str(day) for day in basis.days])
    sections = (cover(basis), seller_page(basis, name), pace(basis, days), livestreams(basis), definitions(basis))
    return Document(
        campaign=inputs.campaign.name,
        as_of=inputs.as_of.astimezone(inputs.zone).isoformat(),
        figures=basis.ledger.figures,
        sections=tuple(section for section in sections if section is not None),
        texts=texts_of(basis) | {"campaign.name": name},
    )
