"""``campaignctl metrics``: how a figure is defined, or all definitions."""

from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


@command("Look up", "campaignctl metrics GMV101", signs=True)
def metrics(
    environment: Environment,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A metric's code or name, a family, or a word such as CTR.")
    ] = None,
    json: options.Json = False,
) -> Exit:
    """Every metric: its formula, its source, a worked example."""
    from campaignctl.cli.look_up import answer
    from campaignctl.cli.views.pages import show_list, show_page
    from campaignctl.metrics.pages import pages, pages_of

    chosen = pages_of(name) if name else pages()
    return answer(
        environment,
        chosen,
        (show_page, show_list),
        json=json,
        following="campaignctl metrics CODE   for one with its formula and an example",
    )
