"""Which estimate the data allow: four rungs, each with what would lift the report to the next."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from campaignctl.stages.report.lift.series import Series

DAYS_WITH_CONTROL, DAYS_OF_TREND, DAYS_OF_BASELINE = 84, 56, 7
LEAST_FAR_SHOPS = 8
HISTORY, FAR = "days of orders before the campaign", "comparison shops outside the campaign's categories"
NEAR = "the campaign may take sales from the others, which share its categories"


class Rung(IntEnum):
    """The best first."""

    CONTROL = 1
    TREND = 2
    BASELINE = 3
    NOTHING = 4


@dataclass(frozen=True, slots=True)
class Want:
    """Something that has to be there ``least`` times, and is only ``there`` times; ``why`` others do not count."""

    what: str
    least: int
    there: int
    why: str = ""

    @property
    def verb(self) -> str:
        """``is`` of one, ``are`` of any other number."""
        return "is" if self.there == 1 else "are"

    @property
    def because(self) -> str:
        """Why others do not count, as the end of a remark."""
        return f"; {self.why}" if self.why else ""

    def __str__(self) -> str:
        return f"{self.least} {self.what} ({self.there} {self.verb} there{self.because})"


@dataclass(frozen=True, slots=True)
class Standing:
    """The rung the data stand on, and what is missing for the next better one."""

    rung: Rung
    missing: tuple[Want | str, ...] = ()

    @property
    def lacks(self) -> str:
        """What is missing in words, for a finding; a sentence of the report holds figures instead."""
        return " and ".join(map(str, self.missing))


def shared(series: Series) -> Series:
    """Return the series from the day on which both groups sell: exports of one may reach further back."""
    both = np.flatnonzero((series.campaign > 0) & (series.far > 0))
    begun = int(both[0]) if both.size else 0
    return series.since(begun) if 0 < begun < series.start else series


def standing(series: Series) -> Standing:
    """Return the rung of a series; only days on which both groups had begun to sell count for a control."""
    reach = series.start + series.days
    if not series.days or reach > len(series.campaign):
        return Standing(Rung.NOTHING, ("a whole day of the campaign",))
    if series.before >= DAYS_OF_BASELINE and _has_hole(series):
        return Standing(Rung.BASELINE, ("orders of every day of the campaign",))
    missing = _missing_for_control(shared(series))
    if not missing:
        return Standing(Rung.CONTROL)
    if series.before >= DAYS_OF_TREND and _every_week_sold(series):
        return Standing(Rung.TREND, missing)
    if series.before >= DAYS_OF_TREND:
        return Standing(Rung.BASELINE, ("sales in the campaign and in each of the eight weeks before it",))
    if series.before >= DAYS_OF_BASELINE:
        return Standing(Rung.BASELINE, (Want(HISTORY, DAYS_OF_TREND, series.before),))
    return Standing(Rung.NOTHING, (Want(HISTORY, DAYS_OF_BASELINE, series.before),))


def _has_hole(series: Series) -> bool:
    """Whether a day of the campaign lacks all sales though none of the eight weeks before does: an export is not whole.

    Shops so small that a day without sales is nothing new have no hole.
    """
    inside = series.campaign[series.start : series.start + series.days]
    usual = series.campaign[max(series.start - DAYS_OF_TREND, 0) : series.start]
    return bool((inside <= 0).any() and (inside > 0).any() and (usual > 0).all())


def _every_week_sold(series: Series) -> bool:
    """Whether every week that the trend is fitted to has sales on the campaign's weekdays, and the campaign too."""
    weeks = series.campaign[series.start - DAYS_OF_TREND : series.start].reshape(-1, 7)[:, : series.days]
    inside = series.campaign[series.start : series.start + series.days]
    return bool((weeks.sum(axis=1) > 0).all() and inside.sum() > 0)


def _missing_for_control(series: Series) -> tuple[Want | str, ...]:
    missing: list[Want | str] = []
    reach = series.start + series.days
    if series.before < DAYS_WITH_CONTROL:
        missing.append(Want(HISTORY, DAYS_WITH_CONTROL, series.before))
    if series.far_shops < LEAST_FAR_SHOPS:
        missing.append(Want(FAR, LEAST_FAR_SHOPS, series.far_shops, NEAR if series.near_shops else ""))
    if not missing and not ((series.campaign[:reach] > 0).all() and (series.far[:reach] > 0).all()):
        missing.append("sales on every day in both groups")
    return tuple(missing)
