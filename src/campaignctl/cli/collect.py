"""``campaignctl collect``: who registered what, who must mend what, what changed since the last round."""

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.reading import material_in

if TYPE_CHECKING:  # the readers and the stage bring pandas with them
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.stages.collect.stage import Collected, Turn

KIND = "rounds"
RETURNS = "returns"
_MOST_NAMED = 5


@command("Prepare", "campaignctl collect holiday-deals", signs=True)
def collect(
    environment: Environment,
    folder: options.Folder = options.HERE,
    output_dir: options.OutputDir = None,
    as_of: options.AsOf = None,
    no_returns: Annotated[bool, typer.Option("--no-returns", help="Write no marked copies for sellers.")] = False,
    json: options.Json = False,
) -> Exit:
    """Gather the registrations: one roster, who must mend what."""
    gc.disable()  # as in validate: a run is short and makes millions of cells, none of them in cycles

    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs

    files, outputs = find(folder), Outputs()
    out = output_dir or folder / "out"
    with held(folder, environment.holder()):
        material, collected = _collected(environment, files, as_of)
        returns = {} if no_returns else _returns(environment, material, collected, files, out, outputs)
        _write(collected, files, out, outputs, returns)
    if json:
        from campaignctl.writers.collect_json import collect_json

        round_, currency = collected.round, collected.case.campaign.currency
        environment.out.write(collect_json(round_.number, round_.as_of, collected.people, collected.tracked, currency))
    else:
        from campaignctl.cli.views.collect import show_collected
        from campaignctl.cli.views.terminal import Terminal

        show_collected(Terminal(environment), collected, len(files.registrations), returns)
    return _ending(environment, outputs, collected, out)


def _collected(environment: Environment, files: "CampaignFiles", as_of: str | None) -> "tuple[Material, Collected]":
    from campaignctl.stages.collect.stage import collect as stage
    from campaignctl.stages.collect.stage import digest_of
    from campaignctl.stages.validate import judge

    material = material_in(environment, files)
    case, verdict = judge(material, now=options.moment(as_of, material.reading.zone))
    turn = turn_in(files.folder, digest_of(material.inputs, case))
    return material, stage(material, case, verdict, turn)


def turn_in(folder: Path, digest: str) -> "Turn":
    """Return which round a collection with this hash is; the two newest records tell."""
    from campaignctl.folder import records
    from campaignctl.stages.collect.record import round_of
    from campaignctl.stages.collect.stage import turn_of

    known = records.records(folder, KIND)[-2:]
    return turn_of([round_of(records.read(record), record.path.name) for record in known], digest)


def _returns(
    environment: Environment,
    material: "Material",
    collected: "Collected",
    files: "CampaignFiles",
    out: Path,
    outputs: "Outputs",
) -> Mapping[str, str]:
    """Write the workbooks that go back and return, by seller id, the path of each from ``out``."""
    from campaignctl.cli.annotate import write_returns
    from campaignctl.folder.files import SETUP
    from campaignctl.stages.returns import Occasion, returns_of

    occasion = Occasion(collected.as_of, collected.round.number)
    told = [one for one in collected.tracked if one.finding.is_sent or one.finding.place.file == SETUP]
    made = returns_of(collected.case.campaign, material, told, occasion)
    written = write_returns(environment, files, material, made, out, outputs)
    if len(written) == len(made):
        _clear(environment, out, outputs)
    sellers = {reply.file: reply.seller_id for reply in collected.replies if reply.counts and reply.seller_id}
    return {sellers[file]: path.relative_to(out).as_posix() for file, path in written.items() if file in sellers}


def _clear(environment: Environment, out: Path, outputs: "Outputs") -> None:
    """Take away the returns of sellers who have nothing to mend any more; what is not ours to delete is named."""
    from campaignctl.cli.annotate import clear_returns

    gone = clear_returns(out, outputs.written)
    if gone:
        environment.tell(f"Nothing to mend any more, taken away: {_some([path.name for path in gone])}")
    left = [path for path in (out / RETURNS).glob("*.*") if path not in outputs.written]
    older = sorted(path.name for path in left if not path.name.startswith("~$"))
    if older:  # sent now, they would say old things
        environment.tell(f"Of an earlier round, not to be sent: {_some(older)}")


def _some(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _write(
    collected: "Collected", files: "CampaignFiles", out: Path, outputs: "Outputs", returns: Mapping[str, str]
) -> None:
    from campaignctl.folder import records
    from campaignctl.stages.collect.record import round_json, stamp
    from campaignctl.stages.collect.roster import roster
    from campaignctl.stages.decide import decide
    from campaignctl.writers.forms import write_form
    from campaignctl.writers.listings import write_listings

    document = roster(collected, _way(out, files.folder), returns)
    outputs.write(out / "roster.xlsx", lambda path: write_listings(document, path))
    outputs.write(out / "decide.xlsx", lambda path: write_form(decide(collected.case, collected.verdict).form, path))
    round_ = collected.round
    text = round_json(round_, collected.inputs)
    records.add(files.folder, KIND, stamp(round_.number), round_.digest, text, outputs)


def _way(start: Path, end: Path) -> str:
    """Return the relative path from one folder to another, with forward slashes; blank between two drives."""
    try:
        return Path(os.path.relpath(end, start)).as_posix()
    except ValueError:
        return ""


def _ending(environment: Environment, outputs: "Outputs", collected: "Collected", out: Path) -> Exit:
    returns = [path for path in outputs.written if path.parent.name == RETURNS]
    for path in outputs.written:
        if path not in returns:
            environment.tell(f"Wrote {path}")
    if returns:
        books = "marked workbook" if len(returns) == 1 else "marked workbooks"
        environment.tell(f"Wrote {len(returns):,} {books} to {returns[0].parent}")
    environment.tell(f"Next:  campaignctl validate   {_why(collected)}")
    if environment.name_displaced(outputs):
        return Exit.CANNOT_WRITE
    return Exit.ERRORS_FOUND if collected.errors or collected.own_errors else Exit.CLEAN


def _why(collected: "Collected") -> str:
    if errors := collected.errors + collected.own_errors:
        number = f"all {errors:,} errors" if errors > 1 else "the error"
        return f"shows {number} at the exact cell, with the cure"
    return "judges the set-up and the registrations together"
