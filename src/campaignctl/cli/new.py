"""``campaignctl new``: make a campaign's folder with its forms."""

from datetime import datetime
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.invitations import write_forms
from campaignctl.cli.shell import quoted
from campaignctl.domain.errors import CannotWrite, WrongUsage

if TYPE_CHECKING:  # the stage brings pandas with it
    from campaignctl.stages.new import NewCampaign

FOLDERS = ("registrations", "decisions", "exports", "templates", "record", "out")


@command("Prepare", "campaignctl new holiday-deals")
def new(
    environment: Environment,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make; with --forms, a campaign's.")],
    name: Annotated[str | None, typer.Option("--name", help="The campaign's name; else the folder's.")] = None,
    marketplace: Annotated[str | None, typer.Option("--marketplace", help="A marketplace's name.")] = None,
    from_: Annotated[Path | None, typer.Option("--from", metavar="OLD", help="Carry an earlier campaign over.")] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="DATE", help="The new start, with --from.")] = None,
    forms: Annotated[bool, typer.Option("--forms", help="In a campaign: one filled form per invited seller.")] = False,
) -> Exit:
    """Make a campaign folder, or a form per seller (--forms)."""
    if forms:
        if name or marketplace or from_ or starts:
            raise WrongUsage("--forms goes alone.", "Run it on a campaign's folder once its set-up is filled.")
        return write_forms(environment, folder)
    from campaignctl.folder.files import find
    from campaignctl.marketplaces.load import known, load
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.stages.new import new as stage
    from campaignctl.stages.new import new_from

    _free(folder)
    if (from_ is None) != (starts is None):
        raise WrongUsage("--from and --starts go together.", "Name the earlier campaign and the new start.")
    names = known(folder)
    if from_ is not None and starts is not None:
        made = new_from(read_folder(find(from_)), _date(starts), names, _seen_from(folder, from_))
    else:
        title = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
        made = stage(title, load(marketplace or names[0], folder), names)
    _write(environment, folder, made)
    environment.tell(f"Next:  fill {folder / 'campaign.xlsx'}, then  campaignctl validate {quoted(folder)}")
    return Exit.CLEAN


def _write(environment: Environment, folder: Path, forms: "NewCampaign") -> None:
    from campaignctl.folder.launchers import launchers
    from campaignctl.folder.outputs import Outputs
    from campaignctl.writers.forms import write_form

    outputs = Outputs()
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    outputs.write(folder / "campaign.xlsx", lambda path: write_form(forms.setup, path))
    outputs.write(folder / "registration-form.xlsx", lambda path: write_form(forms.registration, path))
    for launcher in launchers():
        path = outputs.write_text(folder / launcher.name, launcher.text)
        if launcher.executable:
            path.chmod(0o755)
    for path in outputs.written:
        environment.tell(f"Wrote {path}")


def _free(folder: Path) -> None:
    if (folder / "campaign.xlsx").exists():
        raise CannotWrite(f"{folder} already holds a campaign.", "Choose another folder; nothing was changed.")
    if folder.exists() and not folder.is_dir():
        raise CannotWrite(f"{folder} is a file.", "Choose another name for the folder.")


def _date(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"--starts {text} is not a date.", "Write it as 2027-11-19 or 2027-11-19T18:00.") from None


def _seen_from(folder: Path, other: Path) -> str:
    """Return another folder as a set-up in ``folder`` names it."""
    here, there = folder.resolve(), other.resolve()
    return Path(relpath(there, here)).as_posix() if here.drive == there.drive else str(there)
