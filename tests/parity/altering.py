"""One number of an output altered by hand, to see that it is found."""

from pathlib import Path
from zipfile import ZipFile


def alter(path: Path, part: str, old: str, new: str, inner: str = "") -> None:
    """Write ``new`` for the first ``old`` in a file, or in the one part of a package; ``ValueError`` when not there.

    ``inner`` is the part of a workbook that is itself a part of the package.
    """
    if not part:
        path.write_text(_altered(path.read_text("utf-8"), old, new), "utf-8")
        return
    with ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    if inner:
        aside = path.with_suffix(".inner")
        aside.write_bytes(held[part])
        alter(aside, inner, old, new)
        held[part] = aside.read_bytes()
    else:
        held[part] = _altered(held[part].decode(), old, new).encode()
    with ZipFile(path, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)


def _altered(text: str, old: str, new: str) -> str:
    if old not in text:
        raise ValueError(f"{old!r} is not there")
    return text.replace(old, new, 1)
