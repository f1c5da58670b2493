"""Where a campaign stands, on one screen."""

from datetime import datetime

from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.times import moment_words, period_words, zone_words
from campaignctl.stages.standing import Standing


def show_standing(terminal: Terminal, standing: Standing, now: datetime) -> None:
    """Write the standing; the clock it rests on is named."""
    campaign = standing.campaign
    window = period_words(campaign.window, campaign.zone) if campaign.window else "no dates yet"
    terminal.line((campaign.name, "bold"), (f"  {campaign.marketplace} · {window}", "bright_black"))
    terminal.line(f"{standing.phase[:1].upper()}{standing.phase[1:]}")
    terminal.line("")
    for label, words in standing.counts:
        terminal.line("  ", (label.ljust(14), "bright_black"), words)
    if standing.late:
        terminal.line("")
        terminal.line(("Late", "bold red"))
        for words in standing.late:
            terminal.line("  ▲ ", words)
    terminal.line("")
    terminal.line("Next:  ", (standing.next_command, "bold"), (f"   {standing.why}", "bright_black"))
    clock = f"as of {moment_words(now, campaign.zone)} {zone_words(campaign.zone)}"
    terminal.line((clock, "bright_black"))
