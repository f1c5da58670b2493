"""A small campaign whose sums are known, for the writers that add its cube up again."""

from types import ModuleType

import pytest

from . import sold as small_campaign


@pytest.fixture(scope="session")
def sold() -> ModuleType:
    return small_campaign
