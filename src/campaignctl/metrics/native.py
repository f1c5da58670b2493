"""A table is held by pandas or by DuckDB; metrics are written once, for what both can be seen as."""

from typing import Any

import narwhals as nw


def lazy(native: object) -> nw.LazyFrame[Any]:
    """Return a pandas frame or a DuckDB relation as what metrics and sections work with; nothing is read yet."""
    return nw.from_native(native).lazy()  # type: ignore[call-overload, no-any-return]  # an engine is known at run time
