"""campaignctl's front door: the help page, the commands in the order of a campaign's life, and where you stand."""

import gc
import sys

from campaignctl.cli import (
    collect,
    demo,
    insights,
    lock,
    marketplaces,
    metrics,
    new,
    price,
    report,
    rules,
    templates,
    validate,
)
from campaignctl.cli.command import app, guarded
from campaignctl.cli.environment import Environment
from campaignctl.cli.status import status
from campaignctl.cli.views.help import help_page

COMMANDS = (new, collect, validate, price, lock, report, rules, metrics, insights, marketplaces, templates, demo)
"""The modules whose import registers their command, in the order of a campaign's life."""

_ORDER = [module.__name__.rpartition(".")[2] for module in COMMANDS]
app.registered_commands.sort(key=lambda command: _ORDER.index(str(command.name or "")))


def main() -> None:
    """Run campaignctl with the words of the command line."""
    words = sys.argv[1:]
    environment = Environment()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if words in (["--help"], ["-h"], ["help"]):
        environment.out.write(help_page(app, environment))
        return
    if words == ["--version"]:
        from campaignctl import __version__

        environment.out.write(f"campaignctl {__version__}\n")
        return
    if not words:
        sys.exit(guarded(status, environment, {}))
    try:
        app(words, prog_name="campaignctl")
    finally:
        if "duckdb" not in sys.modules:  # its bindings take their own cycles at the end for leaks, and say so
            gc.freeze()  # what was read is let go as it is; to look through millions of cells for cycles helps nobody
