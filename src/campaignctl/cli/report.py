"""``campaignctl report``: what the campaign brought: workbook, deck, memo, page, chat, figures."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.compared import FIGURES
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.report_past import ACTIONS, kind_of, with_past
from campaignctl.domain.errors import CannotRead, WrongUsage

if TYPE_CHECKING:  # the readers and the stage bring pandas and DuckDB with them
    from collections.abc import Sequence
    from decimal import Decimal

    from campaignctl.domain.campaign import Campaign, Seller
    from campaignctl.domain.document import Document
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.readers.exports.tables import Exports, Table
    from campaignctl.stages.report import ReportInputs, Span

SELLERS = "sellers"
"""The folder of the sellers' decks."""

ONE_SELLER = "seller"
"""The section of a seller's own deck; a campaign's deck never has it."""

PerSeller = Annotated[
    bool, typer.Option("--per-seller", help="Also write a deck per seller, with that seller's figures alone.")
]
Tier = Annotated[
    list[str] | None, typer.Option("--tier", metavar="TIER", help="Only sellers of this tier; may be repeated.")
]

Period = Annotated[
    str,
    typer.Option(
        "--period", metavar="day|week|month|campaign", help="Report on the campaign, or the period of the as-of time."
    ),
]
FRAMES_UP_TO = 1_000_000
"""Rows beyond which a table is too large for a frame."""
LINES_UP_TO = 200_000
"""Order lines beyond which DuckDB groups them instead of pandas: it takes less time from here on, and less memory."""


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
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> Exit:
    """What the campaign brought: workbook, deck, memo, page, figures."""
    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.stages.report import chosen
    from campaignctl.stages.report import report as stage
    from campaignctl.writers.figures_json import figures_json

    if tier and not per_seller:
        raise WrongUsage("--tier chooses among the decks of --per-seller.", "Add --per-seller, or leave --tier out.")
    gmv = options.known_gmv(known)
    files, outputs = find(folder), Outputs()
    out = output_dir or folder / "out"
    with held(folder, environment.holder()):
        inputs, errors = _inputs(environment, files, out, as_of, gmv, period)
        out = out if inputs.span.value == "campaign" else out / inputs.span.value
        wanted = chosen(inputs.campaign, tuple(tier or ())) if per_seller else ()
        document = stage(inputs)
        text = figures_json(document)
        _write(environment, outputs, out, files, document, text, inputs.span, recorded=gmv is None)
        _follow_up(outputs, out, document, inputs)
        _sellers(environment, outputs, out, files, inputs, wanted)
    if json:
        environment.out.write(text)
    elif gmv is not None:
        from campaignctl.cli.views.bridge import show_bridge

        show_bridge(environment, document)
    return _ending(environment, outputs, document, failed=strict and errors)


def _inputs(
    environment: Environment, files: "CampaignFiles", out: Path, as_of: str | None, known: "Decimal | None", period: str
) -> "tuple[ReportInputs, bool]":
    """Read the folder and return what its report is made of, and whether its data has findings of severity error."""
    from campaignctl.metrics.measures import BESIDE_ORDERS
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.rules.case import case_of
    from campaignctl.stages.exports import data_findings, noted_events, owners, registered_skus
    from campaignctl.stages.report import ReportInputs

    progress = environment.progress("Reading")
    material = read_folder(files, progress)
    case = case_of(material)
    window = case.campaign.window
    if window is None:
        raise CannotRead("The campaign has no window yet.", "Fill Starts and Ends on the sheet Campaign.")
    exports = exports_of(files, material, case.campaign, out, progress)
    progress.done()
    findings = data_findings(case, (*material.observations, *exports.observations))
    inputs = ReportInputs(
        campaign=case.campaign,
        as_of=options.moment(as_of, case.campaign.zone) or exports.latest or window.end,
        order_lines=sized(exports.table("order_lines"), LINES_UP_TO),
        streams=sized(exports.table("live_streams")),
        traffic=sized(exports.table("product_traffic")),
        beside={name: table for name in BESIDE_ORDERS if (table := sized(exports.table(name))) is not None},
        registered=registered_skus(case),
        marketplace=material.profile.name,
        findings=findings,
        observations=exports.observations,
        inputs=(*material.inputs, *exports.inputs),
        lock=case.lock,
        changes=case.changes,
        prices=case.promised_prices or case.prices,
        fees=tuple(material.profile.fees),
        known=known,
        events=noted_events(case),
        owners=owners(case),
    )
    inputs = with_past(environment, files, case, inputs, period)
    return inputs, any(finding.severity.rank == 0 for finding in findings)


def exports_of(
    files: "CampaignFiles", material: "Material", campaign: "Campaign", out: Path, progress: "object"
) -> "Exports":
    """Read a campaign's exports; their tables are kept in ``out``/cache."""
    from campaignctl.marketplaces.layouts import layouts_of
    from campaignctl.readers.exports.parts import Setting
    from campaignctl.readers.exports.read import read_exports

    layouts = layouts_of(material.profile.family, files.folder)
    sellers = [seller.id for seller in campaign.sellers]
    return read_exports(files.folder, Setting(layouts, material.reading, sellers), out / "cache", progress)  # type: ignore[arg-type]


