"""Which estimate the data allow: four rungs, each with what would lift the report to the next."""

from dataclasses import dataclass
from enum import IntEnum

from campaignctl.stages.report.lift.series import Series

DAYS_WITH_CONTROL, DAYS_OF_TREND, DAYS_OF_BASELINE = 84, 56, 7
LEAST_FAR_SHOPS = 8


class Rung(IntEnum):
    """The best first."""

    CONTROL = 1
    TREND = 2
    BASELINE = 3
    NOTHING = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """The rung the data stand on and, in words, what is missing for the next better one."""

    rung: Rung
    lacks: str = ""


def standing(series: Series) -> Standing:
    """Return the rung of a series."""
    reach = series.start + series.days
    if not series.days or reach > len(series.campaign):
        return Standing(Rung.NOTHING, "a whole day of the campaign")
    lacks = _lacks_for_control(series, reach)
    if not lacks:
        return Standing(Rung.CONTROL)
    if series.before >= _blocks(series.days) and _every_week_sold(series):
        return Standing(Rung.TREND, lacks)
    if series.before >= DAYS_OF_BASELINE:
        return Standing(Rung.BASELINE, f"{_blocks(series.days)} days of orders before the campaign, sales in each week")
    return Standing(Rung.NOTHING, f"{DAYS_OF_BASELINE} days of orders before the campaign")


def _blocks(days: int) -> int:
    """Return the days that the weekly trend asks for: eight blocks of whole weeks that hold the campaign."""
    return max(DAYS_OF_TREND, 8 * 7 * -(-days // 7))


def _every_week_sold(series: Series) -> bool:
    """Whether every block that the trend is fitted to has sales, and the campaign too."""
    step = 7 * -(-series.days // 7)
    blocks = (series.campaign[series.start - step * back :][: series.days] for back in range(9))
    return all(block.sum() > 0 for block in blocks)


def _lacks_for_control(series: Series, reach: int) -> str:
    lacks = []
    if series.before < DAYS_WITH_CONTROL:
        lacks.append(f"{DAYS_WITH_CONTROL} days of orders before the campaign ({series.before} are there)")
    if series.far_shops < LEAST_FAR_SHOPS:
        lacks.append(
            f"{LEAST_FAR_SHOPS} comparison shops outside the campaign's categories ({series.far_shops} are there)"
        )
    if not lacks and not ((series.campaign[:reach] > 0).all() and (series.far[:reach] > 0).all()):
        lacks.append("sales on every day in both groups")
    return " and ".join(lacks)
