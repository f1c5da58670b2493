"""The case that rules judge: the campaign, its frames with everything a row's promotion and seller say, the profile."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.changes import Change, promised
from campaignctl.domain.lock import Lock
from campaignctl.domain.observations import Observation
from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.paths import PricePaths, locked_paths, price_paths
from campaignctl.readers.books import SheetMap
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.after_lock import after_lock
from campaignctl.rules.against import against_lock
from campaignctl.rules.campaign import campaign_of
from campaignctl.rules.decided import without_rejected
from campaignctl.rules.lines import joined_coupons, joined_lines, joined_promotions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at.

    ``frames`` holds one frame per sheet key, all files together. ``promotions``, ``coupons`` and ``sku_lines`` say
    ``tool`` by the profile's key and carry what belongs to them: see ``rules.lines`` and ``rules.against``. Lines that
    the team rejected stand in ``rejected_lines`` instead; ``all_lines`` holds the Products sheets as they were read.
    What came in since the lock stands in ``configured``, ``unconfigured`` and ``launch_check``: see
    ``rules.after_lock``.
    ``lock`` is the newest one on record, and ``changes`` what the sheet Changes says since.
    ``now`` is the hour at which the campaign is looked at, aware, or None when nobody asked; ``idle`` are the rows of
    the Rules sheet that met no finding, known once all other rules have run.
    ``all_rows`` is the case that this one was narrowed from, None when nothing was left out.
    """

    campaign: Campaign
    profile: Profile
    frames: Mapping[str, pd.DataFrame]
    maps: Mapping[tuple[str, str], SheetMap]
    observations: tuple[Observation, ...]
    read_sheets: frozenset[str]
    lock: Lock | None = None
    changes: tuple[Change, ...] = ()
    now: datetime | None = None
    idle: frozenset[int] = frozenset()
    all_rows: "Case | None" = field(default=None, kw_only=True, repr=False)
    made: dict[tuple[Any, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def whole(self) -> "Case":
        """The case with all its rows, whatever a rule was narrowed to."""
        return self.all_rows or self

    def once(self, make: Callable[..., T], *of: Hashable) -> T:
        """Return ``make(case, *of)``, made when it is first asked for and kept as long as the case.

        ``make`` must be a function of a module, for it is what the value is kept under. The value is shared: nobody may
        change it. A case with other rows makes its own; what does not depend on the rows that a rule is narrowed to is
        asked of ``case.whole``.
        """
        key = (make, *of)
        if key not in self.made:
            self.made[key] = make(self, *of)
        made: T = self.made[key]
        return made

    @property
    def setup(self) -> pd.DataFrame:
        """The Campaign sheet: one row, or none when it is missing."""
        return self.frames["campaign"]

    @property
    def targets(self) -> pd.DataFrame:
        """The Targets sheet."""
        return self.frames["targets"]

    @property
    def promotions(self) -> pd.DataFrame:
        """The Promotions sheet, with the profile's tool keys."""
        return self.frames["promotions"]

    @property
    def sellers(self) -> pd.DataFrame:
        """The Sellers sheet."""
        return self.frames["sellers"]

    @property
    def contacts(self) -> pd.DataFrame:
        """The Contacts sheet."""
        return self.frames["contacts"]

    @property
    def registrations(self) -> pd.DataFrame:
        """The Seller sheets of all forms, a row per form."""
        return self.frames["registration"]

    @property
    def sku_lines(self) -> pd.DataFrame:
        """The Products sheets of all forms: a row per SKU and promotion."""
        return self.frames["sku_lines"]

    @property
    def coupons(self) -> pd.DataFrame:
        """The Coupons sheets of all forms."""
        return self.frames["coupons"]

    @property
    def prices(self) -> PricePaths:
        """What buyers pay for every item at every moment; of all lines, whatever rows a rule is narrowed to."""
        return self.whole.once(_prices)

    @property
    def timeline(self) -> pd.DataFrame:
        """The Timeline sheet."""
        return self.frames["timeline"]

    @property
    def streams(self) -> pd.DataFrame:
        """The Livestreams sheet of the set-up."""
        return self.frames["livestreams"]

    @property
    def segments(self) -> pd.DataFrame:
        """The Run of show sheet."""
        return self.frames["run_of_show"]

    @property
    def slots(self) -> pd.DataFrame:
        """The Livestreams sheets of all forms: what sellers offer."""
        return self.frames["slots"]

    @property
    def promised_prices(self) -> PricePaths | None:
        """What buyers pay by the newest lock, with every approved change applied; None where nothing is locked."""
        return self.whole.once(_promised_prices)

    @property
    def zone(self) -> ZoneInfo:
        """The campaign's zone."""
        return ZoneInfo(self.campaign.zone)

    def local(self, moment: datetime) -> datetime:
        """Return a moment on the campaign's clock."""
        return moment.astimezone(self.zone)

    def field(self, key: str) -> Any:
        """Return a field of the Campaign sheet, or None."""
        if self.setup.empty or pd.isna(self.setup[key].iloc[0]):
            return None
        return self.setup[key].iloc[0]

    def with_rows(self, over: str, rows: pd.DataFrame) -> "Case":
        """Return the case with one frame narrowed to ``rows``: some of its own, under the labels they have."""
        return replace(self, frames={**self.frames, over: rows}, all_rows=self.whole)


def _prices(case: Case) -> PricePaths:
    return price_paths(case.frames, case.profile, case.campaign.currency)


def _promised_prices(case: Case) -> PricePaths | None:
    return None if case.lock is None else locked_paths(promised(case.lock, case.changes), case.frames, case.profile)


def case_of(material: Material, now: datetime | None = None) -> Case:
    """Return the case that a campaign's workbooks make, looked at ``now`` (aware) if that is given."""
    frames = dict(material.frames)
    campaign = campaign_of(frames, material.profile, material.reading)
    frames["promotions"] = joined_promotions(frames["promotions"], material.profile)
    frames["coupons"] = joined_coupons(frames["coupons"], frames["sellers"], frames["registration"], material.profile)
    frames["sku_lines"] = joined_lines(
        frames["sku_lines"], frames["promotions"], frames["sellers"], frames["registration"]
    )
    frames["sku_lines"] = against_lock(frames["sku_lines"], material.lock, material.changes)
    frames["all_lines"] = material.frames["sku_lines"]
    frames |= after_lock(frames, material.lock, material.changes)
    judged, met = without_rejected(frames, material.observations)
    return Case(
        campaign,
        material.profile,
        judged,
        material.maps,
        met,
        material.read_sheets,
        material.lock,
        material.changes,
        now=now,
    )
