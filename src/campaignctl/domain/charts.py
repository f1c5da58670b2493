"""A chart of a document: which figures stand over which categories, and what each series stands for."""

from dataclasses import dataclass, field
from enum import StrEnum

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence


class ChartKind(StrEnum):
    """The recipes of the house style."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"  # parts of a whole per name, one name a row
    COMBO = "combo"  # columns with lines


class Role(StrEnum):
    """What a series stands for; its colour and line follow from it."""

    CAMPAIGN = "campaign"
    ATTENTION = "attention"
    TARGET = "target"
    BASELINE = "baseline"
    IDENTITY = "identity"
    GUIDE = "guide"  # leads the eye and stands in no key


@dataclass(frozen=True, slots=True)
class Series:
    """One series: a figure id or a gap per category. ``line`` draws it as a line in a combo.

    ``low`` and ``high``, where given, are the ends of each value's interval; ``labels`` are the figures that its marks
    say instead of their values, ``words`` what they say in words where there is room.
    """

    name: str
    values: tuple[str | None, ...]
    role: Role = Role.CAMPAIGN
    line: bool = False
    low: tuple[str | None, ...] = ()
    high: tuple[str | None, ...] = ()
    labels: tuple[str | None, ...] = ()
    words: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart. ``title`` is the finding; ``unit`` names what the axis counts.

    ``partial`` are the places of categories that are not over yet: their marks are hatched. ``missing`` are those of
    which the data hold nothing. ``noted`` are the first and last categories over which notes of a slide stand, in their
    order; ``groups`` where a new day, say, begins.
    """

    slug: str
    kind: ChartKind
    title: Sentence
    unit: str
    format: Format
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: Sentence = field(default_factory=Sentence)
    partial: tuple[int, ...] = ()
    noted: tuple[tuple[int, int], ...] = ()
    groups: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
