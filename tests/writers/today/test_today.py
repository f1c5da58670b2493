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
from campaignctl.writers.today import column, days, picture, today_text, write_picture
from campaignctl.writers.today.column import GAP, laid
from campaignctl.writers.today.days import LABEL_HEIGHT, _clear
from campaignctl.writers.today.picture import _headline
from campaignctl.writers.today.said import Said
from campaignctl.writers.today.type import Type, is_legible, legible

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


SEEN = "▲ {name} lacked {gmv.total} of its target of {gmv.day.1}"
SURE, STEP = "95% interval {gmv.day.1} to {gmv.total}", "Ask its sellers for price, stock and slots"


def document(name: str = "Holiday Deals", parts: tuple = (CARD, CHART), told: int = 1, seen: str = SEEN) -> Document:
    opening = say("{name} sold {gmv.total}", name=name)
    said = (
        Text("today-opening", (opening,)),
        Text("today-seen", (say(seen, name=name),) * told),
        Text("today-sure", (say(SURE),) * told),
        Text("today-steps", (say(STEP),) * told),
    )
    section = Section("today", "Today", opening, say("as of Nov 25"), (*said, *parts), say("Source: orders"))
    return Document("holiday", "2026-11-25T09:00:00-08:00", FIGURES, (section,))


def insights_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("▲")]


def test_the_lines_are_the_document_s_in_words():
    assert today_text(document()) == (
        "Holiday Deals sold $3.84M\n"
        "▲ Holiday Deals lacked $3.84M of its target of $900K (95% interval $900K to $3.84M)."
        " Next: Ask its sellers for price, stock and slots\n"
        "as of Nov 25\n"
    )


def test_a_line_too_long_for_a_chat_gives_up_its_interval_and_keeps_number_comparison_and_next_step():
    (line,) = insights_of(today_text(document(seen=SEEN + "; " + "so it went " * 15)))
    assert len(line) <= 280
    assert "interval" not in line
    assert "lacked $3.84M of its target of $900K" in line
    assert line.endswith("Next: " + STEP)


@pytest.mark.parametrize("name", ["x" * 999, "word " * 200])
def test_a_next_step_is_told_to_its_end_however_long_the_name_before_it(name):
    (line,) = insights_of(today_text(document(name)))
    assert len(line) <= 280
    assert line.endswith("… Next: " + STEP)


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
        assert image.size == (1080, 1920)


def test_across_the_screen_of_a_phone_all_type_is_nine_points_and_more():
    sizes = [*vars(picture).values(), *vars(days).values(), *vars(column).values()]
    least = min(one.size for one in sizes if isinstance(one, Type))
    assert least * 375 / picture.SIZE[0] >= 9


def test_nothing_is_drawn_over_the_picture_s_edge(tmp_path):
    write_picture(document("W" * 300), tmp_path / "today.png")
    with Image.open(tmp_path / "today.png") as image:
        edges = [image.crop(box) for box in ((0, 0, 40, 1920), (1040, 0, 1080, 1920), (0, 0, 1080, 30))]
    assert [edge.getcolors() for edge in edges] == [[(edge.width * edge.height, (255, 255, 255))] for edge in edges]


def test_columns_stand_in_proportion_to_their_figures(tmp_path):
    write_picture(document(), tmp_path / "today.png")
    write_picture(document(parts=(CARD,)), tmp_path / "without.png")
    blue = (0x1F, 0x6F, 0xEB)
    with Image.open(tmp_path / "today.png") as image, Image.open(tmp_path / "without.png") as without:
        left = [image.getpixel((298, y)) for y in range(300, 900)].count(blue)
        right = [image.getpixel((782, y)) for y in range(300, 900)].count(blue)
        assert not any(without.getpixel((298, y)) == blue for y in range(300, 900))
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


def told(count: int, seen: str) -> tuple[Said, ...]:
    return tuple(Said(f"▲ {at} {seen}", "95% interval −47% to −27%", STEP) for at in range(count))


@pytest.mark.parametrize("room", [60, 200, 400])
@pytest.mark.parametrize("seen", ["lacked $16K of $33K", "moved by $16K, and so on and on " * 9, "W" * 99])
def test_an_insight_on_the_picture_keeps_its_next_step_or_is_left_out_whole(room, seen):
    blocks = laid(told(5, seen), 540, room)
    assert [" ".join(block.step) for block in blocks] == ["Next: " + STEP] * len(blocks)
    assert sum(block.height for block in blocks) <= room + GAP
    assert [block.seen[0].split()[0] for block in blocks] == [str(at) for at in range(len(blocks))]


def test_intervals_give_way_before_anything_else_those_of_the_lesser_insights_first():
    whole = laid(told(3, "lacked $16K of its target of $33K in a week"), 740, 999)
    less = laid(told(3, "lacked $16K of its target of $33K in a week"), 740, sum(b.height for b in whole) - GAP - 1)
    assert ["interval" in " ".join(block.seen) for block in whole] == [True] * 3
    assert ["interval" in " ".join(block.seen) for block in less] == [True, True, False]
    assert all("$33K in a week" in " ".join(block.seen) for block in less)


def test_a_column_s_figure_stands_clear_of_the_lines_that_pass_there():
    lines = (500.0, 480.0)
    top = _clear(490.0, lines)
    assert not any(top - 1 < line < top + LABEL_HEIGHT for line in lines)
    assert _clear(300.0, lines) == 300.0


def test_a_long_headline_is_set_smaller_before_it_is_broken():
    assert _headline("Holiday Deals sold $3.84M").size == 60
    assert 48 <= _headline("Holiday Deals 2026 sold $166K, 14% above target and 61% above baseline").size < 60
    assert _headline("W " * 300).size == 48


def test_a_day_that_is_not_over_is_hatched(tmp_path):
    write_picture(document(parts=(CARD, replace(CHART, partial=(0,)))), tmp_path / "today.png")
    with Image.open(tmp_path / "today.png") as image:
        column = {image.getpixel((210, y)) for y in range(480, 640)}
    assert len(column) > 1
