"""What ``lock`` prints: the errors that stand against it, or what it holds and what changed since the last one."""

from pathlib import Path

from campaignctl.cli.environment import Environment
from campaignctl.cli.shell import quoted
from campaignctl.cli.views.findings import show_findings
from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.times import moment_words, zone_words
from campaignctl.domain.wording import counted
from campaignctl.stages.lock import Freezing, Told

SHOWN = 12


def show_freezing(environment: Environment, freezing: Freezing, folder: Path, *, taken: bool, dry_run: bool) -> None:
    """Write what a lock holds, or would hold, or what keeps it from being taken; the next step goes to stderr."""
    terminal = Terminal(environment)
    campaign, lock = freezing.campaign, freezing.lock
    at = f"{moment_words(lock.taken_at, lock.zone)} {zone_words(lock.zone)}"
    terminal.line((campaign.name, "bold"), (f"  {campaign.marketplace} · as of {at}, by {lock.by}", "bright_black"))
    terminal.line("")
    if freezing.open:
        show_findings(terminal, freezing.open, folder, everything=False)
    _show_content(terminal, freezing)
    _show_difference(terminal, freezing)
    terminal.line("")
    terminal.line(*_verdict(freezing, taken=taken, dry_run=dry_run))
    environment.tell(_next(freezing, folder, taken=taken))


def _show_content(terminal: Terminal, freezing: Freezing) -> None:
    lock = freezing.lock
    out = ", ".join(f"{number:,} {word.lower()}" for word, number in freezing.left_out.items())
    rows = [
        ("Lines", f"{len(lock.lines):,}" + (f"; left out: {out}" if out else "")),
        ("Promotions", f"{len(lock.promotions):,}"),
        ("Livestreams", f"{len(lock.streams):,}"),
    ]
    if lock.everything:
        rows.append(("Decided", "every line without an error, at once (--all)"))
    if lock.accepted:
        rows.append(("Accepted", f"{counted(len(lock.accepted), 'error')}, each with its reason"))
    for label, words in rows:
        terminal.line("  ", (label.ljust(14), "bright_black"), words)


def _show_difference(terminal: Terminal, freezing: Freezing) -> None:
    before = freezing.before
    if before is None or not freezing.difference:
        return
    terminal.line("")
    when = moment_words(before.taken_at, before.zone)
    terminal.line((f"Against lock {before.number}", "bold"), (f"  of {when}", "bright_black"))
    for told in freezing.told[:SHOWN]:
        terminal.line(*_told(told))
    if len(freezing.told) > SHOWN:
        terminal.line((f"  … {len(freezing.told) - SHOWN:,} more (--json lists them)", "bright_black"))


def _told(told: Told) -> tuple[tuple[str, str] | str, ...]:
    what = " ".join(part for part in told.key if part) or "Campaign"
    if told.before is None:
        return "  ", ("+", "green"), f" {what}: added"
    if told.after is None:
        return "  ", ("−", "red"), f" {what}: gone"
    return "  ", ("~", "yellow"), f" {what}: {told.field} {told.before} → {told.after}"


def _verdict(freezing: Freezing, *, taken: bool, dry_run: bool) -> tuple[tuple[str, str] | str, ...]:
    number = freezing.lock.number
    if freezing.open:
        return ((f"Not locked: {counted(len(freezing.open), 'error')} open.", "bold red"),)
    if freezing.adds_nothing and freezing.before is not None:
        return (f"Lock {freezing.before.number} already holds all of this; no record was added.",)
    if dry_run:
        return (f"Dry run: nothing was written; this would be lock {number}.",)
    return ((f"Lock {number} is taken.", "bold green"),) if taken else ("These inputs are locked already.",)


def _next(freezing: Freezing, folder: Path, *, taken: bool) -> str:
    if freezing.open:
        worst = freezing.open[0]
        about = worst.about.seller or worst.about.sku or worst.about.promotion or worst.about.other
        named = f"{worst.code}@{about}" if about else worst.code
        return f'Next:  mend them, or answer for each:  campaignctl lock {quoted(folder)} --accept {named}="why"'
    if taken or freezing.adds_nothing:
        return "Next:  from now on terms change through the sheet Changes;  campaignctl validate  names what differs"
    return f"Next:  campaignctl lock {quoted(folder)}"
