"""The figures that insights enter: amounts, shares and changes, each under the word of the insight and its key."""

from dataclasses import dataclass

from campaignctl.domain.formats import Format
from campaignctl.metrics.metric import Unit


@dataclass(frozen=True, slots=True)
class Term:
    """A figure's name and meaning."""

    id: str
    label: str
    formula: str
    unit: Unit
    format: Format


MONEY = Term("insight_money", "Money", "as its sentence says", Unit.MONEY, Format.MONEY_SHORT)
USUAL = Term("usual", "Usual", "geometric mean of the equal stretches before", Unit.MONEY, Format.MONEY_SHORT)
CHANGE = Term("insight_change", "Change", "against the usual of the stretches before", Unit.RATE, Format.PERCENT)
CHANGE_LOW = Term("insight_change_low", "Low end", "2.5% end of the interval", Unit.RATE, Format.PERCENT)
CHANGE_HIGH = Term("insight_change_high", "High end", "97.5% end of the interval", Unit.RATE, Format.PERCENT)
COUNT = Term("insight_count", "Count", "as its sentence says", Unit.COUNT, Format.COUNT)
RATIO = Term("insight_ratio", "Ratio", "margin added per unit of discount", Unit.RATE, Format.RETURN)
TERMS = (COUNT, MONEY, USUAL, CHANGE, CHANGE_LOW, CHANGE_HIGH, RATIO)
