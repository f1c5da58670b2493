"""``campaignctl templates``: what deck and memo must hold, whether a team's own fit, and ours to start from."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

DECK, MEMO, SUMS = "deck.pptx", "memo.docx", "sums.xlsx"
Place = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE|FOLDER]", help="A deck or memo to check, or a campaign's folder with both in templates/."
    ),
]
Write = Annotated[
    bool,
    typer.Option(
        "--write",
        help="Write our templates, and an empty sheet for sums by day, into FOLDER/templates.",
    ),
]


@command("Look up", "campaignctl templates my-deck.pptx", signs=True)
def templates(
    environment: Environment,
    place: Place = None,
    write: Write = False,
    json: options.Json = False,
) -> Exit:
    """What your own deck or memo template must hold; whether it does."""
    if write:
        return _write(environment, place or options.HERE)
    if place is None and not json:
        return _contract(environment)
    return _check(environment, _meant(place), json=json)


def _meant(place: Path | None) -> list[Path]:
    """Return the templates that are meant: the file itself, or deck and memo of a folder, ours where it has none."""
    from campaignctl.folder.templates import template

    if place is None:
        return [template(DECK)]
    return [template(DECK, place), template(MEMO, place)] if place.is_dir() else [place]


def _contract(environment: Environment) -> Exit:
    from campaignctl.cli.views.templates import show_contract, show_memo_contract
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.stages.report import vocabulary
    from campaignctl.writers.docx import contract
    from campaignctl.writers.pptx.contract import DECK as NEEDED

    show_contract(Terminal(environment), NEEDED, vocabulary())
    show_memo_contract(Terminal(environment), contract.SECTIONS, contract.TEXTS, contract.TABLES, contract.CHARTS)
    environment.tell("\nNext:  campaignctl templates --write   for a deck and a memo to start from")
    return Exit.CLEAN


def _check(environment: Environment, paths: "Sequence[Path]", *, json: bool) -> Exit:
    """Check templates one by one; as JSON a folder's deck comes first and holds its memo under ``memo``."""
    from campaignctl.cli.views.templates import show_check, show_memo_check
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.domain.findings import Severity
    from campaignctl.stages.report import vocabulary
    from campaignctl.writers.docx import check_memo, inspect_memo
    from campaignctl.writers.pptx import check_template, inspect
    from campaignctl.writers.template_json import Checked, template_json

    checked: list[Checked] = []
    for path in paths:
        if path.suffix.casefold() == ".docx":
            memo = inspect_memo(path)
            checked.append(Checked(path.name, memo, check_memo(memo, vocabulary())))
            if not json:
                show_memo_check(Terminal(environment), path.name, memo, checked[-1].remarks)
            continue
        deck = inspect(path)
        checked.append(Checked(path.name, deck, check_template(deck, vocabulary())))
        if not json:
            show_check(Terminal(environment), path.name, deck, checked[-1].remarks)
    if json:
        environment.out.write(template_json(checked))
    errors = [remark for one in checked for remark in one.remarks if remark.severity is Severity.ERROR]
    return Exit.ERRORS_FOUND if errors else Exit.CLEAN


def _write(environment: Environment, folder: Path) -> Exit:
    """Write every shipped template that the folder does not have; what a team made its own is never written over."""
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.folder.templates import copy, shipped
    from campaignctl.marketplaces.layouts import sums_columns
    from campaignctl.writers.sums_form import write_sums_form

    if not folder.is_dir():
        raise WrongUsage(f"{folder} is no folder.", "Name the campaign's folder, or leave it out for this one.")
    outputs, target = Outputs(), folder / "templates"
    makes = {source.name: partial(copy, source) for source in shipped()}
    makes[SUMS] = partial(write_sums_form, sums_columns())
    with held(folder, environment.holder()):
        for name, make in makes.items():
            if (target / name).exists():
                environment.warn(f"{target / name} is there already and was left as it is")
            else:
                outputs.write(target / name, make)
    for path in outputs.written:
        environment.tell(f"Wrote {path}")
    environment.tell(f"Next:  change them as you like, then  campaignctl templates {folder}   checks that they fit")
    environment.tell(f"       No orders? Fill {SUMS} with sums by day, and save it in {folder / 'exports'}")
    return Exit.CLEAN
