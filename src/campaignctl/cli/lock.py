"""``campaignctl lock``: freeze what was approved; from then on terms change only through the sheet Changes."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.lock_outputs import write_lock_outputs
from campaignctl.cli.reading import material_in
from campaignctl.domain.errors import WrongUsage

if TYPE_CHECKING:  # the stage brings pandas with it
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.stages.lock import Acceptance, Freezing

Accepts = Annotated[
    list[str] | None,
    typer.Option(
        "--accept", metavar="CODE[@WHAT]=REASON", help="Answer for an open error; WHAT: seller, SKU, promotion."
    ),
]


@command("Prepare", "campaignctl lock holiday-deals --dry-run", signs=True)
def lock(
    environment: Environment,
    folder: options.Folder = options.HERE,
    accept: Accepts = None,
    all: Annotated[bool, typer.Option("--all", help="Approve every line without an error.")] = False,  # noqa: A002
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be locked.")] = False,
    output_dir: options.OutputDir = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> Exit:
    """Freeze what is approved: prices, promotions, streams."""
    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs

    accepts = tuple(_acceptance(text) for text in accept or ())
    files, outputs = find(folder), Outputs()
    _name_open_ones(environment, files)
    with held(folder, environment.holder()):
        material = material_in(environment, files)
        freezing = _freeze(environment, files, material, accepts, as_of, everything=all)
        writes = not (dry_run or freezing.open or freezing.adds_nothing)
        path = _write(files, freezing, outputs) if writes else None
        newest = freezing.before if freezing.adds_nothing else freezing.lock
        if newest is not None and not (dry_run or freezing.open):
            write_lock_outputs(environment, files, material, newest, outputs, output_dir or folder / "out")
    _answer(environment, freezing, folder, path, json=json, dry_run=dry_run)
    return _ending(environment, freezing, outputs)


def _name_open_ones(environment: Environment, files: "CampaignFiles") -> None:
    from campaignctl.folder.aside import Lies

    for aside in files.aside:
        if aside.why is Lies.OPEN and aside.path.parent.name == "decisions":
            who = f"{aside.about}'s" if aside.about else "somebody's"
            environment.warn(f"{aside.of} is open in {who} Excel; what is not saved there yet is not decided here.")


def _acceptance(text: str) -> "Acceptance":
    from campaignctl.stages.lock import Acceptance

    named, equals, reason = text.partition("=")
    code, _, about = named.partition("@")
    if not equals or not code.strip() or not reason.strip():
        raise WrongUsage(
            f"--accept {text[:60]} does not say which error and why.",
            'Write it as --accept SKU204@S-003="agreed with the marketplace on 12 Nov".',
        )
    return Acceptance(code.strip().upper(), about.strip(), " ".join(reason.split()))


def _freeze(
    environment: Environment,
    files: "CampaignFiles",
    material: "Material",
    accepts: "tuple[Acceptance, ...]",
    as_of: str | None,
    *,
    everything: bool,
) -> "Freezing":
    from campaignctl.folder.records import records
    from campaignctl.readers.locks import KIND
    from campaignctl.stages.lock import Wanted, freeze

    at = options.moment(as_of, material.reading.zone) or environment.now().replace(microsecond=0)
    number = len(records(files.folder, KIND)) + 1
    wanted = Wanted(number, at, environment.holder().user, accepts, everything)
    return freeze(material, wanted)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _write(files: "CampaignFiles", freezing: "Freezing", outputs: "Outputs") -> Path | None:
    """Add the record; None when equal inputs and options made the newest one already."""
    from campaignctl.domain.lock_text import text_of
    from campaignctl.folder import records
    from campaignctl.folder.hashing import digest
    from campaignctl.readers.locks import KIND

    lock = freezing.lock
    accepted = (f"{each.code} {each.message} {each.reason}" for each in lock.accepted)
    inputs = (f"{entry.file} {entry.sha256}" for entry in lock.inputs)
    whole = digest(*inputs, *accepted, str(lock.everything))
    known = records.records(files.folder, KIND)
    if known and known[-1].hash != whole[:12] and _stamp(lock.taken_at) <= known[-1].stamp:
        raise WrongUsage("The newest lock was not taken before that.", "Name a later time with --as-of.")
    return records.add(files.folder, KIND, _stamp(lock.taken_at), whole, text_of(lock), outputs)


def _answer(
    environment: Environment, freezing: "Freezing", folder: Path, path: Path | None, *, json: bool, dry_run: bool
) -> None:
    if json:
        from campaignctl.writers.lock_json import lock_json

        record = path.relative_to(folder).as_posix() if path else ""
        moved = [asdict(told) for told in freezing.told]
        text = lock_json(freezing.lock, freezing.open, moved, taken=path is not None, record=record)
        environment.out.write(text)
        return
    from campaignctl.cli.views.lock import show_freezing

    show_freezing(environment, freezing, folder, taken=path is not None, dry_run=dry_run)


def _ending(environment: Environment, freezing: "Freezing", outputs: "Outputs") -> Exit:
    for acceptance in freezing.idle:
        about = f"@{acceptance.about}" if acceptance.about else ""
        environment.warn(f"--accept {acceptance.code}{about} names no open error; it was left out.")
    if freezing.unproven:
        environment.warn(f"Not proven: {', '.join(freezing.unproven[:6])} could not check everything (see validate).")
    for path in outputs.written:
        environment.tell(f"Wrote {path}")
    displaced = environment.name_displaced(outputs)
    if freezing.open:
        return Exit.ERRORS_FOUND
    return Exit.CANNOT_WRITE if displaced else Exit.CLEAN
