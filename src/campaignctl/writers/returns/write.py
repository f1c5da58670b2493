"""A return is written: as the seller's own workbook, or beside an untouched copy of a file that must not be changed."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from campaignctl.domain.returns import SHEET, Return
from campaignctl.folder.outputs import Outputs
from campaignctl.writers.returns.package import Package
from campaignctl.writers.returns.patch import listed, patched
from campaignctl.writers.returns.refusal import CannotPatch
from campaignctl.writers.xlsx_style import new_sheet, open_workbook, strict

_CHANGED = (".xlsx", ".xlsm")
_UNTOUCHED = "Your workbook {why}: it is returned untouched, and these lines name its cells."


def write_return(made: Return, source: Path, folder: Path, outputs: Outputs) -> tuple[Path, ...]:
    """Write what goes back for the workbook ``source`` into ``folder``; return the files, the workbook first.

    A file that is no workbook, or one that must not be changed (signed, protected against new sheets, Strict Open
    XML), is copied as it is, and the list stands in ``<name> findings.xlsx``. Equal returns of equal files give equal
    bytes.
    """
    target = folder / f"{made.name}{source.suffix.lower()}"
    try:
        return (outputs.write(target, _patch(made, source)),)
    except CannotPatch as refusal:
        beside = replace(made, footer=(_UNTOUCHED.format(why=refusal), *made.footer))
        copy = outputs.write(target, lambda path: _copy(source, path))
        return copy, outputs.write(folder / f"{made.name} findings.xlsx", lambda path: _list(beside, path))


def _patch(made: Return, source: Path) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        if made.sealed:
            raise CannotPatch(made.sealed)
        if source.suffix.casefold() not in _CHANGED:
            raise CannotPatch(f"is a {source.suffix.lstrip('.') or 'file'} and no workbook that takes marks")
        with Package(source) as package:
            patched(package, made)
            package.save(path)

    return make


def _copy(source: Path, path: Path) -> None:
    shutil.copyfile(source, path)


def _list(made: Return, path: Path) -> None:
    blank = BytesIO()
    with strict():
        book = open_workbook(blank, title=made.title)
        new_sheet(book, SHEET).write_string(0, 0, SHEET)
        book.close()
    with Package(blank) as package:
        listed(package, made)
        package.save(path)
