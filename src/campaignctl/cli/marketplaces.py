"""``campaignctl marketplaces``: the marketplaces that are known, or one with its tools and limits."""

from pathlib import Path
from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


@command("Look up", "campaignctl marketplaces", signs=True)
def marketplaces(
    environment: Environment,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A marketplace's name or key.")] = None,
    json: options.Json = False,
) -> Exit:
    """Every marketplace: its tools, its limits, its sources."""
    from campaignctl.cli.look_up import answer
    from campaignctl.cli.views.marketplaces import show_marketplace, show_marketplaces
    from campaignctl.marketplaces.pages import page, pages

    here = Path()
    chosen = (page(name, here),) if name else pages(here)
    view = (show_marketplace, show_marketplaces)
    return answer(
        environment, chosen, view, json=json, following="campaignctl marketplaces NAME   for one with its limits"
    )
