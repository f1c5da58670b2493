"""Every command is registered and ended in one place: expected errors are two lines and an exit code."""

import errno
import functools
import inspect
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

import typer

from campaignctl.cli import options
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import CampaignError

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 80},
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

STAGES = ("Prepare", "Learn", "Look up", "Help")
"""The help page's groups, in the order of a campaign's life."""


def command(stage: str, example: str, *, signs: bool = False) -> Callable[[Callable[..., Exit]], Callable[..., None]]:
    """Register a function as the command of its name, under ``stage`` on the help page.

    The function takes an ``Environment`` first and returns its exit code; its docstring's first line is the help. The
    options that only shape the environment are added here: ``signs`` says that what it prints has signs and colours.
    """

    def register(body: Callable[..., Exit]) -> Callable[..., None]:
        @functools.wraps(body)
        def run(**words: Any) -> None:
            raise typer.Exit(guarded(body, environment_of(words), words))

        run.__signature__ = _with_options(body, signs=signs)  # type: ignore[attr-defined]  # typer reads it
        text = f"{body.__doc__}\n\nExample: {example}"
        app.command(body.__name__, help=text, rich_help_panel=stage)(run)
        return run

    return register


def environment_of(words: dict[str, Any]) -> Environment:
    """Return the environment that a command's options ask for, taking out those that are nothing else."""
    return Environment(
        quiet=words.pop("quiet", False),
        debug=words.pop("debug", False),
        ascii=words.pop("ascii_only", False),
        no_color=words.pop("no_color", False),
    )


def guarded(body: Callable[..., Exit], environment: Environment, words: dict[str, Any]) -> Exit:
    """Run a command's body; every way it can end becomes an exit code."""
    try:
        ended = body(environment, **words)
        environment.out.flush()
    except CampaignError as error:
        if environment.debug:
            traceback.print_exc(file=environment.err)
        environment.warn(f"{error.what}\n{error.todo}")
        return Exit(error.exit_code)
    except KeyboardInterrupt:
        environment.warn("Interrupted. Nothing half-written was left behind.\nRun the same command again.")
        return Exit.INTERRUPTED
    except BrokenPipeError:  # whoever read the answer has seen enough
        _let_go(environment)
        return Exit.CLEAN
    except Exception as error:  # noqa: BLE001 - the last door: an operator never sees a traceback unasked
        if isinstance(error, OSError) and error.errno in _FULL:
            _let_go(environment)
            environment.warn(f"The answer cannot be written: {error.strerror}.\nFree the disk, or send it elsewhere.")
            return Exit.CANNOT_WRITE
        if environment.debug:
            traceback.print_exc(file=environment.err)
        words_of_it = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        environment.warn(f"Something unexpected happened ({words_of_it}).")
        environment.warn("Run again with --debug and send us what it prints.")
        return Exit.CANNOT_READ
    return ended


def _let_go(environment: Environment) -> None:
    """Have what is left of the answer go nowhere: Python would complain of it at its own end."""
    if environment.out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _with_options(body: Callable[..., Any], *, signs: bool) -> inspect.Signature:
    """Return what a command takes on the command line: options of its own, then those of its environment."""
    signature = inspect.signature(body, eval_str=True)
    shared = {"quiet": options.Quiet}
    if signs:
        shared |= {"ascii_only": options.Ascii, "no_color": options.NoColor}
    shared["debug"] = options.Debug
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    added = [inspect.Parameter(name, kind, default=False, annotation=option) for name, option in shared.items()]
    own = list(signature.parameters.values())[1:]
    return signature.replace(parameters=[*own, *added], return_annotation=None)
