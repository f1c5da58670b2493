"""What a marketplace hands out is a folder of layouts, one TOML file for each kind of export.

Beside them stand ``known.toml``, the exports that can be told apart but are not read, and ``money.toml``, how each
currency is written in this marketplace's files. The folder ``exports`` beside the marketplaces holds layouts that each
of them knows: of files that no marketplace writes.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from campaignctl.domain.errors import CannotRead
from campaignctl.folder.hashing import digest
from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.layout import Layout

OURS = Path(__file__).parent


class Known(Closed):
    """An export that is recognised and not read; ``says`` tells the person what it is."""

    name: str
    title: str
    says: str
    headers: tuple[str, ...] = Field(min_length=3)


class Writing(Closed):
    """How amounts of a currency are written: separators, and the marks that may stand beside them."""

    thousands: str = Field(default=",", max_length=1)
    decimal: str = Field(default=".", min_length=1, max_length=1)
    marks: tuple[str, ...] = ()


class _Knowns(Closed):
    exports: tuple[Known, ...] = ()


class _Writings(Closed):
    currencies: dict[str, Writing] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layouts:
    """The exports that are read, those that are only told apart, and money as it is written (by currency code)."""

    read: tuple[Layout, ...]
    known: tuple[Known, ...] = ()
    money: Mapping[str, Writing] = field(default_factory=dict)


def layouts_of(family: str, folder: Path | None = None) -> Layouts:
    """Return the layouts of a profile's ``family`` and of any marketplace: those of the campaign ``folder``, then ours.

    A team's layout of the same name stands in for ours. ``CannotRead`` when a file does not fit the schema.
    """
    read = [_ours(family), _ours("")]
    if folder is not None:
        home = folder / "marketplaces"
        read = [load_layouts(home / family), load_layouts(home), *read]
    by_name = {layout.name: layout for layouts in reversed(read) for layout in layouts.read}
    named = dict.fromkeys(layout.name for layouts in read for layout in layouts.read)
    known = tuple(known for layouts in read for known in layouts.known)
    money = {code: writing for layouts in reversed(read) for code, writing in layouts.money.items()}
    return Layouts(tuple(by_name[name] for name in named), known, money)


def sums_columns() -> Mapping[str, str]:
    """Return the headers of sums by day that come with us, each with the type of its cells, in order."""
    layout = next(layout for layout in _ours("").read if layout.canonical == "sums")
    return {column.title: column.type for column in layout.columns.values()}


@cache
def _ours(family: str) -> Layouts:
    """Return the layouts that come with us: read once, for they do not change while we run."""
    return load_layouts(OURS / family)


def load_layouts(marketplace_dir: Path) -> Layouts:
    """Return what ``marketplace_dir``/exports holds; ``CannotRead`` names a file that does not fit the schema."""
    read: list[Layout] = []
    known, money = _Knowns(), _Writings()
    for path in sorted((marketplace_dir / "exports").glob("*.toml")):
        try:
            text = path.read_text(encoding="utf-8")
            tree = tomllib.loads(text)
            if path.name == "known.toml":
                known = _Knowns.model_validate(tree)
            elif path.name == "money.toml":
                money = _Writings.model_validate(tree)
            else:
                read.append(Layout.model_validate({**tree, "hash": digest(text)}))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
            what = f"exports/{path.name} is not a layout: {first_fault(error)}."
            raise CannotRead(what, "Mend that line.") from error
    return Layouts(tuple(read), known.exports, money.currencies)


def first_fault(error: Exception) -> str:
    """Return in one line what kept a file of ours or the team's from being read."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg'].removeprefix('Value error, ')}".removeprefix(": ").rstrip(".")
    return str(error).splitlines()[0].rstrip(".")
