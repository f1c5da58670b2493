"""A campaign with one shop's export of any number of lines: the orders of the example, again and again as new ones."""

import shutil
from itertools import islice
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "harvest-deals"
_SHOP = "S-001"
_ID = 18  # digits of an order's id


def export_of(folder: Path, lines: int) -> Path:
    """Make the campaign in ``folder``, once; return its one export, with a heading and ``lines`` lines below it."""
    source = next((EXAMPLE / "exports" / _SHOP).glob("*.csv"))
    export = folder / "exports" / _SHOP / source.name
    if export.exists():
        return export
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(EXAMPLE / "campaign.xlsx", folder / "campaign.xlsx")
    shutil.copytree(EXAMPLE / "registrations", folder / "registrations", dirs_exist_ok=True)
    export.parent.mkdir(parents=True, exist_ok=True)
    partial = export.with_suffix(".partial")
    with partial.open("wb") as file:
        heading, told, *orders = source.read_bytes().splitlines(keepends=True)
        file.write(heading + told)
        rounds = range(-(-lines // len(orders)))
        again = (b"%0*d%b" % (_ID, _as_new(order, number), order[_ID:]) for number in rounds for order in orders)
        file.writelines(islice(again, lines))
    partial.rename(export)
    return export


def _as_new(order: bytes, number: int) -> int:
    """Return the id of an order when it comes for the ``number``-th time: one that no other has."""
    return int(order[:_ID]) + number * 1_000_000
