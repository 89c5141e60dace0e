"""Each scheme of the registry: its samples read, its own reasons, its levels and prefixes."""

import pytest

from traceability.identifiers import IdentifierInvalid, Level, Prefix, from_halves, parse, text_of_path
from traceability.identifiers.registry import REGISTRY
from traceability.identifiers.schemes.did_bid import address_of
from traceability.identifiers.schemes.ecode import editions_of
from traceability.identifiers.schemes.uscc import inner_check, outer_check, region_of

SAMPLES = [(scheme.name, text) for scheme in REGISTRY.schemes for text in scheme.samples]


def test_the_schemes_of_the_issue_are_there() -> None:
    assert {
        "gs1", "idis", "handle", "oid", "ecode", "vaa", "did:cn", "did:bid", "did:web", "vin", "uscc", "lei", "iso6346", "url",
    } <= {scheme.name for scheme in REGISTRY.schemes}  # fmt: skip
    assert all(scheme.samples and scheme.source and scheme.title.keys() == {"en", "zh"} for scheme in REGISTRY.schemes)


@pytest.mark.parametrize(("scheme", "text"), SAMPLES)
def test_a_sample_is_read_in_every_writing_of_ours(scheme: str, text: str) -> None:
    identifier = parse(text)

    assert identifier == parse(identifier.canonical)
    assert identifier.canonical == parse(identifier.canonical).canonical
    assert identifier == parse(text_of_path(f"/{identifier.path}"))
    assert identifier == parse(text, strict=False)
    if scheme != "url":
        assert identifier == parse(identifier.digital_link("https://trace.example.cn"))


@pytest.mark.parametrize(("scheme", "text"), SAMPLES)
def test_a_sample_is_found_again_from_all_its_halves(scheme: str, text: str) -> None:
    identifier = parse(text)

    assert identifier.prefix_candidates()
    for prefix in identifier.prefix_candidates():
        assert identifier == from_halves(*identifier.halves(len(prefix.text)))


