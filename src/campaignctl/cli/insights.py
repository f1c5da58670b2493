"""``campaignctl insights``: read about one thing that a report looks for, or list them all."""

from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


@command("Look up", "campaignctl insights DRV104", signs=True)
def insights(
    environment: Environment,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="An insight's code or name, or a family.")
    ] = None,
    json: options.Json = False,
) -> Exit:
    """Every insight: what a report looks for, and how sure it is."""
    from campaignctl.cli.look_up import answer
    from campaignctl.cli.views.pages import show_list, show_page
    from campaignctl.insights.pages import pages, pages_of

    chosen = pages_of(name) if name else pages()
    return answer(
        environment,
        chosen,
        (show_page, show_list),
        json=json,
        following="campaignctl insights CODE   for one insight with an example",
    )
