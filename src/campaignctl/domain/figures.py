"""A figure is one number of a report, with the id under which every output shows the same value.

An id reads ``metric[.scope[.key]][@period][~comparison]`` in lower case (``gmv.seller.s-001@baseline``);
the same word is the token in a template.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from campaignctl.domain.formats import Format, office_for, words


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its unit, format, definition and, when it is not available, the reason.

    ``value`` is in the unit's natural form: money a ``Decimal`` in major units (``unit`` is the currency code),
    rates as fractions, durations in seconds, counts as ``int``; ``None`` is not available, never zero.
    """

    id: str
    label: str
    value: Decimal | float | int | None
    unit: str
    format: Format
    definition: str = ""
    dimensions: dict[str, str] = field(default_factory=dict)
    low: Decimal | float | None = None
    high: Decimal | float | None = None
    reason: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the figure compares two others; then it is always written with its sign."""
        return "~" in self.id

    @property
    def words(self) -> str:
        """The figure as every text shows it."""
        return words(self.value, self.format, self.unit, signed=self.is_change)

    def words_as(self, form: Format, decimals: int | None = None) -> str:
        """Return the figure in another format of the same unit, and with the decimals that a column's numbers share."""
        return words(self.value, form, self.unit, signed=self.is_change, decimals=decimals)

    @property
    def number(self) -> float | None:
        """The value as a spreadsheet cell holds it under ``office``: points in hundredths, durations in days."""
        if self.value is None:
            return None
        if self.format is Format.POINTS:
            return float(Decimal(str(self.value)) * 100)
        return float(self.value) / 86400 if self.format is Format.DURATION else float(self.value)

    @property
    def office(self) -> str:
        """The Office number format of the figure: its cell reads as ``words`` does."""
        return office_for(self.value, self.format, self.unit, signed=self.is_change)


def slug(text: str) -> str:
    """Return ``text`` as one lower-case word of an id; what holds no letter or digit becomes ``x``."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    word = re.sub(r"[^\w]+", "-", "".join(c for c in plain if not unicodedata.combining(c)), flags=re.UNICODE)
    return word.strip("-_") or "x"


def slugs(keys: list[str]) -> dict[str, str]:
    """Return one distinct slug per distinct key, in the order given; a second key with the same slug gets ``-2``."""
    plain = [(key, slug(key)) for key in dict.fromkeys(keys)]
    taken: set[str] = set()
    found: dict[str, str] = {}
    for key, word in plain:
        numbered = (word if number == 1 else f"{word}-{number}" for number in count(1))
        found[key] = next(free for free in numbered if free not in taken)
        taken.add(found[key])
    return found


def figure_id(metric: str, scope: str = "total", key: str = "", period: str = "", comparison: str = "") -> str:
    """Return the id of a figure; ``key`` must already be a slug."""
    place = f"{metric}.{scope}" + (f".{key}" if key else "")
    return place + (f"@{period}" if period else "") + (f"~{comparison}" if comparison else "")
