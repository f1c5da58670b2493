"""``campaignctl price``: what will a buyer pay at worst, when, and who funds it? One SKU in full, or all."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.compared import redeemed_before
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.reading import material_in
from campaignctl.domain.findings import Severity

if TYPE_CHECKING:  # the stage brings pandas with it
    from campaignctl.domain.prices import Prices
    from campaignctl.rules.case import Case

BOOK = "prices.xlsx"
Skus = Annotated[
    list[str] | None,
    typer.Option("--sku", metavar="ID", help="Show all of one SKU: its ID, the seller's code or a product ID."),
]


@command("Prepare", "campaignctl price holiday-deals --sku GG-SER-030", signs=True)
def price(
    environment: Environment,
    folder: options.Folder = options.HERE,
    sku: Skus = None,
    output_dir: options.OutputDir = None,
    json: options.Json = False,
) -> Exit:
    """What will a buyer pay at worst? When, and who funds it."""
    gc.disable()  # as in validate: a run is short and makes millions of cells, none of them in cycles

    from campaignctl.folder.files import find
    from campaignctl.rules.case import case_of
    from campaignctl.stages.price import prices_of

    files = find(folder)
    case = case_of(material_in(environment, files))
    prices = prices_of(case, sku or (), () if sku else redeemed_before(environment, files, case))
    written = True if sku else _write(environment, folder, output_dir or folder / "out", case, prices)
    if json:
        from campaignctl.writers.prices_json import prices_json

        environment.out.write(prices_json(prices))
    else:
        from campaignctl.cli.views.price import show_prices

        show_prices(environment, prices, folder)
    if not written:
        return Exit.CANNOT_WRITE
    return Exit.ERRORS_FOUND if any(each.severity is Severity.ERROR for each in prices.findings) else Exit.CLEAN


def _write(environment: Environment, folder: Path, out: Path, case: "Case", prices: "Prices") -> bool:
    """Write the workbook of all prices; return whether it has its own name."""
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.stages.price_book import price_book
    from campaignctl.writers.listings import write_listings

    outputs = Outputs()
    document = price_book(case, prices)
    with held(folder, environment.holder()):
        written = outputs.write(out / BOOK, lambda path: write_listings(document, path))
    environment.tell(f"Wrote {written}")
    return not environment.name_displaced(outputs)
