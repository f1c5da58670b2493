"""``campaignctl rules``: read about one rule, or list them all."""

from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


@command("Look up", "campaignctl rules SKU204", signs=True)
def rules(
    environment: Environment,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A rule's code or name, or a family.")] = None,
    json: options.Json = False,
) -> Exit:
    """Every rule: what it finds, why it matters, how to mend it."""
    from campaignctl.cli.look_up import answer
    from campaignctl.cli.views.pages import show_list, show_page
    from campaignctl.rules.pages import pages, pages_of

    chosen = pages_of(name) if name else pages()
    return answer(
        environment,
        chosen,
        (show_page, show_list),
        json=json,
        following="campaignctl rules CODE   for one rule with an example",
    )
