"""A sentence of a document holds figures, not numbers: every output writes the same words for them."""

from dataclasses import dataclass
from string import Formatter

from campaignctl.domain.formats import Format


@dataclass(frozen=True, slots=True)
class Ref:
    """A figure standing in a sentence or a cell; ``unsigned`` drops the sign of a change ("7% above target").

    In a table cell ``format`` is the column's (whole dollars, say) where it is not the figure's own, and ``decimals``
    those of all numbers of the table.
    """

    id: str
    unsigned: bool = False
    format: Format | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text with figures inside."""

    parts: tuple[str | Ref, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)


def say(template: str, **names: str) -> Sentence:
    """Return the sentence written in ``template``: ``{gmv.total}`` is a figure, ``{shop}`` a name given in ``names``.

    ``{gmv.total~target!u}`` writes the change without its sign. Names are text, whatever they hold.
    """
    parts: list[str | Ref] = []
    for text, name, _spec, conversion in Formatter().parse(template):
        if text:
            parts.append(text)
        if name is not None:
            parts.append(names[name] if name in names else Ref(name, unsigned=conversion == "u"))
    return Sentence(tuple(parts))
