"""``campaignctl demo``: an invented campaign with a known answer, and every stage on it."""

from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import CannotWrite

if TYPE_CHECKING:  # the simulator brings numpy with it
    from collections.abc import Callable

    from campaignctl.domain.forms import Form
    from campaignctl.domain.raw_table import RawTable
    from campaignctl.simulation.demo import Folder


@command("Help", "campaignctl demo try-it")
def demo(
    environment: Environment,
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="The folder to make.")] = Path("demo"),
    seed: Annotated[int, typer.Option("--seed", help="Another seed makes another world.", min=0)] = 26,
    no_stages: Annotated[bool, typer.Option("--no-stages", help="Only write the folders.")] = False,
) -> Exit:
    """A whole campaign with a known answer, every stage on it."""
    from campaignctl.marketplaces.load import known, load
    from campaignctl.simulation.demo import demo as simulate

    twin = folder.with_name(f"{folder.name}-clean")
    for place in (folder, twin):
        if place.exists():
            raise CannotWrite(f"{place} is already there.", "Name another folder, or delete this one.")
    made = simulate(seed, load(known(None)[0], None), is_whole=True)
    write_folder(folder, made.faulty)
    write_folder(twin, made.clean, beside=(folder, made.faulty))
    environment.tell(f"Wrote {folder} with {made.faults} planted faults (see truth.json) and {twin} without any.")
    if no_stages:
        return Exit.CLEAN
    return _stages(environment, folder)


def write_folder(folder: Path, made: "Folder", beside: "tuple[Path, Folder] | None" = None) -> None:
    """Write a simulated campaign's folder; what is the same in one already written ``beside`` it is copied."""
    from campaignctl.cli.new import FOLDERS
    from campaignctl.folder.outputs import Outputs

    outputs = Outputs()
    at, there = (beside[0], {**beside[1].forms, **beside[1].exports}) if beside else (folder, {})
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    here: dict[str, Form | RawTable] = {**made.forms, **made.exports}
    for name, made_of in here.items():
        is_there = there.get(name) == made_of
        outputs.write(folder / name, partial(copyfile, at / name) if is_there else _writing(name, made_of))
    for name, content in made.strays.items():
        outputs.write(folder / name, partial(_put, content=content))
    for name, text in made.records.items():
        outputs.write_text(folder / name, text)
    if made.truth:
        outputs.write_text(folder / "truth.json", made.truth)


def _writing(name: str, made: "Form | RawTable") -> "Callable[[Path], object]":
    """Return what writes a form, or a table as its name's ending says."""
    from campaignctl.domain.forms import Form
    from campaignctl.writers.forms import write_form
    from campaignctl.writers.raw_tables import write_csv, write_xlsx

    if isinstance(made, Form):
        return partial(write_form, made)
    return partial(write_csv if name.endswith(".csv") else write_xlsx, made)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _stages(environment: Environment, folder: Path) -> Exit:
    """Run collect, validate and report as an operator would; the demo itself ends well when all could run."""
    from campaignctl.cli.collect import collect
    from campaignctl.cli.command import guarded
    from campaignctl.cli.report import report
    from campaignctl.cli.validate import validate

    sequence = (
        ("collect", collect, {"folder": folder}),
        ("validate", validate, {"path": [folder]}),
        ("report", report, {"folder": folder}),
    )
    for name, body, words in sequence:
        environment.tell(f"\n$ campaignctl {name} {folder}")
        ended = guarded(body.__wrapped__, Environment(quiet=environment.quiet, debug=environment.debug), dict(words))  # type: ignore[attr-defined]
        if ended not in (Exit.CLEAN, Exit.ERRORS_FOUND):
            return ended
    return Exit.CLEAN
