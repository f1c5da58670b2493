"""``campaignctl price``: what will a buyer pay at worst, when, and who funds it? One SKU in full, or all."""

import gc
from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.findings import Severity

Skus = Annotated[
    list[str] | None,
    typer.Option("--sku", metavar="ID", help="Show all of one SKU: its ID, the seller's code or a product ID."),
]


@command("Prepare", "campaignctl price holiday-deals --sku GG-SER-030")
def price(
    environment: Environment,
    folder: options.Folder = options.HERE,
    sku: Skus = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
    ascii_only: options.Ascii = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> Exit:
    """What will a buyer pay at worst? When, and who funds it."""
    gc.disable()  # as in validate: a run is short and makes millions of cells, none of them in cycles

    from campaignctl.folder.files import find
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.stages.price import price as stage

    files = find(folder)
    progress = environment.progress("Reading")
    material = read_folder(files, progress)
    progress.done()
    prices = stage(material, sku or ())
    if json:
        from campaignctl.writers.prices_json import prices_json

        environment.out.write(prices_json(prices))
    else:
        from campaignctl.cli.views.price import show_prices

        show_prices(environment, prices, folder)
    return Exit.ERRORS_FOUND if any(each.severity is Severity.ERROR for each in prices.findings) else Exit.CLEAN
