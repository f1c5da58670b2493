"""What ``lock`` writes for people: the files to key in, their control sheet, and the list for launch night."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment

if TYPE_CHECKING:  # the stages bring pandas with them
    from campaignctl.domain.lock import Lock
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.rules.case import Case

CONTROL = "control.xlsx"
CHECK = "launch-check.xlsx"


def write_lock_outputs(
    environment: Environment, files: "CampaignFiles", material: "Material", lock: "Lock", outputs: "Outputs", out: Path
) -> None:
    """Write the uploads and the launch check of a lock, the newest one of the campaign."""
    from campaignctl.rules.case import case_of

    case = case_of(material)
    _write_uploads(environment, files, case, lock, outputs, out)
    _write_check(environment, material, case, lock, outputs, out)


def _write_uploads(
    environment: Environment, files: "CampaignFiles", case: "Case", lock: "Lock", outputs: "Outputs", out: Path
) -> None:
    from campaignctl.domain.uploads import UPLOAD_FOLDER, is_upload
    from campaignctl.folder.hashing import sha256
    from campaignctl.folder.leftovers import remove_leftovers
    from campaignctl.marketplaces.uploads import upload_forms
    from campaignctl.stages.upload_control import control
    from campaignctl.stages.uploads import uploads_of
    from campaignctl.writers.listings import write_listings
    from campaignctl.writers.uploads import write_upload

    place = out / UPLOAD_FOLDER
    uploads = uploads_of(lock, case.profile, upload_forms(case.profile.family, files.folder))
    written = {file.name: outputs.write(place / file.name, partial(write_upload, file)) for file in uploads.files}
    hashes = {name: sha256(path) for name, path in written.items()}
    document = control(case.campaign, lock, uploads, hashes)
    outputs.write(place / CONTROL, lambda path: write_listings(document, path))
    for path in remove_leftovers(place, written.values(), is_upload):
        environment.warn(f"{path.name} is of an earlier lock and open elsewhere: do not key it in.")


def _write_check(
    environment: Environment, material: "Material", case: "Case", lock: "Lock", outputs: "Outputs", out: Path
) -> None:
    from campaignctl.readers.launch_checks import check_book, is_begun
    from campaignctl.stages.launch_check import launch_check
    from campaignctl.writers.forms import write_form

    target = out / CHECK
    if target.exists() and is_begun(check_book(target, CHECK, material.reading)):
        target = out / f"launch-check-lock-{lock.number}.xlsx"
        environment.tell(f"{CHECK} holds what somebody saw and stays; the new list is {target.name}.")
    outputs.write(target, lambda path: write_form(launch_check(case, lock).form, path))
