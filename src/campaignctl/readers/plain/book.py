"""The plain sheets of one workbook, once all its parts were passed over."""

from collections.abc import Mapping
from contextlib import suppress

from campaignctl.readers.plain.never import NotPlain
from campaignctl.readers.plain.scan import Scan
from campaignctl.readers.plain.sheet import PlainSheet, plain_sheet
from campaignctl.readers.plain.styles import numeric_styles
from campaignctl.readers.plain.texts import decoded, said, shared_texts


def plain_sheets(scans: Mapping[str, Scan], shared: bytes | None, styles: bytes | None) -> dict[str, PlainSheet]:
    """Return the sheets that were passed over, by name; without those that show a date, or rest on what is not plain.

    ``shared`` and ``styles`` are the workbook's parts of that name, None where it has none.
    """
    sheets = {}
    with suppress(NotPlain):
        texts = [] if shared is None else shared_texts(shared)
        numeric = numeric_styles(styles)
        for name, scan in scans.items():
            with suppress(NotPlain):
                if scan.styles <= numeric:
                    sheets[name] = plain_sheet(scan, texts, said([decoded(text) for text in scan.texts]))
    return sheets
