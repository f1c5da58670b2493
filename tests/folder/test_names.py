"""A file's name made of words from outside is no path and nothing that a file system refuses."""

import pytest

from campaignctl.folder.names import file_stem, unused


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("S-001", "S-001"),
        ("Fern & Clay", "Fern & Clay"),
        ("../../etc/passwd", "etc-passwd"),
        (r"C:\Windows\x", "C--Windows-x"),
        ("con", "con-"),
        ("COM1.txt", "COM1.txt-"),
        ("name.", "name"),
        ("  spaced  out ", "spaced out"),
        ("~$S-001", "S-001"),
        (".hidden", "hidden"),
        ("a\x00b\nc\u202ed", "a b c d"),
        ("商品 Ünï", "商品 Ünï"),
        ("x" * 300, "x" * 80),
        ("", "unnamed"),
        ("///", "unnamed"),
        ("\u200b", "unnamed"),
    ],
)
def test_words_become_a_stem(words, stem):
    assert file_stem(words) == stem


def test_a_name_is_taken_once_whatever_its_case():
    taken: set[str] = set()
    assert [unused(stem, taken) for stem in ("S-001", "s-001", "S-002", "S-001")] == [
        "S-001",
        "s-001 2",
        "S-002",
        "S-001 3",
    ]
