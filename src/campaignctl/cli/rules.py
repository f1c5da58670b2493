"""``campaignctl rules``: read about one rule, or list them all."""

from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


@command("Look up", "campaignctl rules SKU204")
def rules(
    environment: Environment,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A rule's code or name, or a family.")] = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
    ascii_only: options.Ascii = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> Exit:
    """Every rule: what it finds, why it matters, how to mend it."""
    from campaignctl.cli.views.pages import show_list, show_page
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.rules.pages import pages, pages_of
    from campaignctl.writers.pages_json import pages_json

    chosen = pages_of(name) if name else pages()
    if json:
        environment.out.write(pages_json(chosen))
    elif len(chosen) == 1:
        show_page(Terminal(environment), chosen[0])
    else:
        show_list(Terminal(environment), chosen)
        environment.tell("\nNext:  campaignctl rules CODE   for one rule with an example")
    return Exit.CLEAN
