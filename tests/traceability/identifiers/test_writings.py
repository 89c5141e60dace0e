"""Each scheme: its writings, its canonical form, its halves, and the reasons for which it is refused."""

import pytest

from traceability.identifiers import IdentifierInvalid, Level, Prefix, class_of, from_halves, lot_of, parse
from traceability.identifiers.parsing import MOST_REMEMBERED

SGTIN = "https://id.gs1.org/01/06901234567892/21/A%2F1"
WRITINGS = {
    SGTIN: [
        "https://id.gs1.org/01/06901234567892/21/A%2F1",
        "http://trace.example.cn/some/where/01/06901234567892/21/A%2f1/",
        "HTTPS://TRACE.EXAMPLE.CN/01/06901234567892/10/L7/21/A%2F1?17=290331&linkType=all#top",
        "https://192.168.1.5:8000/01/6901234567892/21/A%2F1",
        "urn:epc:id:sgtin:6901234.056789.A%2F1",
        "urn:epc:id:sgtin:690123456789.0.A%2F1",
        "(01)06901234567892(21)A/1",
        "(21)A/1(10)L7(01)06901234567892",
        "010690123456789221A/1",
        "]d2010690123456789210L7\x1d21A/1",
        "\x1d010690123456789221A/1",
        "  https://id.gs1.org/01/06901234567892/21/A%2F1\n",
    ],
    "https://id.gs1.org/01/06901234567892": [
        "6901234567892",
        "06901234567892",
        "(01)06901234567892",
        "0106901234567892",
        "urn:epc:idpat:sgtin:6901234.056789.*",
        "https://example.com/01/06901234567892/22/2A",
    ],
    "https://id.gs1.org/01/06901234567892/10/L7": [
        "urn:epc:class:lgtin:6901234.056789.L7",
        "(01)06901234567892(10)L7",
        "https://example.com/01/06901234567892/10/L7",
    ],
    "https://id.gs1.org/01/00000096385074": ["96385074"],
    "https://id.gs1.org/01/00614141007349": ["614141007349"],
    "https://id.gs1.org/00/369012340000000079": [
        "369012340000000079",
        "00369012340000000079",
        "(00)369012340000000079",
        "urn:epc:id:sscc:6901234.3000000007",
        "https://example.com/00/369012340000000079",
    ],
    "https://id.gs1.org/414/6901234000016": ["(414)6901234000016", "urn:epc:id:sgln:6901234.00001.0"],
    "https://id.gs1.org/414/6901234000016/254/A1": ["(414)6901234000016(254)A1", "urn:epc:id:sgln:6901234.00001.A1"],
    "https://id.gs1.org/417/6901234000016": ["(417)6901234000016", "urn:epc:id:pgln:6901234.00001"],
    "https://id.gs1.org/8004/6901234.A.7": ["urn:epc:id:giai:6901234..A.7", "(8004)6901234.A.7"],
    "hdl:88.118.8/JX D/210%6023": [
        "hdl:88.118.8/JX D/210%6023",
        "88.118.8/JX D/210%6023",
        "info:hdl/88.118.8/JX%20D/210%256023",
        "https://example.com/resolve/88.118.8/JX%20D/210%256023",
    ],
    "uscc:91350100M000100Y43": [
        "91350100M000100Y43",
        "uscc:91350100M000100Y43",
        "https://example.com/uscc/91350100M000100Y43",
    ],
    "lei:529900T8BM49AURSDO55": ["529900T8BM49AURSDO55", "lei:529900T8BM49AURSDO55"],
}


@pytest.mark.parametrize(
    ("canonical", "text"), [(canonical, text) for canonical, texts in WRITINGS.items() for text in texts]
)
def test_every_writing_has_the_one_canonical_form(canonical: str, text: str) -> None:
    assert canonical == parse(text).canonical


