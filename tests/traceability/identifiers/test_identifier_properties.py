"""Properties of identifiers: what is built is read back, all else is read or refused, and nothing else happens."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from traceability.identifiers import Identifier, IdentifierInvalid, from_halves, parse
from traceability.identifiers.check_digits import gs1_check_digit
from traceability.identifiers.gs1.cpid import cpid
from traceability.identifiers.gs1.gdti import gdti
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.gln import pgln, sgln
from traceability.identifiers.gs1.grai import grai
from traceability.identifiers.gs1.gtin import gtin, lgtin, sgtin, upui
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.schemes.idis import idis
from traceability.identifiers.schemes.uscc import ALPHABET, inner_check, outer_check, uscc

SET_82 = string.ascii_letters + string.digits + "!\"%&'()*+,-./:;<=>?_"
texts = st.text(SET_82, min_size=1, max_size=16)
digits = st.text(string.digits, min_size=1, max_size=40)


def checked(length: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=length - 1, max_size=length - 1).map(
        lambda body: body + gs1_check_digit(body)
    )


identifiers = st.one_of(
    st.builds(gtin, checked(14)),
    st.builds(lgtin, checked(14), texts),
    st.builds(sgtin, checked(14), texts),
    st.builds(upui, checked(14), texts),
    st.builds(sscc, checked(18)),
    st.builds(sgln, checked(13), st.none() | texts.filter(lambda extension: extension != "0")),
    st.builds(pgln, checked(13)),
    st.builds(grai, checked(13), texts),
    st.builds(gdti, checked(13), texts),
    st.builds(giai, st.builds(lambda head, tail: head + tail, st.text(string.digits, min_size=6, max_size=9), texts)),
    st.builds(
        cpid,
        st.just("690123").flatmap(
            lambda head: st.text("ABC-#/0", min_size=1, max_size=9).map(lambda tail: head + tail)
        ),
        st.just("7"),
    ),
    st.builds(
        idis,
        st.sampled_from(["88.118.8", "86.709.612", "88.3000"]),
        st.text(min_size=1, max_size=30).filter(str.isprintable),
    ),
)


@given(identifiers)
def test_the_canonical_form_is_read_back(identifier: Identifier) -> None:
    again = parse(identifier.canonical)

    assert identifier == again
    assert (identifier.level, identifier.bearing, identifier.before, identifier.after) == (
        again.level,
        again.bearing,
        again.before,
        again.after,
    )


@given(identifiers)
def test_a_link_of_any_domain_is_read_back(identifier: Identifier) -> None:
    assert identifier == parse(identifier.digital_link("https://trace.example.cn:8443"))


@given(identifiers)
def test_all_halves_lead_back(identifier: Identifier) -> None:
    for prefix in identifier.prefix_candidates():
        assert identifier == from_halves(*identifier.halves(len(prefix.text)))


@given(identifiers)
@example(parse("https://id.gs1.org/8004/000000."))
@example(parse("https://id.gs1.org/401/0000001a."))
def test_an_epc_urn_is_read_back(identifier: Identifier) -> None:
    for prefix in identifier.prefix_candidates():
        if urn := identifier.epc_urn(len(prefix.text)):
            assert identifier == parse(urn)


@given(identifiers, identifiers)
def test_two_things_never_share_their_halves(one: Identifier, other: Identifier) -> None:
    for prefix in one.prefix_candidates():
        if one != other and prefix in other.prefix_candidates():
            assert one.halves(len(prefix.text)) != other.halves(len(prefix.text))


@settings(max_examples=400)
@given(st.one_of(st.text(), st.text(SET_82 + "#/?=&\x1d^", max_size=60), digits, st.sampled_from([1, None, b"x", 1.5])))
@example("https://[::1]:70000/01/06901234567892")
@example("(01)")
@example("]C1")
@example("\x1d")
@example("https://id.gs1.org/01/0690123456789２")
@example("٠١٢٣٤٥٦٧٨٩٠١٢")
@example("urn:epc:id:sgtin:6901234..")
@example("hdl:")
@example("info:hdl/10.1000/a%20\ud800")
@example("²²²²²²²²²²²²²²²²²²")
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    for arguments in ({}, {"strict": False}, {"kind": "gln"}, {"kind": "uscc"}, {"kind": "cpid"}):
        try:
            identifier = parse(text, **arguments)
        except IdentifierInvalid as refusal:
            found = (bool(refusal.reason), bool(refusal.cure))
        else:
            found = (parse(identifier.canonical, strict=arguments.get("strict", True)) == identifier, True)

        assert all(found)


@given(identifiers, st.data())
def test_one_changed_character_is_refused_or_names_something_else(identifier: Identifier, data: st.DataObject) -> None:
    text = identifier.canonical
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + data.draw(st.sampled_from(SET_82)) + text[place + 1 :]
    try:
        other = parse(changed)
    except IdentifierInvalid:
        return

    assert (changed == text) == (other.canonical == text) or other == identifier


@given(
    st.text(ALPHABET, min_size=8, max_size=8).filter(str.isalnum), st.sampled_from(["91370200", "12110000", "52310115"])
)
def test_a_built_credit_code_passes_and_its_neighbours_do_not(organisation: str, head: str) -> None:
    body = head + organisation + inner_check(organisation)
    code = body + outer_check(body)

    assert uscc(code).canonical == f"uscc:{code}"
    for wrong in set(ALPHABET) - {code[17]}:
        with pytest.raises(IdentifierInvalid, match="check-digit"):
            uscc(code[:17] + wrong)