CANONICAL = [
    ("doi:10.1000/182", "hdl:10.1000/182"),
    ("info:hdl/10.1000/a%20b", "hdl:10.1000/a b"),
    ("oid:1.2.156", "urn:oid:1.2.156"),
    ("URN:OID:2.999.1", "urn:oid:2.999.1"),
    ("did:web:EXAMPLE.com%3a8443:Things:7", "did:web:example.com%3A8443:Things:7"),
    ("CSQU3054383", "urn:epc:id:bic:CSQU3054383"),
    ("1M8GDM9AXKP042788", "vin:1M8GDM9AXKP042788"),
    ("VAA12345678", "vaa:VAA12345678"),
    ("url:HTTPS://Example.COM:443", "url:https://example.com/"),
    ("url:http://example.com:8080?q=1", "url:http://example.com:8080/?q=1"),
    ("ecode:00106901234567892", "https://id.gs1.org/01/06901234567892"),
    ("ecode:00FABC", "ecode:00FABC"),
    ("]Q1https://id.gs1.org/01/06901234567892", "https://id.gs1.org/01/06901234567892"),
    ("]E06901234567892", "https://id.gs1.org/01/06901234567892"),
    ("https://example.cn/vin/1M8GDM9AXKP042788", "vin:1M8GDM9AXKP042788"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_other_writings_have_the_one_canonical_form(text: str, canonical: str) -> None:
    assert canonical == parse(text).canonical


REFUSED = [
    ("hdl:a b/c", None, "naming-authority"),
    ("hdl:10.1000/", None, "suffix-missing"),
    ("hdl:10.1000/\u0007", None, "character"),
    (f"hdl:10.1000/{'冰' * 700}", None, "too-long"),
    ("urn:oid:1.40.1", None, "arc"),
    ("urn:oid:3.1", None, "arc"),
    ("urn:oid:1", None, "length"),
    ("urn:oid:1.02.3", None, "no-leading-zero"),
    ("urn:oid:1.a.3", None, "character"),
    (f"urn:oid:1.2.{'1' * 300}", None, "too-long"),
    ("ecode:5A0001ABC", None, "version"),
    ("ecode:10a01123", None, "numbering-system"),
    ("ecode:10001", None, "length"),
    (f"ecode:10001{'1' * 21}", None, "code"),
    ("4A0001x", "ecode-2023", "version"),
    ("5A0001x", "ecode-2015", "version"),
    ("06901234567893", "ecode-2023", "check-digit"),
    ("vaa:VAB123456", None, "agency"),
    ("vaa:VAA1", None, "length"),
    ("vaa:VAA12ab", None, "character"),
    ("did:cn:88.100.1/x", None, "suffix"),
    ("did:cn:8.100.1", None, "issuer"),
    ("did:bid:", None, "bid-form"),
    ("did:bid:XXXX", None, "bid-form"),
    ("did:bid:efdPP4", None, "length"),
    ("did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZ0", None, "character"),
    ("did:bid:efzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", None, "bid-address"),
    ("did:bid:xfdPP4ympm36RxTYQJPber1PRKmLWZE", None, "bid-form"),
    ("did:bid:es0123456789012345678901234567890", None, "length"),
    ("did:web:192.168.1.5", None, "domain"),
    ("did:web:-x.com", None, "domain"),
    ("did:web:example.com%3A99999", None, "domain"),
    ("did:web:example.com::x", None, "character"),
    (f"did:web:{'a.' * 300}com", None, "too-long"),
    ("1M8GDM9A1KP042788", None, "check-digit"),
    ("LSVAA49J0D2012345", "vin", "check-digit"),
    ("IM8GDM9AXKP042788", "vin", "character"),
    ("1M8GDM9AX", "vin", "length"),
    ("CSQU3054384", None, "check-digit"),
    ("CSQX3054383", None, "character"),
    ("12AU3054383", "iso6346", "character"),
    ("CSQU305438", "iso6346", "length"),
    ("urn:epc:id:gid:1.2", None, "epc-form"),
    ("urn:epc:id:gid:1.2.*", None, "epc-form"),
    ("urn:epc:idpat:gid:1.2.3", None, "epc-form"),
    ("urn:epc:id:gid:999999999.2.3", None, "number"),
    ("urn:epc:id:imovn:9176188", None, "check-digit"),
    ("urn:epc:id:usdod:2S19I.1", None, "epc-form"),
    ("urn:epc:id:x", "epc", "epc-form"),
    ("url:ftp://example.com", None, "web-address"),
    ("url:https://example.com/冰", None, "web-address"),
    ("9137020a00010Y4", "uscc", "length"),
    ("91170100M000100Y41", "uscc", "check-digit"),
]


@pytest.mark.parametrize(("text", "kind", "reason"), REFUSED)
def test_a_wrong_code_is_refused_with_reason_place_and_sentences(text: str, kind: str | None, reason: str) -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        parse(text, kind=kind)

    assert reason == refusal.value.reason
    assert 0 <= refusal.value.place <= len(text)
    assert refusal.value.cure
    assert {refusal.value.sentence("en"), refusal.value.sentence("zh-CN")}.isdisjoint({reason})


LEVELS = [
    ("did:web:example.com", Level.PARTY, True),
    ("did:web:example.com:7", Level.ITEM, True),
    ("did:bid:byo1", Level.PARTY, True),
    ("did:cn:88.100.1", Level.PARTY, True),
    ("vin:1M8GDM9AXKP042788", Level.ITEM, False),
    ("CSQU3054383", Level.ITEM, False),
    ("urn:epc:idpat:gid:1.2.*", Level.CLASS, False),
    ("(8013)1987654Ad4X4bL5ttr2310c2K", Level.CLASS, False),
    ("(415)6901234000016", Level.PARTY, False),
    ("(415)6901234000016(8020)R1", Level.DOCUMENT, False),
    ("88.118.8/a", Level.ITEM, True),
]


@pytest.mark.parametrize(("text", "level", "is_open"), LEVELS)
def test_levels_follow_from_the_form_or_are_open(text: str, level: Level, is_open: bool) -> None:
    assert (level, is_open) == (parse(text).level, parse(text).open_level)


PREFIXES = [
    ("urn:oid:1.2.156.1", ["1.2.156.1", "1.2.156", "1.2"]),
    ("did:web:example.com:a:b", ["example.com:a:b", "example.com:a", "example.com"]),
    ("did:bid:byo1:efdPP4ympm36RxTYQJPber1PRKmLWZE", ["byo1:efdPP4ympm36RxTYQJPber1PRKmLWZE", "byo1"]),
    ("vaa:VAA12345", ["VAA12345", "VAA1234", "VAA123", "VAA12", "VAA1"]),
    ("ecode:1000112", ["1000112", "100011", "10001"]),
    ("VF9AA1234B5678901", ["VF9678"]),
    ("CSQU3054383", ["CSQ"]),
]


@pytest.mark.parametrize(("text", "prefixes"), PREFIXES)
def test_prefixes_end_where_the_scheme_lets_them_end(text: str, prefixes: list[str]) -> None:
    identifier = parse(text)

    assert [Prefix(identifier.scheme, prefix) for prefix in prefixes] == list(identifier.prefix_candidates())


HALVES_OF_NOTHING = [
    ("handle", "88.118.8", "a"),
    ("oid", "1.2", ".01"),
    ("oid", "1.2", "3"),
    ("idis", "88.11", ""),
    ("vin", "1M8", "GDM9"),
    ("iso6346", "CSQ", "U30543"),
    ("didweb", "example.com", "x"),
    ("epc", "pallet:1", "2"),
    ("url", "https://example.com", ""),
    ("url", "https://EXAMPLE.com", "/"),
    ("gs1", "6901234", "8013/é"),
]


@pytest.mark.parametrize(("scheme", "prefix", "rest"), HALVES_OF_NOTHING)
def test_halves_that_nothing_has_are_refused(scheme: str, prefix: str, rest: str) -> None:
    with pytest.raises(IdentifierInvalid):
        from_halves(Prefix(scheme, prefix), rest)


def test_a_lenient_reader_forgives_what_the_scheme_can_do_without() -> None:
    assert parse("csqu 305438-3", strict=False) == parse("CSQU3054383")
    assert parse("1m8gdm9a1kp042788", strict=False).canonical == "vin:1M8GDM9A1KP042788"
    assert parse("vaa12345678", kind="vaa", strict=False).canonical == "vaa:VAA12345678"
    assert parse("529900t8bm49aursdo55", strict=False) == parse("529900T8BM49AURSDO55")
    assert parse("^010690123456789221A", strict=False) == parse("(01)06901234567892(21)A")
    assert parse("(00)369012340000000079(401)6901234X", strict=False).kind == "sscc"
    assert parse("https://example.com/gtin/06901234567892/ser/A", strict=False).kind == "sgtin"


def test_the_region_of_a_credit_code_is_named() -> None:
    assert region_of("91370200M000100Y43") == ("山东省", "Shandong")
    assert region_of("91990200M000100Y43") is None


@pytest.mark.parametrize(
    ("region", "known"),
    [("370200", True), ("100000", True), ("110108", True), ("110508", False), ("429000", True), ("378500", False)],
)
def test_a_city_is_numbered_as_the_standard_numbers_cities(region: str, known: bool) -> None:
    body = f"91{region}MA62K026"
    body += inner_check(body[8:16])
    text = body + outer_check(body)
    try:
        found = parse(text).canonical
    except IdentifierInvalid as refusal:
        found = refusal.reason

    assert found == (f"uscc:{text}" if known else "region")


def test_an_ecode_tells_its_editions() -> None:
    assert editions_of("100011234567890") == (2015, 2023)
    assert editions_of("00106901234567892") == (2015, 2023)
    assert editions_of("0(01)06901234567892") == (2023,)
    assert editions_of("0FF01") == (2015,)
    assert editions_of("4A0001冰箱") == (2015,)
    assert editions_of("9") == ()
    assert parse("ecode:4A0001冰箱").kind == "ecode-2015"


def test_an_address_of_the_chain_follows_from_the_key() -> None:
    key = "b06566da9b97a860598e14469cb1dd3af1bf6c5cb88d549379d49d83b5b0bb23d63bff"

    assert address_of(key) == "did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZE"
    for wrong in ("", "b06566", key.upper(), f"b07166{key[6:]}"):
        with pytest.raises(IdentifierInvalid, match="bid-key"):
            address_of(wrong)


def test_a_text_that_may_be_several_codes_says_so() -> None:
    assert [scheme.name for scheme in REGISTRY.recognised("913702001000003071")] == ["gs1", "uscc"]
    assert [scheme.name for scheme in REGISTRY.recognised("1M8GDM9AXKP042788")] == ["vin", "gs1"]
    assert REGISTRY.recognised("hello") == ()
