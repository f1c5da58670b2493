"""``campaignctl validate``: is it safe to launch? Findings at the exact cell."""

import gc
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.reading import material_in
from campaignctl.domain.errors import CannotRead, WrongUsage
from campaignctl.domain.findings import Severity, Verdict

if TYPE_CHECKING:  # the stage brings pandas with it
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.stages.validate import Validated


class Form(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="The campaign's folder, or single workbooks of it."),
]


@command("Prepare", "campaignctl validate holiday-deals", signs=True)
def validate(
    environment: Environment,
    path: Paths = None,
    form: Annotated[Form, typer.Option("--format", help="How to write the findings.")] = Form.TEXT,
    annotate: Annotated[
        bool, typer.Option("--annotate", help="Write every workbook with findings, marked, to returns/.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="With --annotate: mend in the copy what cannot be mended wrongly.")
    ] = False,
    output_dir: options.OutputDir = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
    all: Annotated[bool, typer.Option("--all", help="Show every finding of every file.")] = False,  # noqa: A002
    strict: options.Strict = False,
) -> Exit:
    """Is it safe to launch? Findings at the exact cell."""
    gc.disable()  # a run is short and makes millions of cells, none of them in cycles
    if fix and not annotate:
        raise WrongUsage("--fix mends cells in returned copies only.", "Name --annotate with it.")
    checked = _checked(environment, path or [options.HERE], as_of)
    verdict, folder = checked.validated.verdict, checked.files.folder
    ended = ending(verdict, strict=strict)
    if json or form is not Form.TEXT:
        environment.out.write(_written(checked.validated, ended, sarif=form is Form.SARIF and not json))
    else:
        from campaignctl.cli.views.verdict import show_verdict

        forms = len(checked.files.registrations)
        show_verdict(environment, checked.validated, folder, forms=forms, everything=all)
    if verdict.word == "not proven":
        warn_not_proven(environment, verdict)
    if annotate and _annotate(environment, checked, output_dir or folder / "out", fix=fix):
        return Exit.CANNOT_WRITE
    return ended


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, ``only`` some of its files where they were named, and what was found at which time."""

    files: "CampaignFiles"
    only: list[str]
    material: "Material"
    validated: "Validated"
    at: datetime | None


def _checked(environment: Environment, paths: list[Path], as_of: str | None) -> Checked:
    from campaignctl.folder.files import find
    from campaignctl.stages.validate import validate as stage

    folder, only = campaign_and_files(paths)
    files = find(folder, [folder / name for name in only])
    _refuse_strangers(files, only)
    material = material_in(environment, files)
    at = options.moment(as_of, material.reading.zone)
    return Checked(files, only, material, stage(material, only, at), at)


def _refuse_strangers(files: "CampaignFiles", only: list[str]) -> None:
    """Refuse a named file that nobody reads here, instead of finding nothing in it."""
    read = {*files.workbooks, *files.checks, *(aside.path for aside in files.aside)}
    known = {files.relative(path) for path in read}
    strange = next((name for name in only if name not in known), None)
    if strange is None:
        return
    if strange.startswith("exports/"):
        raise CannotRead(f"{strange} is an export; validate checks workbooks.", "`campaignctl report` reads exports.")
    raise CannotRead(
        f"{strange} is no workbook that validate reads.",
        "Name the set-up, or a file in registrations/ or decisions/; or leave the name out.",
    )


def _annotate(environment: Environment, checked: Checked, out: Path, *, fix: bool) -> bool:
    """Write the returns; return whether one of them had to take another name."""
    from campaignctl.cli.annotate import cures_of, since_first_seen, write_returns
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.stages.returns import Occasion, returns_of

    files, material = checked.files, checked.material
    found = since_first_seen(files.folder, material, checked.validated)
    mended = cures_of(files, material, checked.only) if fix else ()
    returns = returns_of(checked.validated.campaign, material, found, Occasion(checked.at), mended)
    outputs = Outputs()
    with held(files.folder, environment.holder()):
        number = len(write_returns(environment, files, material, returns, out, outputs))
    environment.tell(f"Wrote {number:,} {'workbook' if number == 1 else 'workbooks'} to {out / 'returns'}")
    return environment.name_displaced(outputs)


def _written(validated: "Validated", ended: Exit, *, sarif: bool) -> str:
    """Return a verdict as JSON or SARIF."""
    campaign = validated.campaign
    if not sarif:
        from campaignctl.writers.findings_json import verdict_json

        return verdict_json(validated.verdict, campaign.currency)
    from campaignctl import __version__
    from campaignctl.rules.pages import pages
    from campaignctl.writers.findings_sarif import Run, verdict_sarif

    run = Run(pages(), __version__, campaign.code, campaign.currency, int(ended))
    return verdict_sarif(validated.verdict, run)


def ending(verdict: Verdict, *, strict: bool) -> Exit:
    """Return the exit code of a verdict."""
    failed = verdict.count(Severity.ERROR) or (strict and verdict.word == "not proven")
    return Exit.ERRORS_FOUND if failed else Exit.CLEAN


def warn_not_proven(environment: Environment, verdict: Verdict) -> None:
    """Name the rules that could not check everything, even with --quiet."""
    codes = ", ".join(verdict.unproven[:6]) + (" …" if len(verdict.unproven) > 6 else "")
    environment.warn(f"Not proven: {codes} could not check everything (--json says what and why).")


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
