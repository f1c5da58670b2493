"""Text and picture for a chat: eight plain lines, one picture, the same bytes twice, names harmless."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Against, Card, Document, Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Mark
from campaignctl.writers.today import today_text, write_picture
from campaignctl.writers.today.type import is_legible, legible

FIGURES = {
    "gmv.total": Figure("gmv.total", "GMV", 3840000, "USD", Format.MONEY_SHORT),
    "gmv.total~target": Figure("gmv.total~target", "GMV", 0.07, "", Format.PERCENT),
    "gmv.day.1": Figure("gmv.day.1", "GMV", 900000, "USD", Format.MONEY_SHORT),
    "gmv.day.2": Figure("gmv.day.2", "GMV", None, "USD", Format.MONEY_SHORT, reason="no orders"),
}
CARD = Card("card-1", "GMV", "gmv.total", (Against(say("target"), "gmv.total~target", Mark.GOOD),))
CHART = Chart(
    "days",
    ChartKind.COMBO,
    say("One day"),
    "USD",
    Format.MONEY_SHORT,
    ("Fri 20", "Sat 21"),
    (
        Series("Campaign", ("gmv.day.1", "gmv.day.2")),
        Series("Target", ("gmv.day.1", "gmv.day.1"), Role.TARGET, line=True),
    ),
)


def document(name: str = "Holiday Deals", parts: tuple = (CARD, CHART)) -> Document:
    lines = (say("{name} sold {gmv.total}", name=name), say("▲ {name} did well", name=name), say("as of Nov 25"))
    said = (Text("today-lines", lines), Text("today-insights", lines[1:2]))
    section = Section("today", "Today", lines[0], say("as of Nov 25"), (*said, *parts), say("Source: orders"))
    return Document("holiday", "2026-11-25T09:00:00-08:00", FIGURES, (section,))


def test_the_lines_are_the_document_s_in_words():
    assert today_text(document()) == "Holiday Deals sold $3.84M\n▲ Holiday Deals did well\nas of Nov 25\n"


@pytest.mark.parametrize("name", ["a\nb\r\nc", "@everyone", "<!channel>", "`rm`", "*bold*", "\u202egnp.exe", "x" * 999])
def test_a_hostile_name_adds_no_line_and_calls_nobody(name):
    text = today_text(document(name))
    assert len(text.splitlines()) == 3
    assert not set(text) & set("@<>`*\u202e\r")
    assert max(map(len, text.splitlines())) <= 280


@pytest.mark.parametrize("name", ["Holiday Deals", "店铺 🛍️ متجر", "W" * 300, "a\x00b\ud800", ""])
def test_the_picture_is_the_same_twice_whatever_the_name(tmp_path, name):
    for file in ("one.png", "two.png"):
        write_picture(document(name), tmp_path / file)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    with Image.open(tmp_path / "one.png") as image:
        assert image.size == (1280, 800)


def test_nothing_is_drawn_over_the_picture_s_edge(tmp_path):
    write_picture(document("W" * 300), tmp_path / "today.png")
    with Image.open(tmp_path / "today.png") as image:
        edges = [image.crop(box) for box in ((0, 0, 40, 800), (1240, 0, 1280, 800), (0, 0, 1280, 30))]
    assert [edge.getcolors() for edge in edges] == [[(edge.width * edge.height, (255, 255, 255))] for edge in edges]


def test_columns_stand_in_proportion_to_their_figures(tmp_path):
    write_picture(document(), tmp_path / "today.png")
    write_picture(document(parts=(CARD,)), tmp_path / "without.png")
    blue = (0x1F, 0x6F, 0xEB)
    with Image.open(tmp_path / "today.png") as image, Image.open(tmp_path / "without.png") as without:
        left = [image.getpixel((150, y)) for y in range(300, 700)].count(blue)
        right = [image.getpixel((530, y)) for y in range(300, 700)].count(blue)
        assert not any(without.getpixel((150, y)) == blue for y in range(300, 700))
    assert left > 150
    assert right == 0, "a day that is not available has no column"


def test_a_report_with_nothing_to_say_gives_an_empty_text(tmp_path):
    empty = Document("x", "2026-11-25T09:00:00-08:00", {}, ())
    assert today_text(empty) == ""
    write_picture(empty, tmp_path / "today.png")


def test_the_picture_is_the_same_on_a_machine_without_fonts(tmp_path):
    """Nothing is looked up: in a process that sees no font of the machine the bytes are these."""
    write_picture(document("Café – Señor"), tmp_path / "here.png")
    source = (
        "import sys, pickle; from pathlib import Path; from PIL import ImageFont\n"
        "def none(*a, **k): raise OSError('no font') if isinstance(a[0], str) else None\n"
        "real = ImageFont.truetype\n"
        "ImageFont.truetype = lambda f, *a, **k: none(f) if isinstance(f, str) else real(f, *a, **k)\n"
        "from campaignctl.writers.today import write_picture\n"
        "write_picture(pickle.load(sys.stdin.buffer), Path(sys.argv[1]))\n"
    )
    subprocess.run(
        [sys.executable, "-c", source, str(tmp_path / "there.png")],
        input=pickle.dumps(document("Café – Señor")),
        check=True,
        timeout=60,
        env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path)},
    )
    assert (tmp_path / "here.png").read_bytes() == (tmp_path / "there.png").read_bytes()


def test_accents_and_signs_are_written_plainly_and_other_scripts_are_said_to_be_lost():
    assert legible("Café – Łódź −15% €5…") == "Cafe - Lodz -15% EUR 5…"
    assert is_legible("Café – Łódź −15% €5…")
    assert legible("店铺 A") == "?? A"
    assert not is_legible("店铺 A")


def test_a_day_that_is_not_over_is_hatched(tmp_path):
    write_picture(document(parts=(CARD, replace(CHART, partial=(0,)))), tmp_path / "today.png")
    with Image.open(tmp_path / "today.png") as image:
        column = {image.getpixel((210, y)) for y in range(480, 640)}
    assert len(column) > 1
