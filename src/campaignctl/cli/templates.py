"""``campaignctl templates``: what a deck template must hold, whether a team's own fits, and ours to start from."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import WrongUsage

DECK = "deck.pptx"
Place = Annotated[
    Path | None,
    typer.Argument(metavar="[DECK|FOLDER]", help="A deck to check, or a campaign's folder with one in templates/."),
]
Write = Annotated[bool, typer.Option("--write", help="Write our templates into FOLDER/templates, to be changed there.")]


@command("Look up", "campaignctl templates my-deck.pptx")
def templates(
    environment: Environment,
    place: Place = None,
    write: Write = False,
    json: options.Json = False,
    quiet: options.Quiet = False,
    ascii_only: options.Ascii = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> Exit:
    """What your own deck template must hold, and whether it does."""
    if write:
        return _write(environment, place or options.HERE)
    deck = _deck(place)
    if deck is None and not json:
        return _contract(environment)
    return _check(environment, deck, json=json)


def _deck(place: Path | None) -> Path | None:
    """Return the deck that is meant: the file itself, or that of a campaign's folder, ours where it has none."""
    from campaignctl.folder.templates import template

    if place is None:
        return None
    return template(DECK, place) if place.is_dir() else place


def _contract(environment: Environment) -> Exit:
    from campaignctl.cli.views.templates import show_contract
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.stages.report import vocabulary
    from campaignctl.writers.pptx.contract import DECK as NEEDED

    show_contract(Terminal(environment), NEEDED, vocabulary())
    environment.tell("\nNext:  campaignctl templates --write   for a deck to start from")
    return Exit.CLEAN


def _check(environment: Environment, deck: Path | None, *, json: bool) -> Exit:
    from campaignctl.cli.views.templates import show_check
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.domain.findings import Severity
    from campaignctl.folder.templates import template
    from campaignctl.stages.report import vocabulary
    from campaignctl.writers.pptx import check_template, inspect
    from campaignctl.writers.template_json import template_json

    path = deck or template(DECK)
    held = inspect(path)
    remarks = check_template(held, vocabulary())
    if json:
        environment.out.write(template_json(path.name, held, remarks))
    else:
        show_check(Terminal(environment), path.name, held, remarks)
    return Exit.ERRORS_FOUND if any(remark.severity is Severity.ERROR for remark in remarks) else Exit.CLEAN


def _write(environment: Environment, folder: Path) -> Exit:
    """Write every shipped template that the folder does not have; what a team made its own is never written over."""
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.folder.templates import copy, shipped

    if not folder.is_dir():
        raise WrongUsage(f"{folder} is no folder.", "Name the campaign's folder, or leave it out for this one.")
    outputs, target = Outputs(), folder / "templates"
    with held(folder, environment.holder()):
        for source in shipped():
            if (target / source.name).exists():
                environment.warn(f"{target / source.name} is there already and was left as it is")
            else:
                outputs.write(target / source.name, partial(copy, source))
    for path in outputs.written:
        environment.tell(f"Wrote {path}")
    return Exit.CLEAN
