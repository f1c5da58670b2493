"""A sheet that brings each formula into its written form once: forms repeat the same few hundred in all their books."""

from xlsxwriter.worksheet import Worksheet

_MOST = 20_000
_WRITTEN: dict[tuple[str, bool], str] = {}


class FormulaSheet(Worksheet):
    """A worksheet of xlsxwriter that keeps what it made of a formula; it looks for some sixty functions in each."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: FBT001, FBT002 - xlsxwriter's own
        key = (formula, expand_future_functions or self.use_future_functions)
        if key not in _WRITTEN:
            if len(_WRITTEN) >= _MOST:
                _WRITTEN.clear()
            _WRITTEN[key] = super()._prepare_formula(formula, expand_future_functions)  # type: ignore[no-untyped-call]
        return _WRITTEN[key]
