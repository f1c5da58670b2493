"""What every test may use: golden texts, kept beside the tests and rewritten on request."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent

# How fast a machine is, or how busy, proves nothing. The same draws everywhere: what fails, fails for whoever caused it.
# ``--hypothesis-profile search`` draws anew.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("here", settings.get_profile("search"), derandomize=True)
settings.load_profile("here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden texts instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/<name>``; what differs is kept as ``tests/actual/<name>``."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        expected, actual = HERE / "golden" / name, HERE / "actual" / name
        target = expected if update else actual
        if not update and expected.exists() and expected.read_text(encoding="utf-8") == text:
            actual.unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        if not update:
            pytest.fail(f"differs from tests/golden/{name}: compare it with tests/actual/{name}", pytrace=False)

    return compare
