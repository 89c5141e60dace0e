"""What another library (python-stdnum) says of the same codes: whatever we take strictly, it takes too."""

from collections.abc import Callable

import pytest
from stdnum import iso6346, lei
from stdnum.cn import uscc

from benchmarks.codes import right_codes
from traceability.identifiers import IdentifierInvalid, parse


@pytest.mark.parametrize(
    ("name", "kind", "is_valid"),
    [
        ("unified social credit code", "uscc", uscc.is_valid),
        ("LEI", "lei", lei.is_valid),
        ("ISO 6346", "iso6346", iso6346.is_valid),
    ],
)
def test_a_code_with_one_changed_sign_is_judged_alike(name: str, kind: str, is_valid: Callable[[str], bool]) -> None:
    make = right_codes(3)[name]
    for _ in range(40):
        code = make()
        for place in range(len(code)):
            changed = code[:place] + ("0" if code[place] != "0" else "1") + code[place + 1 :]
            try:
                taken = parse(changed, kind=kind) is not None
            except IdentifierInvalid:
                taken = False

            assert is_valid(code)
            assert not taken or is_valid(changed), changed
