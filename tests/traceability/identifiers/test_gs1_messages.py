"""Whole GS1 codes: all their application identifiers, as element string, with brackets, as link and compressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.identifiers import IdentifierInvalid, ancestors, examined, gs1_message, link_path, parse
from traceability.identifiers.check_digits import gs1_check_digit
from traceability.identifiers.gs1.compression import compressed, decompressed

WHOLE = "https://id.gs1.org/01/06901234567892/22/2A/10/L7/21/A%2F1?17=270131&3103=001250"
WRITINGS = [
    WHOLE,
    "https://example.com/shop/01/6901234567892/22/2A/10/L7/21/A%2f1?17=270131;3103=001250&linkType=gs1:pip#top",
    "(21)A/1(01)06901234567892(10)L7(22)2A(17)270131(3103)001250",
    "010690123456789217270131310300125010L7\x1d222A\x1d21A/1",
    "]d2010690123456789217270131310300125010L7\x1d222A\x1d21A/1",
    "\x1d010690123456789217270131310300125010L7\x1d222A\x1d21A/1",
]


@pytest.mark.parametrize("text", WRITINGS)
def test_every_writing_says_the_same(text: str) -> None:
    message = gs1_message(text)

    assert WHOLE == message.digital_link()
    assert (("01", "06901234567892"), ("22", "2A"), ("10", "L7"), ("21", "A/1")) == message.path
    assert {("17", "270131"), ("3103", "001250")} == set(message.attributes)
    assert parse(text) == message.identifier
    assert gs1_message(message.element_string()).digital_link() == WHOLE
    assert gs1_message(message.bracketed()).digital_link() == WHOLE
    assert message.findings() == ()


def test_a_link_keeps_its_stem_and_what_is_none_of_gs1() -> None:
    message = gs1_message(WRITINGS[1])

    assert ("https://example.com/shop", (("linkType", "gs1:pip"),)) == (message.stem, message.other_parameters)
    assert link_path(WRITINGS[1]) == message.path


def test_the_levels_of_a_code_lead_up_to_its_key() -> None:
    root = "https://id.gs1.org/01/06901234567892"

    assert (f"{root}/22/2A/10/L7/21/A%2F1", f"{root}/22/2A/10/L7", f"{root}/22/2A", root) == gs1_message(
        WHOLE
    ).ancestors()
    item = parse("(01)06901234567892(21)A")
    assert (item, parse("(01)06901234567892(10)L7"), parse("6901234567892")) == ancestors(item, "L7")
    assert (parse("6901234567892"),) == ancestors(parse("6901234567892"))
    assert (parse("88.118.8/a"),) == ancestors(parse("88.118.8/a"))


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("(01)06901234567892(37)10", {"excluded", "required"}),
        ("(21)A", {"required"}),
        ("(01)06901234567892(8030)AB", {"required"}),
        ("(255)6901234000016(8030)AB", {"serial-missing"}),
        ("(255)69012340000167(8030)AB", set()),
        ("(02)06901234567892(37)10(00)369012340000000079", set()),
        ("(01)06901234567892(3920)12", {"required"}),
        ("(01)06901234567892(30)2(3920)12", set()),
    ],
)
def test_pairs_that_exclude_or_lack_each_other_are_found(text: str, reasons: set[str]) -> None:
    findings = gs1_message(text).findings()

    assert reasons == {finding.reason for finding in findings}
    assert all(finding.cure and finding.sentence("zh") != finding.reason for finding in findings)


REFUSED = [
    ("https://x.cn/01/06901234567892/21/A/10/L", "qualifier-order"),
    ("https://x.cn/01/06901234567892/17/270131", "qualifier"),
    ("https://x.cn/01/06901234567892/21/A/235/B", "qualifier-order"),
    ("https://x.cn/01/06901234567892/foo", "path"),
    ("https://x.cn/01/06901234567892/21/A/foo", "path"),
    ("https://x.cn/01/06901234567892?21=A", "attribute"),
    ("https://x.cn/01/06901234567892?17=271301", "date"),
    ("https://x.cn/01/06901234567892?999=1", "application-identifier"),
    ("https://x.cn/about/us", "key-missing"),
    ("https://x.cn/AN2yxDhfaiax", "key-missing"),
    ("(21)A", None),
    ("hello", "unknown-form"),
    ("", "empty"),
    ("1" * 3000, "too-long"),
    (None, "not-text"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_wrong_code_is_refused(text: str, reason: str | None) -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        _ = gs1_message(text).identifier

    assert refusal.value.reason == (reason or "key-missing")


def test_a_lenient_reader_looks_at_forms_and_check_digits_only() -> None:
    assert gs1_message("https://x.cn/01/06901234567892/21/A/10/L?17=271301", strict=False).attributes == (
        ("17", "271301"),
    )
    with pytest.raises(IdentifierInvalid) as refusal:
        gs1_message("https://x.cn/01/06901234567893", strict=False)
    assert refusal.value.reason == "check-digit"


def test_another_key_may_be_an_attribute_of_a_link() -> None:
    message = gs1_message("https://x.cn/8004/6901234X?01=06901234567892")

    assert ("giai", (("01", "06901234567892"),)) == (message.identifier.kind, message.attributes)


def test_a_bracket_within_a_value_is_escaped() -> None:
    item = parse("https://x.cn/01/06901234567892/21/A(10)B")

    assert r"(01)06901234567892(21)A\(10)B" == item.display()
    assert item == parse(item.display())
    assert item == gs1_message(item.display()).identifier
    assert item.display() == gs1_message(item.display()).bracketed()


COMPRESSED = [
    # github.com/Solidsoft-Reply/Gs1DigitalLinkLib, Apache-2.0
    ("AQnYUc1gmiCNV4JGQhcNT6K6c", "/01/05412345000013/10/ABC123/21/72292641703"),
    ("AQnYUc1gmkax7ipGrOHDPC5YNI8hMz", "/01/05412345000013/235/8TFV883a904GH%263"),
    ("JTLIetaiHYA", "/253/3060077601309"),
    ("JVUqG5hJ5wA", "/255/5678409730535"),
    ("QBl2DVoxZM2jVm3ZOWEFoxTR5HDgzZg", "/401/0541234537290A41%26GHpp33"),
    ("QCJZyW9mC6Z4", "/402/21173492661712079"),
    ("JUa0T-eifdtOO9UFEmlYwv3Q", "/414/5060917510004/254/RP56J920471"),
    ("cEB2CqjAAkuwatGLJm0as27JywgtGKaPI4cGbM", "/8004/0541234537290A41%26GHpp33/7040/7BVR"),
    ("gAMJCAXukTMA", "/8003/04965031954585"),
    ("gBCVYNWjFkzaNWbdk5YQWjFHHkM2cAI0xdvpGo", "/8010/0541234537290A41%23GH33/8011/6639047221"),
    ("gBN05060917511473062B98T", "/8013/5060917511473062B98T"),
    ("gBe1ajAd9ATDmAGXPRfk", "/8017/817019610850151481/8019/4003812"),
    (
        "01/05412345000013/EEarwSMhC4an0V05E2gEsb6e897an8eg",
        "/01/05412345000013/22/AJY3095721P49/10/ABC123/21/72292641703",
    ),
]


@pytest.mark.parametrize(("short", "path"), COMPRESSED)
def test_a_compressed_link_is_read(short: str, path: str) -> None:
    link = f"https://id.gs1.org{path}"
    message = gs1_message(f"https://example.com/some/where/{short}?lang=zh")

    assert (link, True, "https://example.com/some/where") == (
        message.digital_link(),
        message.is_compressed,
        message.stem,
    )
    assert parse(link) == parse(f"https://example.com/{short}")
    assert link == gs1_message(message.compressed_link("example.com")).digital_link()


def test_pairs_of_a_query_that_are_none_of_gs1_are_decompressed() -> None:
    # F1, name "k1" in base64url, encoding 0 (number), two digits: 12.
    bits = f"{0xF:04b}{2:07b}{36:06b}{53:06b}{0:03b}{2:07b}{12:07b}"
    bits += "0" * (-len(bits) % 6)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    tail = "".join(letters[int(bits[place : place + 6], 2)] for place in range(0, len(bits), 6))

    assert ((), (("k1", "12"),)) == decompressed(tail)


@pytest.mark.parametrize("segment", ["", "A", "abc!", "____________", "AN2yxDhf", "AN2yxDhfaiawAAAA", "A" * 2000])
def test_what_is_no_compressed_link_is_refused(segment: str) -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        decompressed(segment)

    assert refusal.value.reason == "compressed"


texts = st.text("!\"%&'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz", min_size=1, max_size=20)


@given(
    st.text("0123456789", min_size=13, max_size=13),
    st.dictionaries(st.sampled_from(["10", "21", "22"]), texts, max_size=3),
    st.dictionaries(st.sampled_from(["240", "91", "98"]), texts, max_size=2),
)
def test_whatever_is_compressed_is_read_again(body: str, qualifiers: dict[str, str], more: dict[str, str]) -> None:
    pairs = {"01": body + gs1_check_digit(body)} | qualifiers | more | {"3103": "000100", "8008": "2601011259"}

    assert pairs == dict(decompressed(compressed(pairs.items()))[0])


def test_an_examination_tells_what_a_strict_reader_refuses() -> None:
    right, wrong, unreadable = examined("(01)06901234567892(21)A"), examined("91350100M000100Y56"), examined("hello")

    assert (True, None, ()) == (right.is_strict, right.refusal, right.findings)
    assert ("uscc", "inner-check") == (wrong.identifier.kind, wrong.refusal.reason)
    assert (None, "unknown-form", False) == (unreadable.identifier, unreadable.refusal.reason, unreadable.is_strict)
    assert {"required", "excluded"} == {finding.reason for finding in examined("(01)06901234567892(37)1").findings}
    assert "vin" == examined("11111111111111111", kind="vin").identifier.kind
