"""``campaignctl validate``: is it safe to launch? Findings at the exact cell."""

import gc
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import CannotRead, WrongUsage
from campaignctl.domain.findings import Severity, Verdict


class Form(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="The campaign's folder, or single workbooks of it."),
]


@command("Prepare", "campaignctl validate holiday-deals")
def validate(
    environment: Environment,
    path: Paths = None,
    form: Annotated[Form, typer.Option("--format", help="How to write the findings.")] = Form.TEXT,
    json: options.Json = False,
    all: Annotated[bool, typer.Option("--all", help="Show every finding of every file.")] = False,  # noqa: A002
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    ascii_only: options.Ascii = False,
    no_color: options.NoColor = False,
    debug: options.Debug = False,
) -> Exit:
    """Is it safe to launch? Findings at the exact cell."""
    from campaignctl.folder.files import find
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.stages.validate import validate as stage

    gc.disable()  # a run is short and makes millions of cells, none of them in cycles
    folder, only = campaign_and_files(path or [options.HERE])
    files = find(folder)
    progress = environment.progress("Reading")
    material = read_folder(files, progress)
    progress.done()
    validated = stage(material, only)
    if json or form is Form.JSON:
        from campaignctl.writers.findings_json import verdict_json

        environment.out.write(verdict_json(validated.verdict))
    else:
        from campaignctl.cli.views.verdict import show_verdict

        show_verdict(environment, validated, folder, forms=len(files.registrations), everything=all)
    return ending(environment, validated.verdict, strict=strict)


def ending(environment: Environment, verdict: Verdict, *, strict: bool) -> Exit:
    """Return the exit code of a verdict; "not proven" is said even with --quiet."""
    if verdict.count(Severity.ERROR):
        return Exit.ERRORS_FOUND
    if verdict.word == "not proven":
        codes = ", ".join(verdict.unproven[:6]) + (" …" if len(verdict.unproven) > 6 else "")
        environment.warn(f"Not proven: {codes} could not check everything (--json says what and why).")
        return Exit.ERRORS_FOUND if strict else Exit.CLEAN
    return Exit.CLEAN


def campaign_and_files(paths: list[Path]) -> tuple[Path, list[str]]:
    """Return the campaign's folder and the files named in it; none when a folder was named."""
    from campaignctl.folder.files import enclosing

    folders = [path for path in paths if path.is_dir()]
    if folders and len(paths) > 1:
        raise WrongUsage("A folder and other paths were named together.", "Name one folder, or only workbooks.")
    if folders:
        return folders[0], []
    for path in paths:
        if not path.exists():
            raise CannotRead(f"{path} does not exist.", "Name the campaign's folder, or a workbook inside it.")
    homes = {enclosing(path) for path in paths}
    home = next(iter(homes))
    if len(homes) > 1 or home is None:
        raise CannotRead(
            f"{paths[0]} does not lie in a campaign's folder.", "Put the file into a folder that holds campaign.xlsx."
        )
    return home, [path.resolve().relative_to(home).as_posix() for path in paths]
