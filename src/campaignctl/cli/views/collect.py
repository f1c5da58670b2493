"""What ``collect`` prints: counts against target, statuses, who must mend what, and which files do not count."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaignctl.cli.views.columns import cut
from campaignctl.cli.views.ours import show_ours
from campaignctl.cli.views.terminal import Piece, Terminal
from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.roster import Person, Status
from campaignctl.domain.times import moment_words, zone_words
from campaignctl.stages.collect.goals import Goal, goals
from campaignctl.stages.collect.stage import Collected
from campaignctl.stages.collect.words import spot, story, told

_BAR = {80: 20, 120: 26}  # letters of a bar that has reached its target, by the width of the terminal
_WIDE = 110  # letters
_LEAST_WORDS = 10  # letters; less would say nothing
_WORDS = 34  # letters of what the first finding is called
_MENDING, _FIRST = "Who must mend what", "first of them"
_MOST_SELLERS = 20
_MOST_FILES = 6
_STYLES = {"✓": "green", "▲": "bold red", "●": "blue", "○": "bright_black", "–": "bright_black"}
_SHOWN = (
    Status.READY,
    Status.FIX,
    Status.INCOMPLETE,
    Status.LATE,
    Status.NEW,
    Status.MISSING,
    Status.STRANGER,
    Status.DECLINED,
    Status.WITHDRAWN,
    Status.WAITLIST,
    Status.EXCLUDED,
    Status.NOT_YET,
)
_ALWAYS = (Status.READY, Status.FIX, Status.MISSING)


def show_collected(terminal: Terminal, collected: Collected, files: int, returns: Mapping[str, str]) -> None:
    """Write a collection of ``files`` workbooks; ``returns`` gives the path of each that goes back, by seller."""
    _head(terminal, collected, files)
    _goals(terminal, goals(collected.case.campaign, collected.people))
    _statuses(terminal, collected.people)
    _mending(terminal, collected, returns)
    show_ours(terminal, collected)
    _asides(terminal, collected)


def _head(terminal: Terminal, collected: Collected, files: int) -> None:
    campaign, before = collected.case.campaign, collected.before
    words = [f"{files:,} {'file' if files == 1 else 'files'} in registrations/", f"round {collected.round.number}"]
    if before is not None and before.as_of:
        words[-1] += f", last {moment_words(datetime.fromisoformat(before.as_of), campaign.zone)}"
    if collected.as_of:
        words.append(f"as of {moment_words(collected.as_of, campaign.zone)} {zone_words(campaign.zone)}")
    told_ = " · ".join(words)
    if len(campaign.name) + len(told_) + 3 <= terminal.width:
        terminal.line((campaign.name, "bold"), (f" · {told_}", "bright_black"))
    else:
        terminal.line((campaign.name, "bold"))
        terminal.line((told_, "bright_black"))
    terminal.line("")


def _goals(terminal: Terminal, found: Sequence[Goal]) -> None:
    terminal.line((f"  {'':<12}{'registered':>10}{'target':>9}", "bright_black"))
    for goal in found:
        wanted = "–" if goal.target is None else f"{goal.target:,}"
        numbers = f"  {goal.name:<12}{goal.value:>10,}{wanted:>9}"
        terminal.line(numbers, *_bar(terminal, goal), *_gap(goal))
    terminal.line("")


def _bar(terminal: Terminal, goal: Goal) -> list[Piece | str]:
    """Return a bar up to the target, what lies above it, and what is short of it; nothing where no terminal is."""
    if terminal.environment.plain or not goal.target:
        return ["   "]
    whole = _BAR[120] if terminal.width >= _WIDE else _BAR[80]
    full = min(round(whole * goal.value / goal.target), round(whole * 1.15))
    reached, above = min(full, whole), max(full - whole, 0)
    rest = " " * (round(whole * 1.15) - max(full, whole))
    short = whole - reached
    return ["   ", ("█" * reached, "blue"), ("█" * above, "green"), ("░" * short, "bright_black"), rest + "   "]


def _gap(goal: Goal) -> list[Piece | str]:
    if goal.gap is None:
        return [("no target set", "bright_black")]
    if goal.gap < 0:
        return [(f"▼ {-goal.gap:,} short", "red")]
    return [(f"▲ {goal.gap:,} above" if goal.gap else "● on target", "green")]


def _statuses(terminal: Terminal, people: Sequence[Person]) -> None:
    counted = Counter(person.status for person in people)
    line: list[Piece | str] = []
    used = 0
    for status in (one for one in _SHOWN if counted[one] or one in _ALWAYS):
        sign, _, name = status.shown.partition(" ")
        words = f"{'✗' if sign == '▲' else sign} {counted[status]:,} {name}"
        if used + len(words) + 5 > terminal.width and line:
            terminal.line(*line)
            line, used = [], 0
        line += ["  ", (words, _STYLES.get(sign, "") if counted[status] else "bright_black"), " "]
        used += len(words) + 3
    terminal.line(*line)
    terminal.line("")


def _mending(terminal: Terminal, collected: Collected, returns: Mapping[str, str]) -> None:
    wrong = sorted((person for person in collected.people if person.errors), key=lambda one: (-one.errors, one.id))
    if not wrong:
        terminal.line(("No registration has an error.", "green"))
        return
    shown = wrong[:_MOST_SELLERS]
    rows = [_row(person, collected) for person in shown]
    most = [max(len(row[at]) for row in rows) for at in range(4)]
    widths = _Widths(min(most[0], 12), min(most[1], 22), max(most[2], len(_since(collected))), min(most[3], 24))
    beside = bool(returns) and terminal.width >= _WIDE
    terminal.line(
        (_MENDING.ljust(widths.who), "bold"),
        ("errors  " + widths.of_story(_since(collected)) + _FIRST, "bright_black"),
        (" " * (widths.place + 2 + _WORDS - len(_FIRST)) + "return in out/returns/", "bright_black") if beside else "",
    )
    for person, row in zip(shown, rows, strict=True):
        _one(terminal, person, row, widths, returns.get(person.id, "").rsplit("/", 1)[-1] if beside else "")
    if len(wrong) > len(shown):
        terminal.line((f"  … {len(wrong) - len(shown):,} more sellers in out/roster.xlsx", "bright_black"))


@dataclass(frozen=True, slots=True)
class _Widths:
    """How many letters each column of the list takes."""

    id: int
    shop: int
    story: int
    place: int

    @property
    def who(self) -> int:
        return max(4 + self.id + self.shop, len(_MENDING) + 2)

    def of_story(self, words: str) -> str:
        return words.ljust(self.story + 2) if self.story else ""


def _row(person: Person, collected: Collected) -> tuple[str, str, str, str]:
    told_ = story(person.since) if collected.before else ""
    return person.id, person.shop, told_, spot(_first(person))


def _first(person: Person) -> Finding:
    return next(finding for finding in person.findings if finding.severity is Severity.ERROR)


def _since(collected: Collected) -> str:
    return f"since round {collected.before.number}" if collected.before else ""


def _one(terminal: Terminal, person: Person, row: tuple[str, str, str, str], widths: _Widths, returned: str) -> None:
    id_, shop, told_, place = row
    who = f"  {cut(id_, widths.id):<{widths.id}}  {cut(shop, widths.shop)}"
    room = min(terminal.width - widths.who - 8 - len(widths.of_story(told_)) - widths.place - 2, _WORDS)
    what = f"  {cut(told(_first(person)), room)}" if room > _LEAST_WORDS else ""
    terminal.line(
        who.ljust(widths.who),
        (f"{person.errors:>6,}  ", "bold red"),
        widths.of_story(told_),
        (cut(place, widths.place).ljust(widths.place), "blue"),
        what.ljust(2 + _WORDS) + returned if returned else what,
    )


def _asides(terminal: Terminal, collected: Collected) -> None:
    """Name the files that do not count, and those that nobody can read."""
    told_ = [
        (_name(reply.file), f"of {person.id} does not count: {reply.aside or f'{_name(person.replies[0].file)} does'}")
        for person in collected.people
        for reply in person.replies[1:]
    ]
    for one in (each for each in collected.open if each.finding.is_sent):
        name = _name(one.finding.place.file)
        if not one.finding.place.sheet:
            told_.append((name, one.finding.message.removeprefix(name).strip()))
    if told_:
        terminal.line("")
    for name, why in told_[:_MOST_FILES]:
        first, *rest = textwrap.wrap(f"{name} {why}", terminal.width - 4, break_on_hyphens=False) or [name]
        terminal.line(("  ! ", "yellow"), (name, "yellow"), first.removeprefix(name))
        for line in rest:
            terminal.line(f"    {line}")
    if len(told_) > _MOST_FILES:
        terminal.line((f"  … {len(told_) - _MOST_FILES:,} more in out/roster.xlsx", "bright_black"))


def _name(file: str) -> str:
    return file.rsplit("/", 1)[-1]
