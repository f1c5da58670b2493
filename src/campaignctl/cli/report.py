"""``campaignctl report``: what the campaign brought, as a workbook, a deck and figures."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli import options
from campaignctl.cli.command import command
from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.domain.errors import CannotRead

if TYPE_CHECKING:  # the readers and the stage bring pandas and DuckDB with them
    from campaignctl.domain.campaign import Campaign
    from campaignctl.domain.document import Document
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.readers.exports.tables import Exports, Table

FRAMES_UP_TO = 1_000_000
"""Order lines beyond which DuckDB groups instead of pandas."""


@command("Learn", "campaignctl report holiday-deals")
def report(
    environment: Environment,
    folder: options.Folder = options.HERE,
    output_dir: options.OutputDir = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
    json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> Exit:
    """What the campaign brought: workbook, deck, figures."""
    from campaignctl.folder.files import find
    from campaignctl.folder.lock import held
    from campaignctl.folder.outputs import Outputs
    from campaignctl.writers.figures_json import figures_json

    files, outputs = find(folder), Outputs()
    out = output_dir or folder / "out"
    with held(folder, environment.holder()):
        document, errors = _document(environment, files, out, as_of)
        text = figures_json(document)
        _write(outputs, out, files, document, text)
    if json:
        environment.out.write(text)
    return _ending(environment, outputs, document, failed=strict and errors)


def _document(
    environment: Environment, files: "CampaignFiles", out: Path, as_of: str | None
) -> "tuple[Document, bool]":
    """Read the folder and return its report, and whether its data has findings of severity error."""
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.rules.case import case_of
    from campaignctl.stages.exports import data_findings, noted_events, registered_skus
    from campaignctl.stages.report import ReportInputs
    from campaignctl.stages.report import report as stage

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
        order_lines=sized(exports.table("order_lines")),
        streams=sized(exports.table("live_streams")),
        registered=registered_skus(case),
        marketplace=material.profile.name,
        findings=findings,
        observations=exports.observations,
        inputs=(*material.inputs, *exports.inputs),
        events=noted_events(case),
    )
    return stage(inputs), any(finding.severity.rank == 0 for finding in findings)


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


def sized(table: "Table") -> object | None:
    """Return a table as a frame, as a lazy relation when it is too large for one, or None when there is none."""
    if not table.rows:
        return None
    if table.rows <= FRAMES_UP_TO:
        return table.frame()
    import duckdb

    return table.relation(duckdb.connect())


def _write(outputs: "Outputs", out: Path, files: "CampaignFiles", document: "Document", text: str) -> None:
    from campaignctl.folder import records
    from campaignctl.folder.hashing import digest
    from campaignctl.folder.templates import template
    from campaignctl.stages.report import for_deck, for_workbook
    from campaignctl.writers.pptx import write_deck
    from campaignctl.writers.report import write_report

    deck = template("deck.pptx", files.folder)
    outputs.write(out / "report.xlsx", lambda path: write_report(for_workbook(document), path))
    outputs.write(out / "deck.pptx", lambda path: write_deck(for_deck(document), deck, path))
    outputs.write_text(out / "figures.json", text)
    stamp = datetime.fromisoformat(document.as_of).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    whole = digest(document.as_of, *(f"{entry.file} {entry.sha256}" for entry in document.inputs))
    records.add(files.folder, "figures", stamp, whole, text, outputs)


def _ending(environment: Environment, outputs: "Outputs", document: "Document", *, failed: bool) -> Exit:
    for path in outputs.written:
        environment.tell(f"Wrote {path}")
    headline = document.section("summary")
    if headline is not None:
        environment.tell(document.words(headline.title))
    for wanted, sibling in outputs.displaced:
        environment.warn(f"{wanted.name} is open elsewhere; the new one is complete in {sibling}")
    if outputs.displaced:
        return Exit.CANNOT_WRITE
    return Exit.ERRORS_FOUND if failed else Exit.CLEAN
