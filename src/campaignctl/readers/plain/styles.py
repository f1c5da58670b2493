"""Which styles of a workbook may show a number as a date or a time: those numbers are left to the parser."""

import re
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before

from campaignctl.readers.plain.never import NotPlain

_NUMBERS = frozenset({*range(14), *range(37, 41), 48, 49})
"""The built-in formats of numbers, amounts, shares, fractions and text; all others are dates, times or local ones."""

_SPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', re.DOTALL)
_MOMENT = re.compile(r"[dmyhseg]", re.IGNORECASE)
_EXPONENT = re.compile(r"E[+-]|General", re.IGNORECASE)


def numeric_styles(part: bytes | None) -> frozenset[int]:
    """Return the styles, by number, that show a number as a number; style 0 stands where a cell names none."""
    if part is None:
        return frozenset({0})
    try:
        sheet = ET.fromstring(part)  # noqa: S314 - see the import
    except ET.ParseError as error:
        raise NotPlain from error
    space = sheet.tag.partition("}")[0] + "}"
    known = [
        (each.get("numFmtId"), each.get("formatCode", "")) for each in sheet.findall(f"{space}numFmts/{space}numFmt")
    ]
    numeric = {format_ for format_, _ in known} | {str(number) for number in _NUMBERS}
    numeric -= {format_ for format_, code in known if _MOMENT.search(_EXPONENT.sub("", _SPOKEN.sub("", code)))}
    used = [style.get("numFmtId", "0") for style in sheet.findall(f"{space}cellXfs/{space}xf")]
    return frozenset(number for number, format_ in enumerate(used or ["0"]) if format_ in numeric)
