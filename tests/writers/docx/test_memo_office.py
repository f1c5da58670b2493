"""LibreOffice prints the memo on two pages, however much stands out."""

import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from campaignctl.stages.report import for_memo
from campaignctl.writers.docx import write_memo

from .reading import TEMPLATE, made
from .sample import document


@pytest.mark.office
@pytest.mark.parametrize("steps", [1, 4])
def test_the_memo_prints_on_two_pages_at_most_with_both_charts(tmp_path, steps):
    tools = [shutil.which("soffice"), shutil.which("pdftotext")]
    if None in tools:
        pytest.skip("LibreOffice or pdftotext is not installed")
    long = ", with so much to be said of it that the cell takes up two lines" if steps > 1 else ""
    path = made(document(long=long, steps=steps), tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [tools[0], profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    text = subprocess.run(
        [tools[1], tmp_path / "memo.pdf", "-"], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    assert len(text.split("\f")[:-1]) <= 2
    assert "Sat 21" in text
    assert "88.0%" in text


LONG = "A shop whose name goes on for as long as any shop's name has ever gone, number {}"
CROWD = {f"S-{n:03d}": (LONG.format(n), f"A category with quite a long name, {n % 12}", 1) for n in range(1, 301)}
HISTORY = 14
"""Weeks of orders before the campaign: enough for an estimate from its own trend."""


@pytest.fixture(scope="module")
def papers(sold, tmp_path_factory):
    """Memos of whole reports, of a demo, and the pages that LibreOffice makes of them, all in one call."""
    tools = [shutil.which("soffice"), shutil.which("pdftotext")]
    if None in tools:
        pytest.skip("LibreOffice or pdftotext is not installed")
    place = tmp_path_factory.mktemp("memos")
    still = sold.START + timedelta(hours=40)
    scenes = {
        "orders-alone": sold.whole(),
        "with-history": sold.whole(order_lines=sold.lines(weeks=HISTORY)),
        "still-running": sold.whole(as_of=still),
        "three-hundred-sellers": sold.whole(CROWD, order_lines=sold.lines(CROWD, weeks=4)),
        "hostile": sold.whole(sold.HOSTILE),
        "no-orders": sold.whole(order_lines=None),
    }
    for name, whole in scenes.items():
        write_memo(for_memo(whole), TEMPLATE, place / f"{name}.docx")
    demo = [sys.executable, "-m", "campaignctl", "demo", str(place / "demo")]
    subprocess.run(demo, check=False, capture_output=True, timeout=400)
    shutil.copy(place / "demo" / "out" / "memo.docx", place / "demo.docx")
    profile = f"-env:UserInstallation=file://{place}/profile"
    files = [str(path) for path in sorted(place.glob("*.docx"))]
    command = [tools[0], profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return place


def pages_of(papers, scene):
    told = ["pdftotext", "-layout", str(papers / f"{scene}.pdf"), "-"]
    text = subprocess.run(told, check=True, capture_output=True, text=True, encoding="utf-8", timeout=60).stdout
    return text.split("\f")[:-1]


@pytest.mark.office
@pytest.mark.parametrize(
    "scene",
    ["demo", "orders-alone", "with-history", "still-running", "three-hundred-sellers", "hostile", "no-orders"],
)
def test_the_memo_of_a_whole_report_prints_on_two_pages(papers, scene):
    pages = pages_of(papers, scene)
    assert 1 <= len(pages) <= 2
    assert not any("{{ " in page for page in pages)


@pytest.mark.office
def test_the_memo_of_the_demo_shows_the_steps_from_baseline_to_sales_and_what_to_do(papers):
    whole = " ".join(" ".join(pages_of(papers, "demo")).split())
    assert "From baseline to sales: the season brought" in whole
    assert "What we propose next" in whole
    assert "How sure we are" in whole
