"""``campaignctl report``: what the campaign brought: workbook, deck, memo, page, chat, figures."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.report_reading import Asked, inputs_of
from campaignctl.cli.report_said import say_gaps, say_next
from campaignctl.cli.report_writing import SELLERS, ReportFiles, keeps_records, lock_place
from campaignctl.domain.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from campaignctl.domain.document import Document
    from campaignctl.domain.findings import Finding

PerSeller = Annotated[
    bool, typer.Option("--per-seller", help="Also write a deck per seller, with that seller's figures alone.")
]
Tier = Annotated[
    list[str] | None, typer.Option("--tier", metavar="TIER", help="Only sellers of this tier; may be repeated.")
]

Period = Annotated[
    str,
    typer.Option(
        "--period",
        metavar="day|week|month|campaign",
        help="Report on the campaign, or on the newest day, week or month with sales; --as-of names another.",
    ),
]


@command("Learn", "campaignctl report holiday-deals")
def report(
    environment: Environment,
    folder: options.Folder = options.HERE,
    output_dir: options.OutputDir = None,
    as_of: options.AsOf = None,
    period: Period = "campaign",
    per_seller: PerSeller = False,
    tier: Tier = None,
    known: options.Known = None,
    strict: options.Strict = False,
    json: options.Json = False,
) -> Exit:
    """What the campaign brought: workbook, deck, memo, page, figures."""
    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs, takes_files, usable

    if tier and not per_seller:
        raise WrongUsage("--tier chooses among the decks of --per-seller.", "Add --per-seller, or leave --tier out.")
    options.moment(as_of, "UTC")  # a slip of the pen is told before any work is done
    asked = Asked(as_of, options.period(period), options.known_gmv(known))
    files, outputs = find(folder), Outputs()
    out = output_dir or folder / "out"
    usable(out)
    keeps = keeps_records(folder, output_dir, asked.period)
    to = ReportFiles(environment, outputs, out, files)
    with held(lock_place(folder, out), environment.holder()):
        made = _made(to, asked, tuple(tier or ()) if per_seller else None, keeps=keeps)
    if json:
        environment.out.write(made.figures)
    elif asked.known is not None:
        from campaignctl.cli.views.bridge import show_bridge

        show_bridge(environment, made.document)
    if not keeps:
        place = folder / "record" if takes_files(folder) else folder
        environment.warn(f"{place} takes no files: no record was kept for later reports to compare with.")
    say_gaps(environment, made.document, made.findings)
    return _ending(to, made.document, failed=strict and made.errors)


@dataclass(frozen=True, slots=True)
class Made:
    """A report as it was written, and what its data have against it."""

    document: "Document"
    figures: str
    findings: "Sequence[Finding]"
    errors: bool


def _made(to: ReportFiles, asked: Asked, tiers: tuple[str, ...] | None, *, keeps: bool) -> Made:
    """Read, report and write; ``tiers`` says whose sellers get a deck, None that nobody does."""
    from campaignctl.stages.report import chosen
    from campaignctl.stages.report import report as stage
    from campaignctl.writers.figures_json import figures_json

    inputs, errors = inputs_of(to.environment, to.folder, to.out, asked)
    if inputs.span.value != "campaign":
        to = replace(to, out=to.out / inputs.span.value)
    wanted = () if tiers is None else chosen(inputs.campaign, tiers)
    document = stage(inputs)
    figures = figures_json(document)
    to.write(document, figures)
    if asked.known is None and keeps:  # a bridge answers a question; it is nothing to compare later reports with
        to.record(document, figures, inputs.span)
    to.write_follow_up(document, inputs)
    to.write_sellers(inputs, wanted)
    return Made(document, figures, inputs.findings, errors)


def _ending(to: ReportFiles, document: "Document", *, failed: bool) -> Exit:
    environment, outputs = to.environment, to.outputs
    decks = [path for path in outputs.written if path.parent.name == SELLERS]
    for path in outputs.written:
        if path not in decks:
            environment.tell(f"Wrote {path}")
    if decks:
        environment.tell(f"Wrote {decks[0].parent} ({len(decks)} deck{'s' if len(decks) > 1 else ''})")
    headline = document.section("summary")
    if headline is not None:
        environment.tell(document.words(headline.title))
    say_next(environment, to.folder.folder, outputs.written)
    if environment.name_displaced(outputs):
        return Exit.CANNOT_WRITE
    return Exit.ERRORS_FOUND if failed else Exit.CLEAN
