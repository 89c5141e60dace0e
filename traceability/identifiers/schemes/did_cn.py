"""did:cn: the prefix of an industrial-internet identifier as a decentralised identifier; it has no suffix.

Its halves are those of the namespace ``idis`` with an empty rest: whoever holds the prefix holds it.
"""

from traceability.identifiers.identifier import Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Scheme
from traceability.identifiers.schemes.idis import verify_prefix


def did_cn(prefix: str) -> Identifier:
    """Return the node (enterprise or second level) that a prefix names."""
    if "/" in prefix:
        cure = "A did:cn names a prefix; take the slash and what follows away."
        raise IdentifierInvalid(prefix, "suffix", cure, place=prefix.index("/"))
    verify_prefix(prefix)
    return Identifier("idis", "did:cn", f"did:cn:{prefix}", Level.PARTY, prefix, "", "", open_level=True)


def _from_halves(prefix: str, rest: str) -> Identifier:
    if rest:
        raise IdentifierInvalid(rest, "rest", "A did:cn has an empty rest.")
    return did_cn(prefix)


def _read(text: str, _: bool) -> Identifier:
    return did_cn(text.removeprefix("did:cn:"))


SCHEME = Scheme(
    name="did:cn",
    title={"en": "did:cn", "zh": "did:cn分布式标识"},
    source="caict-4iot-dev/CN-DID-Method-Specification",
    read=_read,
    from_halves=_from_halves,
    namespace="idis",
    marks={"did:cn:": _read},
    rank=61,
    reasons={"suffix": {"en": "A part stands behind the prefix.", "zh": "前缀之后不应有后缀。"}},
    samples=("did:cn:88.100.1", "did:cn:88.3000"),
)
