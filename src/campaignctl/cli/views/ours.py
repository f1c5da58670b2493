"""What ``collect`` prints of the team's own files: errors in the set-up and beside it, and what changed in them."""

from collections import defaultdict
from collections.abc import Sequence

from campaignctl.cli.views.columns import cut
from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.rounds import State, Tracked
from campaignctl.stages.collect.people import since_of
from campaignctl.stages.collect.stage import Collected
from campaignctl.stages.collect.words import spot, story, told

_HEADING = "In our own files"
_MOST_FILES = 6
_WIDE_NAME = 34  # letters; a longer one, as a record has, takes the room of what stands beside it
_LEAST_WORDS = 10  # letters; less would say nothing


def show_ours(terminal: Terminal, collected: Collected) -> None:
    """Write a line for each of the team's files that has an error, or had one in the round before."""
    by_file: dict[str, list[Tracked]] = defaultdict(list)
    for one in collected.ours:
        if one.finding.severity is Severity.ERROR:
            by_file[one.finding.place.file].append(one)
    if not by_file:
        return
    before = f"since round {collected.before.number}" if collected.before else ""
    shown = sorted(by_file, key=lambda file: (-len(_standing(by_file[file])), file))[:_MOST_FILES]
    stories = [story(since_of(by_file[file])) if before else "" for file in shown]
    names = max(len(_HEADING), *(len(file) + 2 for file in shown if len(file) <= _WIDE_NAME)) + 2
    widths = names, max(map(len, (before, *stories))) + 2 if before else 0
    terminal.line("")
    head = "errors  " + before.ljust(widths[1]) + "first of them"
    terminal.line((_HEADING.ljust(names), "bold"), (head, "bright_black"))
    for file, since in zip(shown, stories, strict=True):
        _one(terminal, file, since, _standing(by_file[file]), widths)
    if len(by_file) > len(shown):
        terminal.line((f"  … {len(by_file) - len(shown):,} more files in out/roster.xlsx", "bright_black"))


def _standing(tracked: Sequence[Tracked]) -> list[Finding]:
    return [one.finding for one in tracked if one.state is not State.FIXED]


def _one(terminal: Terminal, file: str, since: str, errors: Sequence[Finding], widths: tuple[int, int]) -> None:
    line = f"  {file}".ljust(widths[0])
    number = (f"{len(errors):>6,}  ", "bold red") if errors else ("     ✓  ", "green")
    place = spot(errors[0]) if errors and errors[0].place.cell else ""
    room = terminal.width - len(line) - widths[1] - 8 - len(place) - 2
    what = cut(told(errors[0]), room) if errors and room > _LEAST_WORDS else ""
    terminal.line(line, number, since.ljust(widths[1]), (f"{place}  " if place else "", "blue"), what)
