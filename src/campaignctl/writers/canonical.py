"""Equal content makes equal bytes: an Office file is zipped again in a fixed order with fixed dates.

A shared drive then sees no change where nothing changed. Workbooks inside the file are treated likewise.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
MOMENT = "1980-01-01T00:00:00Z"
PACKAGES = (".xlsx", ".xlsm", ".docx", ".pptx")
CORE = "docProps/core.xml"
FIRST = ("[Content_Types].xml", "_rels/.rels")

_DATE = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def canonical_bytes(data: bytes, moment: str = MOMENT) -> bytes:
    """Return an Office file's bytes in the one form that its content has.

    ``moment`` (ISO 8601, UTC) is what its properties say it was created and modified.
    """
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(source.namelist(), key=_place):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every operating system
            package.writestr(entry, _canonical_part(name, source.read(name), moment))
    return target.getvalue()


def _place(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


def _canonical_part(name: str, part: bytes, moment: str) -> bytes:
    if name == CORE:
        return _DATE.sub(rb"\g<1>" + moment.encode() + rb"\g<3>", part)
    return canonical_bytes(part, moment) if name.lower().endswith(PACKAGES) else part
