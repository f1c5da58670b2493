"""``price`` on a folder: the answer on stdout, the exit code of what it found."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "harvest-deals"


def price(*words):
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", "price", str(EXAMPLE), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_all_prices_of_the_example_as_json():
    ended = price("--json")
    told = json.loads(ended.stdout)
    assert ended.returncode == int(any(finding["severity"] == "error" for finding in told["findings"]))
    assert len(told["prices"]) > 0
    assert "Traceback" not in ended.stderr


def test_an_unknown_sku_ends_with_two_lines():
    ended = price("--sku", "no such thing")
    assert (ended.returncode, ended.stdout, len(ended.stderr.strip().splitlines())) == (2, "", 2)
