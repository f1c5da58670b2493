"""What lies where in a campaign's folder on the shared drive."""

from dataclasses import dataclass
from pathlib import Path

from campaignctl.domain.errors import CannotRead

SETUP = "campaign.xlsx"
_PASSING = ("~$", ".", "._")


@dataclass(frozen=True, slots=True)
class CampaignFiles:
    """The inputs of a campaign; paths are as found on disk, in name order."""

    folder: Path
    setup: Path
    registrations: tuple[Path, ...] = ()
    skipped: tuple[Path, ...] = ()  # lock files of open workbooks and the like

    @property
    def workbooks(self) -> tuple[Path, ...]:
        """The set-up, then the registrations."""
        return (self.setup, *self.registrations)

    def relative(self, path: Path) -> str:
        """Return a path as messages name it: from the campaign folder, with forward slashes."""
        try:
            return path.relative_to(self.folder).as_posix()
        except ValueError:
            return path.name


def find(folder: Path) -> CampaignFiles:
    """Return the campaign in ``folder``; ``CannotRead`` when there is no such folder or it holds no set-up."""
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise CannotRead(f"{folder} {what}.", "Name the campaign's folder, or run the command inside it.")
    setup = folder / SETUP
    if not setup.is_file():
        raise CannotRead(
            f"There is no {SETUP} in {folder.resolve().name or folder}.",
            "Make a campaign with `campaignctl new FOLDER`, or name the folder that holds one.",
        )
    found = _files(folder / "registrations")
    return CampaignFiles(
        folder,
        setup,
        tuple(path for path in found if not path.name.startswith(_PASSING)),
        tuple(path for path in found if path.name.startswith("~$")),
    )


def enclosing(path: Path) -> Path | None:
    """Return the campaign folder that a file lies in, or None."""
    return next((folder for folder in path.resolve().parents if (folder / SETUP).is_file()), None)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix().casefold())
