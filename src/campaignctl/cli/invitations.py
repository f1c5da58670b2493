"""``campaignctl new FOLDER --forms``: one pre-filled registration form for every invited seller."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.compared import compared_with
from campaignctl.cli.environment import Environment, Progress
from campaignctl.cli.exit_codes import Exit

if TYPE_CHECKING:  # the readers and the stage bring pandas with them
    import pandas as pd

    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.rules.case import Case
    from campaignctl.stages.invitations.items import Sources
    from campaignctl.stages.invitations.stage import Forms

_MOST_NAMED = 5


def write_forms(environment: Environment, folder: Path) -> Exit:
    """Write the forms of the campaign in ``folder`` into ``out/forms``."""
    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.rules.case import case_of
    from campaignctl.stages.invitations.stage import forms_for

    files, outputs = replace(find(folder), registrations=()), Outputs()
    with held(folder, environment.holder()):
        progress = environment.progress("Reading")
        material = read_folder(files, progress)
        case = case_of(material)
        made = forms_for(case, _sources(environment, files, material, case, progress), _round(folder))
        progress.done()
        _write(environment, folder / "out" / "forms", made, outputs)
    return _ending(environment, folder, made, outputs)


def _round(folder: Path) -> int:
    """Return the round that the forms are for: the one after the newest on record."""
    from campaignctl.folder.records import records

    known = records(folder, "rounds")
    return int(known[-1].stamp) + 1 if known else 1


def _sources(
    environment: Environment, files: "CampaignFiles", material: "Material", case: "Case", progress: Progress
) -> "Sources":
    """Read what is known of the sellers' SKUs; whatever is not there is done without."""
    from campaignctl.cli.report_reading import exports_of, sized
    from campaignctl.stages.invitations.items import Sources
    from campaignctl.stages.invitations.recent import recent

    exports = exports_of(files, material, case.campaign, files.folder / "out", progress)
    products = exports.frame("products")
    earlier = _earlier(environment, files, case, progress)
    return Sources(products, recent(sized(exports.table("order_lines")), exports.latest), earlier)


def _earlier(
    environment: Environment, files: "CampaignFiles", case: "Case", progress: Progress
) -> "list[pd.DataFrame]":
    """Return the SKU lines of the campaigns that Compare with names; one that is not there is named."""
    from campaignctl.folder.files import find
    from campaignctl.readers.campaign_folder import read_folder

    found = []
    for name, place in compared_with(files, case):
        if place is None:
            environment.tell(f"There is no campaign in {name} (Compare with): done without.")
        else:
            found.append(read_folder(find(place), progress).frames["sku_lines"])
    return found


def _write(environment: Environment, out: Path, made: "Forms", outputs: "Outputs") -> None:
    from campaignctl.writers.forms import write_form

    progress = environment.progress("Writing")
    for name, form in made.forms.items():
        progress(name)
        outputs.write(out / name, partial(write_form, form))
    progress.done()


def _ending(environment: Environment, folder: Path, made: "Forms", outputs: "Outputs") -> Exit:
    count = len(made.forms)
    where = folder / "out" / "forms"
    environment.tell(f"Wrote {count:,} {'form' if count == 1 else 'forms'} with {made.items:,} SKU rows into {where}")
    for id_, why in made.without[:_MOST_NAMED]:
        environment.tell(f"No form for {id_}: {why}")
    if len(made.without) > _MOST_NAMED:
        environment.tell(f"No form for {len(made.without) - _MOST_NAMED:,} more sellers")
    environment.tell(
        "Next:  send each seller its form, save what comes back in registrations/, then  campaignctl collect"
    )
    return Exit.CANNOT_WRITE if environment.name_displaced(outputs) else Exit.CLEAN