REFUSED = [
    ("", "empty"),
    ("x" * 3000, "too-long"),
    ("hello", "unknown-form"),
    ("6901234567893", "check-digit"),
    ("https://id.gs1.org/01/06901234567893/21/A", "check-digit"),
    ("https://id.gs1.org/01/06901234567892/21/", "length"),
    ("https://id.gs1.org/01/06901234567892/21/A%2", "percent-encoding"),
    ("https://id.gs1.org/01/06901234567892/21/%FF", "percent-encoding"),
    ("https://id.gs1.org/01/06901234567892/21/%00", "character"),
    ("https://id.gs1.org/01/06901234567892/21/冰", "character"),
    (f"https://id.gs1.org/01/06901234567892/21/{'A' * 21}", "length"),
    ("https://id.gs1.org/01/06901234567892/21/A/254/B", "qualifier"),
    ("https://id.gs1.org/01/06901234567892?91=A&91=B", "repeated"),
    ("https://id.gs1.org/01/06901234567892?21=A", "attribute"),
    ("https://example.com/about", "key-missing"),
    ("https:///01/06901234567892", "web-address"),
    ("(01)06901234567892(00)369012340000000079", "keys-many"),
    ("(21)ABC", "key-missing"),
    ("(01)0690123456789", "length"),
    ("(9)x", "unknown-form"),
    ("urn:epc:id:sgtin:6901234.056789", "serial-missing"),
    ("urn:epc:id:giai:6901234.", "reference-missing"),
    ("urn:epc:id:ginc:6901234.", "reference-missing"),
    ("urn:epc:id:cpi:6901234..1", "reference-missing"),
    ("urn:epc:idpat:cpi:6901234..*", "reference-missing"),
    ("urn:epc:id:sgtin:6901234.05678.1", "length"),
    ("urn:epc:id:sscc:6901234.3000000007.1", "epc-form"),
    ("urn:epc:id:pallet:6901234.3000000007", "epc-scheme"),
    ("urn:epc:tag:sgtin-96:9.6901234.056789.1", "epc-form"),
    ("urn:epc:idpat:sgtin:6901234.056789.400", "epc-pattern"),
    ("urn:epc:idpat:sgtin:6901234.*.*", "length"),
    ("urn:epc:id:itip:4012345.012345.02.01.1", "piece"),
    ("urn:epc:id:cpi:4012345.ABc.1", "character"),
    ("https://id.gs1.org/8003/16901234000016", "leading-zero"),
    ("(8004)ABCDE", "company-prefix"),
    ("(8010)6901234/8011/5", "ambiguous"),
    ("(0100)6901234567892", "application-identifier"),
    ("(999)6901234567892", "application-identifier"),
    ("urn:epc:id:itip:4012345.012345.01", "epc-form"),
    ("urn:epc:id:cpi:4012.A.1", "epc-form"),
    ("https://id.gs1.org/8010/6901", "length"),
    ("88.118.8", "suffix-missing"),
    ("88.11.8/JXDY", "industry"),
    ("88.118.8.9/JXDY", "enterprise"),
    ("hdl:10.1000", "suffix-missing"),
    (f"88.118.{'8' * 60}/A", "too-long"),
    (f"88.118.8/{'冰' * 90}", "too-long"),
    ("88.118.8/\u0007", "character"),
    ("91350100M000100Y56", "inner-check"),
    ("uscc:Z1350100M000100Y43", "character"),
    ("123456789012345678", "check-digit"),
    ("B1350100M000100Y41", "authority"),
    ("91990100M000100Y4U", "region"),
    ("9135010AM000100Y4K", "region"),
    ("529900T8BM49AURSDO56", "check-digit"),
    ("lei:529900t8bm49aursdo55", "character"),
    ("lei:5299", "length"),
    ("uscc:1", "length"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_wrong_code_is_refused_with_its_reason_place_and_cure(text: str, reason: str) -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        parse(text)

    assert reason == refusal.value.reason
    assert text == refusal.value.text
    assert 0 <= refusal.value.place <= len(text)
    assert refusal.value.cure


def test_the_place_of_a_wrong_check_digit_is_its_own() -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        parse("https://example.com/01/06901234567893/21/A")

    assert refusal.value.place == len("https://example.com/01/0690123456789")


HALVES = [
    ("https://id.gs1.org/01/16901234567899/21/A%2F1", 7, "6901234", "01/1/56789/21/A/1"),
    ("https://id.gs1.org/01/06901234567892/10/L7", 9, "690123456", "01/0/789/10/L7"),
    ("https://id.gs1.org/01/06901234567892", 12, "690123456789", "01/0/"),
    ("https://id.gs1.org/00/369012340000000079", 7, "6901234", "00/3/000000007"),
    ("https://id.gs1.org/414/6901234000016/254/A1", 7, "6901234", "414/00001/254/A1"),
    ("https://id.gs1.org/417/6901234000016", 4, "6901", "417/23400001"),
    ("urn:epc:id:grai:4012345.00022.334455", 7, "4012345", "8003/00022/334455"),
    ("urn:epc:id:gdti:4012345.00009.PO-4711", 7, "4012345", "253/00009/PO-4711"),
    ("urn:epc:id:sgcn:4012345.22222.7", 7, "4012345", "255/22222/7"),
    ("urn:epc:id:gsrn:4012345.0000006765", 7, "4012345", "8018/0000006765"),
    ("urn:epc:id:gsrnp:4012345.0000000007", 7, "4012345", "8017/0000000007"),
    ("urn:epc:id:giai:4012345.ABC345", 7, "4012345", "8004/ABC345"),
    ("urn:epc:id:cpi:0614141.11-A%23%2F.1234", 7, "0614141", "8010/11-A#//8011/1234"),
    ("urn:epc:id:ginc:0614141.xyz47%2F11", 7, "0614141", "401/xyz47/11"),
    ("urn:epc:id:gsin:4012345.222333444", 7, "4012345", "402/222333444"),
    ("urn:epc:id:itip:4012345.011111.01.02.987", 7, "4012345", "8006/0/11111/0102/21/987"),
    ("https://id.gs1.org/8006/040123451111180102/10/L7", 7, "4012345", "8006/0/11111/0102/10/L7"),
    ("https://id.gs1.org/8006/040123451111180102", 7, "4012345", "8006/0/11111/0102"),
    ("(255)4012345222227", 7, "4012345", "255/22222"),
    ("88.118.8/a/b", 8, "88.118.8", "a/b"),
    ("uscc:91350100M000100Y43", 18, "91350100M000100Y43", ""),
]


@pytest.mark.parametrize(("text", "length", "prefix", "rest"), HALVES)
def test_the_halves_are_those_of_the_published_format(text: str, length: int, prefix: str, rest: str) -> None:
    identifier = parse(text)

    assert (Prefix(identifier.scheme, prefix), rest) == identifier.halves(length)
    assert identifier == from_halves(Prefix(identifier.scheme, prefix), rest)


@pytest.mark.parametrize(
    ("prefix", "rest"),
    [
        (Prefix("gs1", "690"), "01/0/123456789"),
        (Prefix("gs1", "6901234"), "01"),
        (Prefix("gs1", "6901234"), "01/00/5678"),
        (Prefix("gs1", "6901234"), "01/0/56789/99/A"),
        (Prefix("gs1", "6901234"), "417/00001/x"),
        (Prefix("gs1", "6901234"), "8003/00001x7"),
        (Prefix("gs1", "6901234"), "8006/0/56789/0102/99/A"),
        (Prefix("gs1", "6901234"), "999/00001"),
        (Prefix("gs1", "٦٩٠١٢٣٤"), "417/00001"),
        (Prefix("gs1", "6901234"), "8004/é"),
        (Prefix("lei", "529900T8BM49AURSDO56"), ""),
        (Prefix("uscc", "91350100M000100Y43"), "x"),
        (Prefix("nobody", "1"), ""),
    ],
)
def test_halves_of_nothing_are_refused(prefix: Prefix, rest: str) -> None:
    with pytest.raises(IdentifierInvalid):
        from_halves(prefix, rest)


def test_a_prefix_length_that_the_identifier_does_not_have_is_refused() -> None:
    for text, length in (("6901234567892", 13), ("6901234567892", 3), ("88.118.8/a", 4), ("(8004)6901AB", 5)):
        with pytest.raises(ValueError, match="prefix"):
            parse(text).halves(length)


def test_prefix_candidates_come_longest_first() -> None:
    assert [Prefix("gs1", "690123456789"[:length]) for length in range(12, 3, -1)] == list(
        parse("6901234567892").prefix_candidates()
    )
    assert [Prefix("gs1", "69012"), Prefix("gs1", "6901")] == list(parse("(8004)69012AB").prefix_candidates())
    assert (Prefix("idis", "88.118.8"),) == parse("88.118.8/a").prefix_candidates()


@pytest.mark.parametrize(
    ("text", "level", "headed"),
    [
        ("(01)06901234567892", Level.CLASS, False),
        ("(01)06901234567892(10)L", Level.LOT, True),
        ("(01)06901234567892(21)S", Level.ITEM, True),
        ("(00)369012340000000079", Level.PACKAGE, True),
        ("(414)6901234000016", Level.PLACE, False),
        ("(417)6901234000016", Level.PARTY, False),
        ("(402)40123452223334442", Level.DOCUMENT, False),
        ("88.118.8/a", Level.ITEM, True),
        ("91350100M000100Y43", Level.PARTY, False),
    ],
)
def test_levels_say_what_has_a_head(text: str, level: Level, headed: bool) -> None:
    identifier = parse(text)

    assert (level, headed) == (identifier.level, identifier.has_head)


def test_the_class_and_lot_of_an_item_are_found() -> None:
    item = parse("(01)06901234567892(21)S")

    assert parse("6901234567892") == class_of(item)
    assert parse("(01)06901234567892(10)L7") == lot_of(item, "L7")
    assert parse("6901234567892") == class_of(parse("6901234567892"))
    assert class_of(parse("88.118.8/a")) is None
    for item, pattern in (
        ("urn:epc:id:gdti:4012345.00009.PO-4711", "urn:epc:idpat:gdti:4012345.00009.*"),
        ("urn:epc:id:sgcn:4012345.22222.7", "urn:epc:idpat:sgcn:4012345.22222.*"),
        ("urn:epc:id:cpi:4012345.AB12.7", "urn:epc:idpat:cpi:4012345.AB12.*"),
        ("urn:epc:id:itip:4012345.012345.01.02.7", "urn:epc:idpat:itip:4012345.012345.01.02.*"),
    ):
        assert parse(pattern) == class_of(parse(item))
    assert parse("(8003)06901234000016") == class_of(parse("(8003)06901234000016AB"))
    with pytest.raises(IdentifierInvalid):
        lot_of(parse("88.118.8/a"), "L7")


def test_it_is_shown_as_people_read_it_and_linked_as_labels_encode_it() -> None:
    item, code = parse("(01)06901234567892(21)A/1"), parse("88.118.8/a b")

    assert (item.display(), code.display()) == ("(01)06901234567892(21)A/1", "88.118.8/a b")
    assert item.digital_link("trace.example.cn") == "https://trace.example.cn/01/06901234567892/21/A%2F1"
    assert item.digital_link("http://192.168.1.5:8000/") == "http://192.168.1.5:8000/01/06901234567892/21/A%2F1"
    assert code.digital_link("trace.example.cn") == "https://trace.example.cn/88.118.8/a%20b"
    assert parse("91350100M000100Y43").digital_link("x.cn") == "https://x.cn/uscc/91350100M000100Y43"


def test_a_bare_code_of_another_key_is_read_with_its_kind() -> None:
    assert parse("6901234000016", kind="gln").canonical == "https://id.gs1.org/414/6901234000016"
    assert parse("401234500000067657", kind="gsrn").canonical == "https://id.gs1.org/8018/401234500000067657"
    with pytest.raises(IdentifierInvalid) as refusal:
        parse("6901234000016", kind="barcode")
    assert refusal.value.reason == "unknown-kind"


def test_lenient_reading_forgives_what_people_type() -> None:
    assert parse("６９０１２３４ 567892", strict=False) == parse("6901234567892")
    assert parse("69-01234-567892", strict=False) == parse("6901234567892")
    assert parse("91350100m000100y43", strict=False) == parse("91350100M000100Y43")
    assert parse("91350100M000100Y56", strict=False).kind == "uscc"
    assert from_halves(Prefix("lei", "529900T8BM49AURSDO55"), "").kind == "lei"


def test_eighteen_digits_that_fit_both_are_an_sscc_and_those_that_fit_only_the_code_are_a_uscc() -> None:
    assert parse("369012340000000079").kind == "sscc"
    assert parse("913702001000003071").kind == "sscc"
    assert parse("913702001000003071", kind="uscc").kind == "uscc"
    assert parse("913702001000000083").kind == "uscc"


def test_an_epc_urn_is_written_where_there_is_one() -> None:
    for urn in (
        "urn:epc:id:sgtin:6901234.056789.A%2F1",
        "urn:epc:class:lgtin:6901234.056789.L7",
        "urn:epc:idpat:sgtin:6901234.056789.*",
        "urn:epc:id:sscc:6901234.3000000007",
        "urn:epc:id:sgln:6901234.00001.0",
        "urn:epc:id:pgln:6901234.00001",
        "urn:epc:id:gsin:6901234.222333444",
        "urn:epc:id:gsrn:6901234.0000006765",
        "urn:epc:id:ginc:6901234.xyz47%2F11",
        "urn:epc:id:itip:6901234.012345.01.02.7",
        "urn:epc:idpat:itip:6901234.012345.01.02.*",
        "urn:epc:id:upui:6901234.056789.51qIgY)%3C%26Jp3*j7SDB",
        "urn:epc:idpat:cpi:6901234.AB12.*",
    ):
        assert parse(urn).epc_urn(7) == urn
    assert parse("(8004)6901AB").epc_urn(7) is None
    assert parse("(01)06901234567892(21)A").epc_urn(5) is None
    assert parse("https://id.gs1.org/8006/040123451111180102/10/L7").epc_urn(7) is None
    assert parse("88.118.8/a").epc_urn(8) is None


def test_identifiers_and_prefixes_print_as_their_texts() -> None:
    assert str(parse("6901234567892")) == "https://id.gs1.org/01/06901234567892"
    assert str(Prefix("gs1", "6901234")) == "gs1:6901234"


def test_what_was_read_lately_is_forgotten_in_time() -> None:
    for number in range(MOST_REMEMBERED + 10):
        parse(f"88.118.8/{number}")

    assert parse("88.118.8/0").after == "0"


def test_two_writings_of_one_identifier_are_equal_and_hash_alike() -> None:
    assert len({parse(text) for text in WRITINGS[SGTIN]}) == 1
