"""What estimates say beside them: their value, and the ends of their interval, where the template has labels for both.

Ends that lie close together say theirs outward, so that the two never meet. Labels that name their series instead lead
away from zero.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from campaignctl.domain.document import Document
from campaignctl.writers.pptx.measuring import width
from campaignctl.writers.pptx.said import Amount, form_of, without_arrows

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
FAMILY = "Calibri"
COVERED = 20.0
"""Points that an interval is at least long for its ends to be seen beside its marker: shorter ones say no ends."""

APART = 6.0
"""Points between two labels, and between a label and its mark."""


def says_values(series: Any) -> bool:
    """Whether the template gives the ``c:ser`` of a series labels, and these are not its name."""
    return series.find(f"{C}dLbls") is not None and not says_name(series)


def says_name(series: Any) -> bool:
    """Whether the marks of a ``c:ser`` are labelled with the name of their series."""
    return any(each.get("val") == "1" for each in series.findall(f"{C}dLbls/{C}showSerName"))


def values_said(series: Any, ids: Sequence[str], document: Document, room: float) -> tuple[Amount | None, ...]:
    """Return the labels of a series' points: the figures ``ids``, in pairs those of intervals; "" says nothing.

    ``room`` is how many points of type the scale has for one of its unit.
    """
    amounts = [_amount(name, document) for name in ids]
    size, bold = _letters(series)
    for first, second in zip(range(len(amounts)), range(1, len(amounts)), strict=False):
        low, high = amounts[first], amounts[second]
        if low is not None and high is not None:
            half = sum(width(each.words, size, FAMILY, bold=bold) for each in (low, high)) / 2
            apart = (high.value - low.value) * room
            if apart < COVERED:
                amounts[first] = amounts[second] = None
            elif apart < half + APART:
                amounts[first], amounts[second] = replace(low, place="l"), replace(high, place="r")
    return tuple(amounts)


def turn_names(series: Any, name: str, rooms: Sequence[tuple[float, float, bool]]) -> None:
    """Let labels with the ``name`` of a series stand on the side of their marks that leads away from zero.

    ``rooms`` gives, mark by mark, how many points of type are left and right of it, and whether its value is negative;
    where one side is too narrow the label stands on the other.
    """
    labels = series.find(f"{C}dLbls")
    size, bold = _letters(series)
    need = width(name, size, FAMILY, bold=bold) + 2 * APART
    for at, (left, right, negative) in reversed(list(enumerate(rooms))):
        own = labels.makeelement(f"{C}dLbl")
        own.append(labels.makeelement(f"{C}idx", {"val": str(at)}))
        own.extend(deepcopy(part) for part in labels if part.tag != f"{C}dLbl")
        side = "l" if (negative and left >= need) or right < need else "r"
        for place in own.iterfind(f"{C}dLblPos"):
            place.set("val", side)
        labels.insert(0, own)


def _amount(name: str, document: Document) -> Amount | None:
    figure = document.figures[name] if name else None
    if figure is None or figure.number is None:
        return None
    return Amount(figure.number, without_arrows(form_of(figure)), figure.words)


def _letters(series: Any) -> tuple[float, bool]:
    look = series.find(f"{C}dLbls/{C}txPr//{A}defRPr")
    return (int(look.get("sz", 1200)) / 100, look.get("b") == "1") if look is not None else (12.0, False)
