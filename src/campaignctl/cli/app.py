"""campaignctl's front door: the help page, the commands in the order of a campaign's life, and where you stand."""

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

import typer

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
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.status import status
from campaignctl.cli.views.help import help_page

COMMANDS = (new, collect, validate, price, lock, report, rules, metrics, insights, marketplaces, templates, demo)
"""The modules whose import registers their command, in the order of a campaign's life."""

_ORDER = [module.__name__.rpartition(".")[2] for module in COMMANDS]
app.registered_commands.sort(key=lambda command: _ORDER.index(str(command.name or "")))


_WRONG_USAGE: type[Exception] = typer.BadParameter.__bases__[0]
"""What typer raises for words that fit no command; where its own name lies differs from version to version."""


def main() -> None:
    """Run campaignctl with the words of the command line."""
    words = sys.argv[1:]
    _open_streams()
    environment = Environment()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if words in (["--help"], ["-h"], ["help"]):
        sys.exit(guarded(_help, environment, {}))
    if words == ["--version"]:
        from campaignctl import __version__

        environment.out.write(f"campaignctl {__version__}\n")
        return
    if not words:
        sys.exit(guarded(status, environment, {}))
    try:
        sys.exit(app(words, prog_name="campaignctl", standalone_mode=False))
    except _WRONG_USAGE as error:
        _end(error, environment)
    finally:
        if "duckdb" not in sys.modules:  # its bindings take their own cycles at the end for leaks, and say so
            gc.freeze()  # what was read is let go as it is; to look through millions of cells for cycles helps nobody


def _open_streams() -> None:
    """Give a program that was started without stdout or stderr somewhere to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the program


def _help(environment: Environment) -> Exit:
    environment.out.write(help_page(app, environment))
    return Exit.CLEAN


def _end(error: Exception, environment: Environment) -> NoReturn:
    """Say in two lines that the words fit no command, or not this one."""
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "") or "campaignctl"
    what = " ".join(getattr(error, "format_message", error.__str__)().replace("Value error, ", "").split())
    stop = "" if what.endswith(("?", ".")) else "."
    environment.warn(f"{what}{stop}\n`{path} --help` shows how to write it.")
    sys.exit(Exit.WRONG_USAGE)
