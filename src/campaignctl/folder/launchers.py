"""Files to double-click in a campaign's folder: where am I, collect, validate, lock, report; for every system.

The folder may be a network path, which ``cmd`` cannot stand in without ``pushd``; the window stays open on an error.
"""

from dataclasses import dataclass

_BAT = """\
@echo off
chcp 65001 >nul
set PYTHONUTF8=1
pushd "%~dp0"
where campaignctl >nul 2>nul
if errorlevel 1 (py -m campaignctl {words}) else (campaignctl {words})
set ended=%errorlevel%
popd
{pause}
exit /b %ended%
"""
_SH = """\
#!/bin/sh
cd "$(dirname "$0")" || exit 3
export PYTHONUTF8=1
if command -v campaignctl >/dev/null 2>&1; then campaignctl {words}; else python3 -m campaignctl {words}; fi
ended=$?
if [ -t 0 ] && {{ [ "$ended" -ne 0 ] || [ "{always}" = yes ]; }}; then printf 'Press Enter to close '; read -r _; fi
exit "$ended"
"""
_DONE = (("Where am I", ""), ("Collect", "collect"), ("Validate", "validate"), ("Lock", "lock"), ("Report", "report"))
"""What can be done by a double-click, in the order of a campaign's life."""


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file to double-click; ``executable`` where the system asks for that."""

    name: str
    text: str
    executable: bool


def launchers() -> tuple[Launcher, ...]:
    """Return the launchers of a campaign's folder."""
    found = []
    for number, (name, words) in enumerate(_DONE, 1):
        pause = "pause" if words != "report" else "if not %ended%==0 pause"
        bat = _BAT.format(words=words, pause=pause).replace("\n", "\r\n").replace("campaignctl )", "campaignctl)")
        found.append(Launcher(f"{number} {name}.bat", bat, executable=False))
        sh = _SH.format(words=words, always="no" if words == "report" else "yes").replace(
            "campaignctl ;", "campaignctl;"
        )
        found.append(Launcher(f"{number} {name}.sh", sh, executable=True))
    return tuple(found)
