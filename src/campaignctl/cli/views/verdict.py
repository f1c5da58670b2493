"""What ``validate`` prints: which campaign was read, the findings, the totals with a verdict, and what to do next."""

from pathlib import Path

from campaignctl.cli.environment import Environment
from campaignctl.cli.views.findings import show_findings, show_totals
from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.findings import Severity, Verdict
from campaignctl.domain.times import period_words
from campaignctl.stages.validate import Validated


def show_verdict(environment: Environment, validated: Validated, folder: Path, *, forms: int, everything: bool) -> None:
    """Write a verdict to the terminal; the next command goes to stderr."""
    terminal = Terminal(environment)
    campaign, verdict = validated.campaign, validated.verdict
    window = period_words(campaign.window, campaign.zone) if campaign.window else "no dates yet"
    read = f"set-up and {forms} {'registration' if forms == 1 else 'registrations'}"
    terminal.line((campaign.name, "bold"), (f"  {campaign.marketplace} · {read}", "bright_black"))
    terminal.line((window, "bright_black"))
    terminal.line("")
    show_findings(terminal, verdict.findings, folder, everything=everything)
    show_totals(terminal, verdict)
    _show_unchecked(terminal, verdict)
    environment.tell(_next(verdict))


def _show_unchecked(terminal: Terminal, verdict: Verdict) -> None:
    if not verdict.not_run:
        return
    number = len(verdict.not_run)
    terminal.line((f"{number} {'rule' if number == 1 else 'rules'} could not check everything:", "bright_black"))
    for entry in verdict.not_run[:5]:
        rows = f"{entry.rows:,} {'row' if entry.rows == 1 else 'rows'}"
        terminal.line((f"  {entry.code}  {rows}: {entry.reason}", "bright_black"))
    if len(verdict.not_run) > 5:
        terminal.line((f"  … {len(verdict.not_run) - 5} more (--json lists them)", "bright_black"))


def _next(verdict: Verdict) -> str:
    worst = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    if worst:
        return f"Next:  campaignctl rules {worst.code}   explains the first finding"
    return "Next:  campaignctl report   once the campaign has run and exports/ holds its orders"
