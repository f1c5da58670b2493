"""What a report is made of: the set-up, the tables that readers made, and what they noticed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.changes import Change
from campaignctl.domain.differing import Differing, Repeated
from campaignctl.domain.document import Input
from campaignctl.domain.earlier import Action, Earlier
from campaignctl.domain.events import NotedEvent
from campaignctl.domain.findings import Finding
from campaignctl.domain.lock import Lock
from campaignctl.domain.noted import Noted
from campaignctl.domain.observations import Observation
from campaignctl.marketplaces.schema import Fee
from campaignctl.metrics.counting import Scope
from campaignctl.pricing.paths import PricePaths
from campaignctl.stages.report.span import Span
from campaignctl.stages.report.taken_sums import Summed


@dataclass(frozen=True, slots=True)
class ReportInputs:
    """Everything a report needs, as values.

    ``order_lines`` is a pandas frame or a DuckDB relation of the shape ``ORDER_LINES``, ``streams`` one of the shape
    ``STREAMS``, ``traffic`` one of ``PRODUCT_TRAFFIC``; None when no such export was found. ``beside`` holds what else
    was handed in, by the names of ``metrics.measures.BESIDE_ORDERS``, each of its shape in ``domain.handed_out``.
    ``registered`` has a row per registered SKU: ``seller_id``, ``sku_id``, ``product_id``, ``category`` and, if known,
    ``product_name``.
    ``as_of`` is aware: figures are of what happened up to it. ``data_from`` is the first local day that the order
    exports cover; None takes it from the lines.

    ``lock`` is what was agreed and ``changes`` what moved since, ``prices`` what buyers pay by them, ``fees`` what the
    marketplace takes: without them the report says nothing of promises and of single promotions. ``known`` is the GMV
    that somebody has from elsewhere, in major units.
    ``addressed_to`` names whom the memo goes to.
    ``events`` are what the sheet Changes notes; ``owners`` says who answers for a seller, category,
    promotion, product or SKU by its id or name, and for the campaign by ``""``. ``past`` are this campaign's reports of
    the same ``span``, oldest first; ``earlier`` those of earlier campaigns; ``asked`` what the last one asked.
    ``for_some`` names the promotions that only some buyers get, for a report without ``prices``.
    ``held_to`` is for ``known`` alone: how far exports reach beyond a past ``as_of``, where they date no refund.
    ``noted`` is what people noted of actions, by their id, and ``people`` are those who may.
    ``summed`` says how sums were taken that stand among the order lines; None where there are none. ``with_sums`` puts
    them there.
    ``differing`` are exports that tell the same orders differently, ``repeated`` orders that count twice, and
    ``said_currency`` is what the set-up says where that is not what amounts were read in.
    """

    campaign: Campaign
    as_of: datetime
    order_lines: object | None = None
    streams: object | None = None
    traffic: object | None = None
    beside: Mapping[str, object] = field(default_factory=dict)
    registered: pd.DataFrame | None = None
    seller_names: Mapping[str, str] = field(default_factory=dict)
    marketplace: str = ""
    prepared_by: str = ""
    addressed_to: str = ""
    findings: tuple[Finding, ...] = ()
    observations: tuple[Observation, ...] = ()
    inputs: tuple[Input, ...] = ()
    data_from: date | None = None
    lock: Lock | None = None
    changes: tuple[Change, ...] = ()
    prices: PricePaths | None = None
    fees: tuple[Fee, ...] = ()
    known: Decimal | None = None
    events: tuple[NotedEvent, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    span: Span = Span.CAMPAIGN
    past: tuple[Earlier, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    asked: tuple[Action, ...] = ()
    asked_on: datetime | None = None
    noted: Mapping[str, Noted] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    week_starts: str = "Monday"
    for_some: frozenset[str] = frozenset()
    held_to: datetime | None = None
    summed: Summed | None = None
    differing: tuple[Differing, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    said_currency: str = ""

    @property
    def narrowed(self) -> frozenset[str]:
        """The promotions that only some buyers get; the first audience is anyone."""
        if self.prices is None:
            return self.for_some
        return frozenset(offer.id for offer in self.prices.offers if 0 not in offer.audiences)

    @property
    def zone(self) -> ZoneInfo:
        """The campaign's time zone."""
        return ZoneInfo(self.campaign.zone)

    @property
    def window(self) -> Window:
        """The campaign's window; ``ValueError`` when the set-up names none."""
        if self.campaign.window is None:
            raise ValueError("a campaign without a window has no report")
        return self.campaign.window

    @property
    def last(self) -> Earlier | None:
        """The newest report before this one; of regular reports there is none of the same period."""
        before = [report for report in self.past if report.as_of < self.as_of]
        return before[-1] if before and self.span is Span.CAMPAIGN else None

    @property
    def names(self) -> Mapping[str, str]:
        """Shop names by seller id: as given, else as the sheet Sellers has them."""
        return {**{seller.id: seller.name for seller in self.campaign.sellers}, **self.seller_names}

    @property
    def listed(self) -> pd.DataFrame | None:
        """The registered SKUs, or None when there are none."""
        return None if self.registered is None or self.registered.empty else self.registered

    @property
    def scope(self) -> Scope:
        """What the campaign counts: registered SKUs or whole shops, of the sellers that take part.

        Sums that do not say which SKU they are of leave whole shops alone to be counted.
        """
        listed, tells = self.listed, self.summed is None or self.summed.names_skus
        taking_part = [s.id for s in self.campaign.sellers if s.role.casefold() not in {"comparison", "outside"}]
        sellers = taking_part if listed is None else [str(seller) for seller in listed["seller_id"].dropna().unique()]
        return Scope(
            registered=listed if tells else None,
            whole_shops=self.campaign.counts.casefold().startswith("whole"),
            sellers=frozenset(sellers),
            categories={seller.id: seller.category for seller in self.campaign.sellers if seller.category},
        )
