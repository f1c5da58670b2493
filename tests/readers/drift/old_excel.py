"""A workbook of the old kind (.xls), made by hand: one stream of records in a compound file."""

import struct

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR = 512


def xls(sheets: dict[str, list[list[object]]], *, claims: tuple[int, int] | None = None) -> bytes:
    """Return a workbook of texts and numbers; ``claims`` are the rows and columns its sheets say they have."""
    bodies = [_sheet(rows, claims) for rows in sheets.values()]
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    length = len(start) + sum(len(_bound(0, name)) for name in sheets) + 4
    listed = b""
    for name, body in zip(sheets, bodies, strict=True):
        listed += _bound(length, name)
        length += len(body)
    return compound(start + listed + _record(0x000A, b"") + b"".join(bodies))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _bound(position: int, name: str) -> bytes:
    return _record(0x0085, struct.pack("<IBBBB", position, 0, 0, len(name), 1) + name.encode("utf-16-le"))


def _sheet(rows: list[list[object]], claims: tuple[int, int] | None) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    high, wide = claims or (len(rows), max(map(len, rows), default=0))
    body += _record(0x0200, struct.pack("<IIHHH", 0, high, 0, wide, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell:
                text = struct.pack("<HHHHB", row, column, 0, len(cell), 1) + cell.encode("utf-16-le")
                body += _record(0x0204, text)
            elif isinstance(cell, int | float):
                body += _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
    return body + _record(0x000A, b"")


def compound(stream: bytes, *, sectors_claimed: int = 1) -> bytes:
    """Return a compound file that holds ``stream`` under the name Workbook."""
    stream += bytes(-len(stream) % _SECTOR or (4096 - len(stream)) * (len(stream) < 4096))
    stream += bytes(max(4096 - len(stream), 0))
    used = len(stream) // _SECTOR
    fats = -(-(used + 2) // 126)
    chain = [_FAT] * fats + [_END] + [fats + 1 + at + 1 for at in range(used)]
    chain[-1] = _END
    chain += [_FREE] * (fats * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack(
        "<IIIIIIIII", 0, sectors_claimed if sectors_claimed > 1 else fats, fats, 0, 4096, _END, 0, _END, 0
    )
    header += struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))
    root = _entry("Root Entry", 5, 1, _END, 0)
    directory = root + _entry("Workbook", 2, _FREE, fats + 1, len(stream)) + bytes(256)
    return header + struct.pack(f"<{len(chain)}I", *chain) + directory + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    head = text.ljust(64, b"\x00") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
