"""The block of data inside the page: the cube, how metrics are read off it, and the words of figures for one choice."""

import json
from typing import Any

from campaignctl.domain.cube import Cube, Reading
from campaignctl.domain.document import Document
from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.writers.report.cards import plan_word
from campaignctl.writers.report.cells import plain

SCHEMA = 1
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def data_block(document: Document) -> str:
    """Return the JSON that the page's script reads, so escaped that no name can end its block."""
    cube = document.cube
    if cube is None:
        return "null"
    text = json.dumps(_content(document, cube), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    escaped = "".join(_ESCAPED.get(letter, letter) for letter in text)
    return escaped.encode(errors="replace").decode()


def _content(document: Document, cube: Cube) -> dict[str, Any]:
    currency = CURRENCIES.get(cube.currency) or Currency(cube.currency, 2, cube.currency + " ")
    return {
        "schema": SCHEMA,
        "campaign": plain(document.campaign),
        "target": plan_word(document),
        "currency": {"symbol": currency.symbol, "decimals": currency.decimals},
        "axes": [
            {
                "scope": axis.scope,
                "label": axis.label,
                "everything": axis.everything,
                "members": [[member.slug, plain(member.label)] for member in axis.members],
            }
            for axis in cube.axes
        ],
        "measures": cube.measures,
        "columns": list(zip(*cube.rows, strict=True)),
        "readings": {
            reading.metric: {
                "label": reading.label,
                "format": reading.format.value,
                "money": bool(reading.unit),
                "plus": [cube.measures.index(name) for name in reading.plus],
                "minus": [cube.measures.index(name) for name in reading.minus],
                "over": [cube.measures.index(name) for name in reading.over],
                "why": reading.why,
                "days": _days(document, cube, reading),
            }
            for reading in cube.readings
        },
        "figures": _figures(document, cube),
    }


def _days(document: Document, cube: Cube, reading: Reading) -> list[int] | None:
    """Return the counts of all days, where what is counted once is of one day only; None where one is not known."""
    axis = cube.axis("day")
    if axis is None or reading.plus or "day" not in reading.adds_over:
        return None
    found = [document.figures.get(reading.figure(f"day.{member.slug}")) for member in axis.members]
    values = [figure.value for figure in found if figure is not None and isinstance(figure.value, int)]
    return values if len(values) == len(found) else None


def _figures(document: Document, cube: Cube) -> dict[str, list[str]]:
    """Return words, and the reason where there is none, of every figure that one choice shows."""
    places = [f"{axis.scope}.{member.slug}" for axis in cube.axes for member in axis.members if member.slug]
    tails = ("", "@target", "~target", "@baseline", "~baseline")
    ids = (reading.figure(place) + tail for reading in cube.readings for place in ("total", *places) for tail in tails)
    known = (document.figures[one] for one in ids if one in document.figures)
    return {figure.id: [figure.words, figure.reason] if figure.reason else [figure.words] for figure in known}
