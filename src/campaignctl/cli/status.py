"""``campaignctl`` alone in a campaign's folder: where the campaign stands, and the next command to type."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit

if TYPE_CHECKING:  # the stage brings pandas with it
    from campaignctl.stages.standing import OnDisk


def status(environment: Environment) -> Exit:
    """Say where the campaign in the current folder stands."""
    from campaignctl.folder.files import SETUP, find

    here = Path()
    if not (here / SETUP).is_file():
        return _nowhere(environment)
    from campaignctl.cli.collect import turn_in
    from campaignctl.cli.command import app
    from campaignctl.cli.views.standing import show_standing
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.stages.collect.stage import collect, digest_of
    from campaignctl.stages.standing import Known, standing
    from campaignctl.stages.validate import judge

    files = find(here)
    material = read_folder(files)
    case, verdict = judge(material)
    now = environment.now()
    digest, lapsed = digest_of(material.inputs, case), digest_of(material.inputs, replace(case, now=now))
    collected = collect(material, case, verdict, turn_in(here, digest))
    commands = [str(command.name) for command in app.registered_commands]
    frames = material.frames
    known = Known(
        case.campaign,
        frames["campaign"],
        frames["timeline"],
        verdict,
        collected.people,
        _on_disk(here, len(files.registrations), (digest, lapsed)),
        commands,
        material.lock,
        material.changes,
    )
    show_standing(Terminal(environment), standing(known, now), now)
    return Exit.CLEAN


def _on_disk(here: Path, registrations: int, collected: tuple[str, ...]) -> "OnDisk":
    """Return what lies in the folder; ``collected`` are the hashes that a round of today's material would bear."""
    from campaignctl.folder.records import records
    from campaignctl.stages.standing import OnDisk

    rounds = records(here, "rounds")
    return OnDisk(
        registrations=registrations,
        exports=_files(here / "exports"),
        reports=len(records(here, "figures")),
        forms=_files(here / "out" / "forms"),
        rounds=len(rounds),
        locks=len(records(here, "locks")),
        prices=_files(here / "out", "prices*.xlsx"),
        collected=bool(rounds) and any(one.startswith(rounds[-1].hash) for one in collected),
    )


def _files(folder: Path, pattern: str = "*") -> int:
    return sum(path.is_file() and not path.name.startswith((".", "~$")) for path in folder.rglob(pattern))


def _nowhere(environment: Environment) -> Exit:
    environment.warn("There is no campaign in this folder (no campaign.xlsx).")
    environment.warn("Make one with  campaignctl new FOLDER , or see  campaignctl --help")
    return Exit.CANNOT_READ
