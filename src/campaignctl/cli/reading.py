"""A campaign's workbooks, read while a line on stderr says how far it has come."""

from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment

if TYPE_CHECKING:  # the readers bring pandas with them
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.readers.campaign_folder import Material


def material_in(environment: Environment, files: "CampaignFiles") -> "Material":
    """Return what set-up, registrations and decisions hold; all of them as they stood at one time."""
    from campaignctl.folder.still import read_still
    from campaignctl.readers.campaign_folder import read_folder

    progress = environment.progress("Reading")
    material = read_still(lambda: read_folder(files, progress), files.folder, lambda: (*files.workbooks, *files.checks))
    progress.done()
    return material