def sized(table: "Table", most: int = FRAMES_UP_TO) -> object | None:
    """Return a table as a frame, as a lazy relation when it has more than ``most`` rows, or None when there is none."""
    if not table.rows:
        return None
    if table.rows <= most:
        return table.frame()
    from campaignctl.readers.exports.engine import connect

    return table.relation(connect(table.paths[0].parent / ".spilled"))


def _write(
    environment: Environment,
    outputs: "Outputs",
    out: Path,
    files: "CampaignFiles",
    document: "Document",
    text: str,
    span: "Span",
    *,
    recorded: bool,
) -> None:
    from campaignctl.folder import records
    from campaignctl.folder.hashing import digest
    from campaignctl.folder.templates import template
    from campaignctl.stages.report import asked_for, for_dashboard, for_deck, for_memo, for_today, for_workbook
    from campaignctl.writers.actions_json import actions_json
    from campaignctl.writers.docx import write_memo
    from campaignctl.writers.html import dashboard_html
    from campaignctl.writers.pptx import write_deck
    from campaignctl.writers.report import write_report
    from campaignctl.writers.today import today_text, write_picture

    deck, memo = template("deck.pptx", files.folder), template("memo.docx", files.folder)
    lacking: list[str] = []
    outputs.write(out / "report.xlsx", lambda path: write_report(for_workbook(document), path))
    outputs.write(out / "deck.pptx", lambda path: lacking.extend(write_deck(for_deck(document), deck, path)))
    outputs.write(out / "memo.docx", lambda path: write_memo(for_memo(document), memo, path))
    outputs.write_text(out / "dashboard.html", dashboard_html(for_dashboard(document)))
    chat = for_today(document)
    outputs.write_text(out / "today.txt", today_text(chat))
    outputs.write(out / "today.png", lambda path: write_picture(chat, path))
    outputs.write_text(out / "figures.json", text)
    stamp = datetime.fromisoformat(document.as_of).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    whole = digest(document.as_of, *(f"{entry.file} {entry.sha256}" for entry in document.inputs))
    if recorded:  # a bridge answers a question; it is nothing to compare later reports with
        records.add(files.folder, kind_of(FIGURES, span), stamp, whole, text, outputs)
        asked = actions_json(document.as_of, asked_for(document))
        records.add(files.folder, kind_of(ACTIONS, span), stamp, whole, asked, outputs)
    if left := [section for section in lacking if section != ONE_SELLER]:
        environment.tell(f"The deck has no slide on {', '.join(left)}: the data do not give it, see Data quality")


def _follow_up(outputs: "Outputs", out: Path, document: "Document", inputs: "ReportInputs") -> None:
    """Write the workbook in which people note what became of what the report asks for."""
    from campaignctl.stages.report import follow_up
    from campaignctl.writers.forms import write_form

    form = follow_up(document, inputs)
    if form is not None:
        outputs.write(out / "actions.xlsx", lambda path: write_form(form, path))


def _sellers(
    environment: Environment,
    outputs: "Outputs",
    out: Path,
    files: "CampaignFiles",
    inputs: "ReportInputs",
    wanted: "Sequence[Seller]",
) -> None:
    """Write one deck per wanted seller, made of that seller's rows alone."""
    if not wanted:
        return
    from campaignctl.domain.figures import slugs
    from campaignctl.folder.templates import template
    from campaignctl.stages.report import for_deck, seller_documents

    deck, names = template("deck.pptx", files.folder), slugs([seller.id for seller in wanted])
    progress = environment.progress("Sellers")
    written = set()
    for seller, document in seller_documents(inputs, wanted):
        progress(seller.name)
        make = partial(_deck, for_deck(document), deck)
        outputs.write(out / SELLERS / f"{names[seller.id]}.pptx", make)
        written.add(seller.id)
    progress.done()
    for seller in wanted:
        if seller.id not in written:
            environment.warn(f"{seller.id} has no deck: the exports hold no paid order of it in the campaign")


def _deck(document: "Document", template: Path, path: Path) -> None:
    from campaignctl.writers.pptx import write_deck

    write_deck(document, template, path)


def _ending(environment: Environment, outputs: "Outputs", document: "Document", *, failed: bool) -> Exit:
    decks = [path for path in outputs.written if path.parent.name == SELLERS]
    for path in outputs.written:
        if path not in decks:
            environment.tell(f"Wrote {path}")
    if decks:
        environment.tell(f"Wrote {decks[0].parent} ({len(decks)} deck{'s' if len(decks) > 1 else ''})")
    headline = document.section("summary")
    if headline is not None:
        environment.tell(document.words(headline.title))
    for wanted, sibling in outputs.displaced:
        environment.warn(f"{wanted.name} is open elsewhere; the new one is complete in {sibling}")
    if outputs.displaced:
        return Exit.CANNOT_WRITE
    return Exit.ERRORS_FOUND if failed else Exit.CLEAN
