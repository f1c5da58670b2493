"""What the memo asks for: the next steps as decisions, with what is at stake, who owns them, and by when."""

from dataclasses import replace
from datetime import datetime

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.slides import DECISIONS, due_on, next_steps, weightiest
from campaignctl.stages.report.times import day_words

UNOWNED = "to be named"
_HEADS = (
    Column("kind", ""),
    Column("next", "Decision"),
    Column("what", "Why"),
    Column("at_stake", "At stake", Format.MONEY_SHORT),
    Column("owner", "Owner"),
)


def decisions(document: Document) -> Section | None:
    """Return a step of each kind, with an owner or the words that it needs one; None where there are none."""
    steps, table = next_steps(document), weightiest(document)
    if steps is None or table is None:
        return None
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    cells = tuple((row["kind"], row["next"], row["what"], _stake(row), row.get("owner") or UNOWNED) for row in rows)
    return replace(steps, title=_ask(document, table), parts=(replace(table, columns=_HEADS, rows=cells),))


def _stake(row: dict[str, Cell]) -> Cell:
    """Return the money that a step is about, with what it counts: ``$26K sales added``."""
    money, unit = row.get("at_stake"), row.get("unit")
    return Sentence((money, f" {unit}")) if isinstance(money, Ref) and isinstance(unit, str) else money


def ask(section: Section | None) -> Text | None:
    """Return what is asked for as a sentence that ends the answer."""
    return Text("ask", (joined(section.title, say(".")),)) if section is not None else None


def _ask(document: Document, table: Table) -> Sentence:
    """Return ``We ask for 3 decisions by Dec 11``: the first day on which one of them is due."""
    today = datetime.fromisoformat(document.as_of).date()
    day = day_words(min(due_on(str(row[0]).rpartition(" ")[2], today) for row in table.rows))
    noun = "decision" if len(table.rows) == 1 else "decisions"
    return say(f"We ask for {{{DECISIONS.id}.total}} {noun} by {{day}}", day=day)
