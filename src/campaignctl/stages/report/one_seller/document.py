"""The scorecard of one seller: figures, pace, promises and livestreams, from a report that knows no other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from campaignctl.domain.campaign import Seller
from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.stages.report.cover import cover
from campaignctl.stages.report.definitions import definitions
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.known import as_known
from campaignctl.stages.report.livestreams import livestreams
from campaignctl.stages.report.measure import measured
from campaignctl.stages.report.one_seller.own import own_inputs
from campaignctl.stages.report.one_seller.promises import own_promises
from campaignctl.stages.report.pace import pace
from campaignctl.stages.report.periods import first_day
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.places import seller_page
from campaignctl.stages.report.texts import texts_of
from campaignctl.stages.report.verdict import judge

SHORT_FROM = 10_000
"""From this amount on a seller's deck shortens money to thousands."""


def seller_documents(inputs: ReportInputs, sellers: Iterable[Seller]) -> Iterator[tuple[Seller, Document]]:
    """Yield the document of each of ``sellers`` of whom the exports hold a paid line of the campaign."""
    known = as_known(inputs)
    since = known.data_from or first_day(known)
    for seller in sellers:
        document = _document(own_inputs(known, seller, since), seller)
        if document is not None:
            yield seller, document


def _document(inputs: ReportInputs, seller: Seller) -> Document | None:
    basis = measured(inputs)
    if not basis.has_lines or basis.ledger.value("gmv") is None:
        return None
    name = inputs.names.get(seller.id) or seller.id
    days = judge(basis, "days", "day", [str(day) for day in basis.days])
    sections = (
        cover(basis),
        seller_page(basis, name),
        pace(basis, days),
        own_promises(basis),
        livestreams(basis),
        definitions(basis),
    )
    return Document(
        campaign=inputs.campaign.name,
        as_of=inputs.as_of.astimezone(inputs.zone).isoformat(),
        figures={key: _in_full(figure) for key, figure in basis.ledger.figures.items()},
        sections=tuple(section for section in sections if section is not None),
        texts=texts_of(basis)
        | {
            "campaign.name": name,
            "report.kind": f"Seller scorecard  ·  {cut(inputs.campaign.name)}",
            "report.audience": f"for {cut(name)}",
        },
    )


def _in_full(figure: Figure) -> Figure:
    """Return a figure as one shop reads it: below ten thousand in whole units, where ``$2K`` would hide the change."""
    is_small = figure.format is Format.MONEY_SHORT and abs(figure.number or 0) < SHORT_FROM
    return replace(figure, format=Format.MONEY) if is_small else figure
