"""The worked example is written by the simulator: three shops, three faults, and little enough data to read."""

import shutil
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from campaignctl.cli.demo import write_folder
from campaignctl.marketplaces.load import known, load
from campaignctl.simulation.books import Row
from campaignctl.simulation.demo import Folder, exports_of, forms_of, with_room
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.sales import aired, sales_of
from campaignctl.simulation.setup import at, setup_book
from campaignctl.simulation.world import build

HERE = Path(__file__).parent / "harvest-deals"
ROOM = 24


def example() -> Folder:
    """Return the example campaign: the simulator's world of seed 3 with three shops, and three planted faults."""
    world = build(3, shops=3, orders_a_day=1.2)
    setup, registrations = setup_book(world), registration_books(world)
    setup.rows["promotions"][2]["ends"] += timedelta(days=2)  # 96 hours of flash deal
    lines = registrations[0].rows["sku_lines"]
    lines[1]["campaign_price"] = Decimal(lines[1]["list_price"]) + 5
    lines[2]["stock"] = None
    forms = forms_of(setup, registrations, load(known(None)[0], None))
    _at_noon(setup.rows["livestreams"][1])
    sold = [aired(world, sales_of(world, shop), setup.rows["livestreams"]) for shop in world.shops]
    exports = exports_of(world, sold)
    return Folder({name: with_room(form, ROOM) for name, form in forms.items()}, exports, {})


def _at_noon(stream: Row) -> None:
    """Move a stream to an hour at which even so small a shop sells something."""
    title = stream["title"].replace("evening 2", "at noon")
    stream |= {"title": title, "starts": at(2, "12:00"), "ends": at(2, "14:00")}


if __name__ == "__main__":
    for name in ("campaign.xlsx", "registrations", "exports"):
        path = HERE / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    write_folder(HERE, example())
