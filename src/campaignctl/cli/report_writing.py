"""A report's files: workbook, deck, memo, page, chat, figures and records, and the decks of sellers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.compared import FIGURES
from campaignctl.cli.environment import Environment
from campaignctl.cli.report_past import ACTIONS, kind_of

if TYPE_CHECKING:  # the stage brings pandas and DuckDB with it
    from collections.abc import Sequence

    from campaignctl.domain.campaign import Seller
    from campaignctl.domain.document import Document
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.folder.outputs import Outputs
    from campaignctl.stages.report import ReportInputs, Span

SELLERS = "sellers"
"""The folder of the sellers' decks."""

NEVER_MISSED = ("seller", "insights")
"""A seller's own page, which a campaign's deck never has, and what its summary has no room for."""

SLIDES = {
    "scorecard": "the categories",
    "drivers": "what drove the change",
    "lift": "what the campaign brought",
    "roi": "cost and return",
    "promised": "promises",
    "streams": "livestreams",
    "next": "next steps",
}
"""What a slide is on, where its section's name does not say it."""


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """Where a report is written: ``out`` for people, the folder's records for later reports."""

    environment: Environment
    outputs: "Outputs"
    out: Path
    folder: "CampaignFiles"

    def write(self, document: "Document", figures: str) -> None:
        """Write the report for people; ``figures`` is the text of figures.json."""
        from campaignctl.folder.templates import template
        from campaignctl.stages.report import for_dashboard, for_deck, for_memo, for_today, for_workbook
        from campaignctl.writers.docx import write_memo
        from campaignctl.writers.html import dashboard_html
        from campaignctl.writers.pptx import write_deck
        from campaignctl.writers.report import write_report
        from campaignctl.writers.today import today_text, write_picture

        outputs, out = self.outputs, self.out
        deck, memo = template("deck.pptx", self.folder.folder), template("memo.docx", self.folder.folder)
        lacking: list[str] = []
        # a team's own templates may be refused: before anything else of this report is there
        outputs.write(out / "deck.pptx", lambda path: lacking.extend(write_deck(for_deck(document), deck, path)))
        outputs.write(out / "memo.docx", lambda path: write_memo(for_memo(document), memo, path))
        outputs.write(out / "report.xlsx", lambda path: write_report(for_workbook(document), path))
        outputs.write_text(out / "dashboard.html", dashboard_html(for_dashboard(document)))
        chat = for_today(document)
        outputs.write_text(out / "today.txt", today_text(chat))
        outputs.write(out / "today.png", lambda path: write_picture(chat, path))
        outputs.write_text(out / "figures.json", figures)
        if left := [SLIDES.get(section, section) for section in lacking if section not in NEVER_MISSED]:
            on = " and ".join(filter(None, (", ".join(left[:-1]), left[-1])))
            self.environment.tell(f"The deck has no slide on {on}: set-up and exports hold nothing on that")

    def record(self, document: "Document", figures: str, span: "Span") -> None:
        """Keep the figures, and what the report asks for, for later reports to compare with."""
        from campaignctl.folder import records
        from campaignctl.folder.hashing import digest
        from campaignctl.stages.report import asked_for
        from campaignctl.writers.actions_json import actions_json

        stamp = datetime.fromisoformat(document.as_of).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        whole = digest(document.as_of, *(f"{entry.file} {entry.sha256}" for entry in document.inputs))
        asked = actions_json(document.as_of, asked_for(document))
        records.add(self.folder.folder, kind_of(FIGURES, span.value), stamp, whole, figures, self.outputs)
        records.add(self.folder.folder, kind_of(ACTIONS, span.value), stamp, whole, asked, self.outputs)

    def write_follow_up(self, document: "Document", inputs: "ReportInputs") -> None:
        """Write the workbook in which people note what became of what the report asks for."""
        from campaignctl.stages.report import follow_up
        from campaignctl.writers.forms import write_form

        form = follow_up(document, inputs)
        if form is not None:
            self.outputs.write(self.out / "actions.xlsx", lambda path: write_form(form, path))

    def write_sellers(self, inputs: "ReportInputs", wanted: "Sequence[Seller]") -> None:
        """Write one deck per wanted seller, made of that seller's rows alone."""
        if not wanted:
            return
        from campaignctl.domain.figures import slugs
        from campaignctl.folder.templates import template
        from campaignctl.stages.report import for_deck, seller_documents

        deck, names = template("deck.pptx", self.folder.folder), slugs([seller.id for seller in wanted])
        progress = self.environment.progress("Sellers")
        written = set()
        for seller, document in seller_documents(inputs, wanted):
            progress(seller.name)
            make = partial(_deck, for_deck(document), deck)
            self.outputs.write(self.out / SELLERS / f"{names[seller.id]}.pptx", make)
            written.add(seller.id)
        progress.done()
        for seller in wanted:
            if seller.id not in written:
                words = f"{seller.id} has no deck: the exports hold no paid order of it in the campaign"
                self.environment.warn(words)


def keeps_records(folder: Path, output_dir: Path | None, span: str) -> bool:
    """Return whether a folder takes the records of a report of a period, before any work is done.

    One that takes none still has a report; ``CannotWrite`` where the folder takes no files at all and nobody said
    where else to write, or where a file has taken the records' place.
    """
    from campaignctl.domain.errors import CannotWrite
    from campaignctl.folder import records
    from campaignctl.folder.outputs import takes_files

    if takes_files(folder):
        return records.takes(folder, *(kind_of(kind, span) for kind in (FIGURES, ACTIONS)))
    if output_dir is None:
        raise CannotWrite(f"{folder} takes no files.", "Ask for the right to write there, or write with --output-dir.")
    return False


def lock_place(folder: Path, out: Path) -> Path:
    """Return where the lock of a run lies: in the campaign's folder, or where it takes no files in that for outputs."""
    from campaignctl.folder.outputs import takes_files

    return folder if takes_files(folder) else there(out)


def there(folder: Path) -> Path:
    """Return a folder for outputs, made if it was not there; ``CannotWrite`` when it cannot be."""
    from campaignctl.domain.errors import CannotWrite

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{folder} cannot be made: {error.strerror}.", "Choose another with --output-dir.") from error
    return folder


def _deck(document: "Document", template: Path, path: Path) -> None:
    from campaignctl.writers.pptx import write_deck

    write_deck(document, template, path)
