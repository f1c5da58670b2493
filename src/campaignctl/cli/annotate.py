"""Returned workbooks are written: by ``validate --annotate`` and by ``collect``."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment

if TYPE_CHECKING:  # heavy, and needed only by those who ask for returns
    from campaignctl.domain.returns import Mended, Return
    from campaignctl.domain.rounds import Tracked
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.stages.validate import Validated

FOLDER = "returns"
MEMORY = "cache/returns.json"
"""Which returns campaignctl wrote, below the outputs: one that is needed no more is deleted only as it was written."""


def write_returns(
    environment: Environment,
    files: "CampaignFiles",
    material: "Material",
    returns: "Sequence[Return]",
    out: Path,
    outputs: "Outputs",
) -> dict[str, Path]:
    """Write ``returns`` into the folder ``returns`` of ``out``; return where each source's workbook went.

    A workbook that somebody saved since it was judged is named and left out: its cells may stand elsewhere now. So is a
    link to a file that is no workbook: what it leads to is perhaps nobody's to send.
    """
    from campaignctl.folder.hashing import sha256
    from campaignctl.folder.leftovers import remember, remembered
    from campaignctl.writers.returns import write_return

    judged = {entry.file: entry.sha256 for entry in material.inputs}
    progress = environment.progress("Marking")
    written: dict[str, Path] = {}
    every: list[Path] = []
    for made in returns:
        source = files.folder / made.source
        progress(made.source)
        if judged.get(made.source) not in {None, "", sha256(source)}:
            environment.warn(f"{made.source} was saved while it was checked; run again for its return.")
            continue
        if made.sealed and source.is_symlink():
            environment.warn(f"{made.source} is a link to what is no registration; nothing goes back for it.")
            continue
        paths = write_return(made, source, out / FOLDER, outputs)
        every += paths
        written[made.source] = paths[0]
        if len(paths) > 1:
            environment.tell(f"{made.source} goes back untouched; its findings stand in {paths[1].name}")
    progress.done()
    if every:
        remember(out / MEMORY, remembered(out / MEMORY), every)
    return written


def clear_returns(out: Path, kept: Collection[Path]) -> tuple[Path, ...]:
    """Delete the returns of earlier rounds that nobody changed since and nobody needs any more; return those."""
    from campaignctl.folder.leftovers import remember, remembered, remove_unchanged

    known = remembered(out / MEMORY)
    gone = remove_unchanged(out / FOLDER, kept, known)
    if gone:
        remember(out / MEMORY, {name: known[name] for name in known if out / FOLDER / name not in gone}, ())
    return gone


def cures_of(files: "CampaignFiles", material: "Material", only: Sequence[str]) -> "tuple[Mended, ...]":
    """Return the cures that the returned copies of a campaign's workbooks take."""
    from campaignctl.stages.mending import mended
    from campaignctl.workbooks import REGISTRATION, SETUP

    found: list[Mended] = []
    for path in files.workbooks:
        name = files.relative(path)
        if not only or name in only:
            found += mended(path, name, SETUP if path == files.setup else REGISTRATION, material.reading)
    return tuple(found)


def since_first_seen(folder: Path, material: "Material", validated: "Validated") -> "tuple[Tracked, ...]":
    """Return the findings of a check, each with the round of collecting that saw it first; new where none did.

    What is fixed is left out: a check may look at some files only, and a round tells that.
    """
    from campaignctl.cli.collect import turn_in
    from campaignctl.domain.rounds import State
    from campaignctl.stages.collect.stage import digest_of
    from campaignctl.stages.collect.tracking import track

    turn = turn_in(folder, digest_of(material.inputs, validated.case))
    tracked, _ = track(validated.verdict.findings, turn.before, turn.number, ())
    return tuple(one for one in tracked if one.state is not State.FIXED)
