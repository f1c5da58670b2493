"""The help page: one line a command, by the stage of a campaign's life, with the answer it gives."""

from typing import Any

from campaignctl.cli.command import STAGES
from campaignctl.cli.environment import Environment

_HEAD = """\
{b}campaignctl{r}  A marketplace campaign from set-up to report: files in, files out.

{b}Usage{r}  campaignctl COMMAND [FOLDER] [OPTIONS]      FOLDER: default, this one
       campaignctl alone says where the campaign in this folder stands
"""
_TAIL = """
{b}Options for every command{r}
  --json  --quiet  --debug  and  campaignctl COMMAND --help

{b}Start here{r}
  campaignctl demo try-it           {d}see it work on an invented campaign{r}
  campaignctl new holiday-deals     {d}begin your own{r}

{d}Exit: 0 clean · 1 errors found · 2 wrong usage · 3 cannot read · 4 cannot write{r}
"""


def help_page(app: Any, environment: Environment) -> str:
    """Return the page, at most 80 columns wide; coloured for a terminal only."""
    codes = {"b": "\x1b[1m", "r": "\x1b[0m", "d": "\x1b[90m", "h": "\x1b[34m"}
    style = codes if environment.color else dict.fromkeys(codes, "")
    lines = [_HEAD.format_map(style)]
    for stage in STAGES:
        members = [c for c in app.registered_commands if c.rich_help_panel == stage]
        if not members:
            continue
        lines.append(f"{style['h']}{stage}{style['r']}")
        for command in members:
            answer = command.help.splitlines()[0].rstrip(".")
            lines.append(f"  {style['b']}{command.name:<13}{style['r']}{answer}")
    text = "\n".join([*lines, _TAIL.format_map(style)])
    return text if environment.signs else text.replace("·", "-")
