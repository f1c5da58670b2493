"""``campaignctl`` alone in a campaign's folder: where the campaign stands, and the next command to type."""

from pathlib import Path

from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit


def status(environment: Environment) -> Exit:
    """Say where the campaign in the current folder stands."""
    from campaignctl.folder.files import SETUP, find
    from campaignctl.folder.records import records

    here = Path()
    if not (here / SETUP).is_file():
        return _nowhere(environment)
    from campaignctl.cli.views.standing import show_standing
    from campaignctl.cli.views.terminal import Terminal
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.stages.standing import OnDisk, standing
    from campaignctl.stages.validate import validate

    files = find(here)
    material = read_folder(files)
    validated = validate(material)
    exports = sum(path.is_file() and not path.name.startswith((".", "~$")) for path in (here / "exports").rglob("*"))
    on_disk = OnDisk(len(files.registrations), exports, len(records(here, "figures")))
    now = environment.now()
    frames = material.frames
    found = standing(validated.campaign, frames["campaign"], frames["timeline"], validated.verdict, on_disk, now)
    show_standing(Terminal(environment), found, now)
    return Exit.CLEAN


def _nowhere(environment: Environment) -> Exit:
    environment.warn("There is no campaign in this folder (no campaign.xlsx).")
    environment.warn("Make one with  campaignctl new FOLDER , or see  campaignctl --help")
    return Exit.CANNOT_READ
