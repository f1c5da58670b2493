"""What one page of the report may put into a document; the page says it beside the code that does."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slugs:
    """The slugs of a page's sections and parts.

    ``charts`` gives the names of each chart's series, ``tables`` each table's column keys; ``texts`` are plain tokens.
    """

    sections: tuple[str, ...] = ()
    charts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paragraphs: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
