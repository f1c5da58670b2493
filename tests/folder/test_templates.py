"""The team's own template is used; one saved as another kind of file is refused, never passed over in silence."""

import pytest

from campaignctl.domain.errors import BadTemplate
from campaignctl.folder.templates import template


@pytest.fixture
def own(tmp_path):
    (tmp_path / "templates").mkdir()

    def add(name):
        (tmp_path / "templates" / name).write_bytes(b"x")
        return tmp_path

    return add


def test_without_one_of_its_own_a_campaign_uses_ours(tmp_path, own):
    assert template("deck.pptx", tmp_path).name == "deck.pptx"
    assert template("deck.pptx", own("notes.pptx")) == template("deck.pptx")


@pytest.mark.parametrize("name", ["deck.pptx", "Deck.PPTX"])
def test_the_team_s_own_is_used_in_whatever_case_its_name_is_written(own, name):
    assert template("deck.pptx", own(name)).read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("deck.potx", "deck.pptx"), ("Deck.pptm", "deck.pptx"), ("deck.ppt", "deck.pptx"), ("memo.dotx", "memo.docx")],
)
def test_a_template_saved_as_another_kind_is_refused_with_the_name_it_needs(own, name, wanted):
    with pytest.raises(BadTemplate) as caught:
        template(wanted, own(name))
    assert name in caught.value.what
    assert wanted in caught.value.todo


def test_beside_a_usable_one_another_kind_does_no_harm(own):
    own("deck.potx")
    assert template("deck.pptx", own("deck.pptx")).suffix == ".pptx"
