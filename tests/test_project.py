"""The project keeps its own promises: one-way imports, documented commands, fresh docs, a light front door."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .writers.docx.printed import pages

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
sys.path.insert(0, str(ROOT / "docs"))


def run(*words, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def commands():
    from campaignctl.cli.app import app

    return {command.name: command for command in app.registered_commands}


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_help_an_example_and_a_place_in_the_readme(name):
    help_text = commands()[name].help
    assert f"Example: campaignctl {name}" in help_text
    assert len(help_text.splitlines()[0]) > 20
    assert f"campaignctl {name}" in README
    shown = run(name, "--help").stdout
    assert "Example: campaignctl" in shown


def test_the_help_page_names_every_command_within_eighty_columns():
    page = run("--help").stdout
    assert all(re.search(rf"^  {name}\b", page, re.MULTILINE) for name in commands())
    assert max(map(len, page.splitlines())) <= 80


def test_help_loads_nothing_heavy():
    code = "import sys; sys.argv = ['campaignctl', '--help']\ntry:\n    import campaignctl.__main__\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr.split()
    heavy = {"pandas", "numpy", "openpyxl", "xlsxwriter", "pptx", "docx", "duckdb", "pydantic", "rich"}
    assert "campaignctl.cli.app" in loaded
    assert heavy & set(loaded) == set()


def test_no_printed_page_differs_from_what_its_objects_say():
    from build import documents

    for name, text in documents().items():
        written = (ROOT / "docs" / name).read_text(encoding="utf-8")
        now = sections(text)
        stale = [heading for heading, body in sections(written).items() if now.get(heading) != body]
        assert not stale, f"docs/{name} is stale, run `make docs`: {stale[:5]}"


def sections(text):
    """Split a page into its sections; a page that is new and not yet printed is no fault of the printed ones."""
    return {part.splitlines()[0]: part.strip() for part in re.split(r"\n(?=## )", text)[1:]}


def test_the_readme_links_to_files_that_are_there():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_a_built_wheel_finds_its_templates_and_marketplaces(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")
    code = (
        "import campaignctl, sys; from campaignctl.folder.templates import template; "
        "from campaignctl.marketplaces.load import known, load; "
        "print(campaignctl.__file__); print(template('deck.pptx')); print(load(known(None)[0], None).name)"
    )
    where = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=where, capture_output=True, text=True, check=True
    )
    package, deck, marketplace = shown.stdout.splitlines()
    assert Path(package).is_relative_to(tmp_path / "installed")
    assert Path(deck).is_relative_to(tmp_path / "installed")
    assert marketplace == "TikTok Shop US"


def readme_commands():
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [
        line.split("#")[0].split() for block in blocks for line in block.splitlines() if line.startswith("campaignctl")
    ]


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Run the README's commands in its order, on the demo that `make demo` makes; return the folder, and how each ended.

    The README's own demo bears another name and is that very command: one of them is run.
    """
    assert "campaignctl demo demo" in (ROOT / "Makefile").read_text(encoding="utf-8")
    place = tmp_path_factory.mktemp("readme")
    made = run("demo", "demo", cwd=place).returncode
    ended = {
        " ".join(words): made if words[1:2] == ["demo"] else run(*words[1:], cwd=place).returncode
        for words in readme_commands()
    }
    return place, ended


def test_the_readme_s_commands_run_in_its_order(walked):
    ended = dict(walked[1])
    assert "campaignctl demo try-it" in ended
    for command in ("collect", "validate"):
        assert ended.pop(f"campaignctl {command} demo") == 1, "the demo has planted faults"
    assert ended.pop("campaignctl") == 3, "there is no campaign in the folder that the commands run in"
    assert set(ended.values()) == {0}, ended


@pytest.mark.office
def test_the_memo_of_the_demo_has_two_pages_with_the_steps_from_baseline_to_sales_and_what_to_do(walked, tmp_path):
    (told,) = pages([walked[0] / "demo" / "out" / "memo.docx"], tmp_path)
    whole = " ".join(" ".join(told).split())
    assert 1 <= len(told) <= 2
    assert "{{ " not in whole
    assert "Figure 1. From baseline to sales" in whole
    assert "4. We ask for 3 decisions by" in whole
    assert "How sure we are" in whole


def test_the_example_s_readme_shows_what_its_commands_print(tmp_path):
    shutil.copytree(ROOT / "examples" / "harvest-deals", tmp_path / "harvest-deals")
    text = (ROOT / "examples" / "harvest-deals" / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n\$ campaignctl (.*?)\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 3
    for words, expected in blocks:
        done = run(*words.split(), cwd=tmp_path)
        printed = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
        missing = [line for line in expected.splitlines() if line.strip() and line.rstrip() not in printed]
        assert not missing, (words, missing, printed[:20])
