"""The dashboard is one file that opens from a shared drive: page, look, script and numbers together, nothing fetched.

A content security policy lets run only the one script and the one style sheet whose hashes it names. Names from
outside come in as text, in the page and in the block of data, and never as markup.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from campaignctl.domain.document import Document
from campaignctl.writers.html.data import data_block
from campaignctl.writers.html.view import view_of

ENDS = "\n"  # jinja drops the last one
SCRIPTS = ("data", "choice", "sums", "words", "cards", "charts", "tables", "filters", "csv", "page")
"""The parts of the script in the order in which they stand in the page; a later one rests on those before it."""


def dashboard_html(document: Document) -> str:
    """Return the page of a document that ``for_dashboard`` made; equal documents give equal text.

    Without a cube it is the same page without filters. ``KeyError`` when a part names a figure that is not there.
    """
    style, script = _asset("page.css"), _script()
    text: str = _template().render(
        page=view_of(document),
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(data_block(document)) if document.cube else None,  # noqa: S704 - escaped there
    )
    return text + ENDS


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """Return the parts of the script as one: they share their names, and the page knows none of them."""
    return '"use strict";\n(() => {\n' + "\n".join(_asset(f"script/{name}.js") for name in SCRIPTS) + "})();\n"


def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_asset("page.html.j2"))


def _policy(style: str, script: str) -> str:
    """Return a policy under which nothing is fetched and nothing runs but these two texts."""
    allowed = f"script-src '{_hash(script)}'; style-src '{_hash(style)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
