"""What a catalogue command answers: one page whole, or a line for each, or all of it as JSON."""

from collections.abc import Callable, Sequence

from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.pages import ReadablePage

View = tuple[Callable[[Terminal, ReadablePage], None], Callable[[Terminal, Sequence[ReadablePage]], None]]
"""How one page is shown, and how a list of them."""


def answer(
    environment: Environment, pages: Sequence[ReadablePage], view: View, *, json: bool, following: str = ""
) -> Exit:
    """Write ``pages``; a list is followed by the next command to run, where there is one."""
    from campaignctl.writers.pages_json import pages_json

    show_page, show_list = view
    if json:
        environment.out.write(pages_json(pages))
    elif len(pages) == 1:
        show_page(Terminal(environment), pages[0])
    else:
        show_list(Terminal(environment), pages)
        if following:
            environment.tell(f"\nNext:  {following}")
    return Exit.CLEAN
