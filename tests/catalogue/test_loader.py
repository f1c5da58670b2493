"""The folder is the register: pages that fit are found, and one that does not is refused by its file's name."""

import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from campaignctl.catalogue.loader import explanation, load, module_of
from campaignctl.catalogue.lookup import looked_up

_NUMBERS = count()


@dataclass(frozen=True)
class Leaf:
    """A page as small as one can be."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


PAGE = '''"""A flash deal is short.

The marketplace refuses longer ones.

Often at night.
"""
import sys
LEAF = sys.modules["leaf_of_tests"].Leaf(code="{code}", name="{name}")
'''


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Return a function that makes a package of pages and returns its name."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(sys.modules, "leaf_of_tests", sys.modules[__name__])

    def make(files: dict[str, str]) -> str:
        package = f"pages{next(_NUMBERS)}"
        for name, text in {"__init__.py": "", **files}.items():
            path = tmp_path / package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            (path.parent / "__init__.py").touch()
            path.write_text(text, encoding="utf-8")
        return package

    return make


def _page(code: str, name: str) -> str:
    return PAGE.format(code=code, name=name)


GOOD = {
    "prm/prm104_flash_deal_too_long.py": _page("PRM104", "flash-deal-too-long"),
    "cmp/cmp101_ends_before_start.py": _page("CMP101", "ends-before-start"),
    "prm/__init__.py": '"""Not a page."""',
    "engine.py": '"""Not in a family: not a page."""',
}


def test_pages_are_found_in_their_families_in_the_order_of_their_codes(pages):
    found = load(pages(GOOD), "LEAF", Leaf)
    assert list(found) == ["CMP101", "PRM104"]
    assert found["PRM104"].name == "flash-deal-too-long"


def test_adding_a_page_is_adding_one_file(pages):
    package = pages({**GOOD, "prm/prm105_flash_deal_too_short.py": _page("PRM105", "flash-deal-too-short")})
    assert list(load(package, "LEAF", Leaf)) == ["CMP101", "PRM104", "PRM105"]


def test_a_page_says_what_and_why(pages):
    package = pages(GOOD)
    page = load(package, "LEAF", Leaf)["PRM104"]
    what, why = explanation(module_of(package, page))
    assert what == "A flash deal is short."
    assert why == "The marketplace refuses longer ones.\n\nOften at night."


MISFITS = [
    ("prm/prm104-flash.py", _page("PRM104", "flash"), "named like prm104_flash_deal_too_long.py"),
    ("prm/flash_deal.py", _page("PRM104", "flash"), "named like"),
    ("prm/PRM104_flash.py", _page("PRM104", "flash"), "named like"),
    ("cmp/prm104_flash.py", _page("PRM104", "flash"), "belongs in the folder prm, not cmp"),
    ("prm/prm104_flash.py", '"""What."""\nRULE = 1\n', "must define LEAF, a Leaf"),
    ("prm/prm104_flash.py", '"""What."""\nLEAF = "a word"\n', "must define LEAF, a Leaf"),
    ("prm/prm104_flash.py", _page("PRM105", "flash"), "another file's name"),
    ("prm/prm104_flash.py", _page("PRM104", "flush"), "another file's name"),
    ("prm/prm104_flash.py", _page("PRM104", "flash").split('"""\n', 1)[1], "docstring"),
]


@pytest.mark.parametrize(("file", "text", "why"), MISFITS)
def test_a_page_that_does_not_fit_is_refused_by_the_name_of_its_file(pages, file, text, why):
    with pytest.raises(ValueError, match=why) as refused:
        load(pages({**GOOD, file: text}), "LEAF", Leaf)
    assert str(refused.value).startswith(Path(file).name)


def test_a_code_used_twice_is_refused(pages):
    files = {f"prm/prm104_{name}.py": _page("PRM104", name) for name in ("long", "short")}
    with pytest.raises(ValueError, match=r"prm104_short.py: the code PRM104 is already taken by long"):
        load(pages(files), "LEAF", Leaf)


def test_a_page_that_cannot_be_imported_says_why(pages):
    with pytest.raises(SyntaxError, match=r"prm104_flash\.py"):
        load(pages({"prm/prm104_flash.py": "def ("}), "LEAF", Leaf)


def test_the_catalogues_of_the_product_load():
    from campaignctl.metrics.metric import Metric
    from campaignctl.rules.rule import Rule

    assert len(load("campaignctl.rules", "RULE", Rule)) >= 28
    assert len(load("campaignctl.metrics", "METRIC", Metric)) >= 10


def test_a_former_name_is_taken_and_still_finds_its_page(pages):
    renamed = _page("PRM105", "deal-too-long").replace(
        'name="deal-too-long"', 'name="deal-too-long", aliases=("flash-deal-too-long",)'
    )
    package = pages({"prm/prm105_deal_too_long.py": renamed})
    known = load(package, "LEAF", Leaf)
    assert looked_up("FLASH-deal-too-long", known, "leaf").code == "PRM105"
    package = pages(
        {
            "prm/prm105_deal_too_long.py": renamed,
            "prm/prm106_flash_deal_too_long.py": _page("PRM106", "flash-deal-too-long"),
        }
    )
    with pytest.raises(ValueError, match="is or was already called flash-deal-too-long"):
        load(package, "LEAF", Leaf)
