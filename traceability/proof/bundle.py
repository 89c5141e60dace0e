"""Proof bundles: everything that answers one question without trust in who hands it over (docs/formats.md §7)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from traceability.commitment.opening import Opening
from traceability.errors import BundleRefused, OpeningRefused
from traceability.proof.claims import (
    AnchorClaim,
    AttestationClaim,
    NetworkClaim,
    OrganisationClaim,
    QuestionKind,
    ThingClaim,
)
from traceability.proof.header import MAXIMUM_SIZE, Consensus
from traceability.proof.strict_json import Fields, distinct, items, octets, parsed

FORMAT = "suyuan-bundle/1"
"""The name of the only format of bundles there is."""

MAXIMUM_BYTES = 16 * 1024 * 1024
"""The length of a bundle at most."""

MAXIMUM_NODES = 65536
MAXIMUM_NODE_SIZE = 1024
"""The length of a trie node at most; a full branch has 532 bytes."""

MAXIMUM_THINGS = 65536
MAXIMUM_LINES = 65536
"""The number of lines of one thing at most."""

MAXIMUM_EVENTS = 65536
MAXIMUM_ORGANISATIONS = 4096
MAXIMUM_ATTESTATIONS = 4096
MAXIMUM_LIENS = 4096
MAXIMUM_ANCHORS = 65536
MAXIMUM_CHANGES = 256
MAXIMUM_CHANGE_HEADERS = 4096
MAXIMUM_IDENTIFIER = 2048
"""The length of a canonical form in characters at most."""

MAXIMUM_DOCUMENT = 65536
"""The length of a profile or schema in characters at most."""

_WHOLE = 2**53 - 1
"""The largest number that every reader of JSON holds exactly."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it is handed over: read, but not checked."""

    network: NetworkClaim
    question: QuestionKind
    question_id: str
    """The canonical form of the thing that is asked about."""
    header: bytes
    """RLP of the block header, seals included."""
    nodes: tuple[bytes, ...] = ()
    """Trie nodes, each once."""
    things: tuple[ThingClaim, ...] = ()
    """The subject first, then all that it rests on."""
    events: Mapping[bytes, Opening] = field(default_factory=dict)
    """What is opened of each commitment."""
    organisations: tuple[OrganisationClaim, ...] = ()
    attestations: tuple[AttestationClaim, ...] = ()
    liens: tuple[bytes, ...] = ()
    """Ids of liens."""
    anchors: tuple[AnchorClaim, ...] = ()
    changes: tuple[tuple[bytes, ...], ...] = ()
    """Runs of consecutive headers that bring validators in and out, from the pinned set to the one in force."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Bundle:
        """Return the bundle that a JSON text says.

        Raises:
            BundleRefused: it is too long, not JSON, or not in the one form that a bundle has.
        """
        return _bundle(parsed(text, MAXIMUM_BYTES))

    def to_json(self) -> str:
        """Return the bundle as JSON text, members always in the same order."""
        return json.dumps(self.to_object(), separators=(",", ":"), ensure_ascii=False)

    def to_object(self) -> dict[str, object]:
        """Return the bundle as values that `json` writes."""
        written: dict[str, object] = {
            "format": FORMAT,
            "network": {
                "chainId": self.network.chain_id,
                "genesis": _hex(self.network.genesis),
                "directory": _hex(self.network.directory),
                "consensus": self.network.consensus.value,
            },
            "question": {"kind": self.question.value, "id": self.question_id},
            "header": _hex(self.header),
            "nodes": [_hex(node) for node in self.nodes],
            "things": [
                {
                    "id": thing.id,
                    "prefix": thing.prefix,
                    "from": thing.start,
                    "before": _hex(thing.before),
                    "lines": [[_hex(commitment), _hex(meta)] for commitment, meta in thing.lines],
                }
                for thing in self.things
            ],
            "events": {_hex(commitment): opening.to_json() for commitment, opening in self.events.items()},
            "organisations": [{"number": claim.number, "profile": claim.profile} for claim in self.organisations],
            "attestations": [
                {
                    "schema": claim.schema,
                    "subject": claim.subject,
                    "organisation": claim.organisation,
                    "opening": claim.opening.to_json(),
                    "commitment": _hex(claim.commitment),
                }
                for claim in self.attestations
            ],
            "liens": [{"id": _hex(lien)} for lien in self.liens],
            "anchors": [
                {
                    "organisation": claim.organisation,
                    "stream": claim.stream,
                    "number": claim.number,
                    "size": claim.size,
                    "index": claim.index,
                    "path": [_hex(hash_) for hash_ in claim.path],
                    "commitment": _hex(claim.commitment),
                }
                for claim in self.anchors
            ],
        }
        if self.changes:
            written["changes"] = [[_hex(header) for header in run] for run in self.changes]
        return written


def _bundle(value: object) -> Bundle:
    names = (
        "format",
        "network",
        "question",
        "header",
        "nodes",
        "things",
        "events",
        "organisations",
        "attestations",
        "liens",
        "anchors",
    )
    fields = Fields(value, "", names, optional=("changes",))
    if fields.raw("format") != FORMAT:
        raise BundleRefused(f"not of the format {FORMAT}", "/format")
    question = Fields(fields.raw("question"), "/question", ("kind", "id"))
    nodes = tuple(octets(node, place, 1, MAXIMUM_NODE_SIZE) for node, place in fields.items("nodes", MAXIMUM_NODES))
    things = tuple(_thing(thing, place) for thing, place in fields.items("things", MAXIMUM_THINGS))
    organisations = tuple(_organisation(*item) for item in fields.items("organisations", MAXIMUM_ORGANISATIONS))
    liens = tuple(Fields(lien, place, ("id",)).octets("id", 32) for lien, place in fields.items("liens", MAXIMUM_LIENS))
    distinct(nodes, "/nodes")
    distinct((thing.id for thing in things), "/things")
    distinct((claim.number for claim in organisations), "/organisations")
    distinct(liens, "/liens")
    return Bundle(
        network=network_claim(fields.raw("network"), "/network"),
        question=_question_kind(question.raw("kind"), "/question/kind"),
        question_id=question.text("id", MAXIMUM_IDENTIFIER),
        header=octets(fields.raw("header"), "/header", 1, MAXIMUM_SIZE),
        nodes=nodes,
        things=things,
        events=_events(fields.raw("events")),
        organisations=organisations,
        attestations=tuple(_attestation(*item) for item in fields.items("attestations", MAXIMUM_ATTESTATIONS)),
        liens=liens,
        anchors=tuple(_anchor(*item) for item in fields.items("anchors", MAXIMUM_ANCHORS)),
        changes=tuple(
            tuple(octets(header, at, 1, MAXIMUM_SIZE) for header, at in items(run, place, MAXIMUM_CHANGE_HEADERS))
            for run, place in fields.items("changes", MAXIMUM_CHANGES)
        ),
    )


def network_claim(value: object, place: str) -> NetworkClaim:
    """Return the network that a JSON value names."""
    fields = Fields(value, place, ("chainId", "genesis", "directory", "consensus"))
    return NetworkClaim(
        chain_id=fields.integer("chainId", _WHOLE),
        genesis=fields.octets("genesis", 32),
        directory=fields.octets("directory", 20),
        consensus=consensus_of(fields.raw("consensus"), fields.place("consensus")),
    )


def consensus_of(value: object, place: str) -> Consensus:
    """Return the consensus that a JSON value names."""
    for consensus in Consensus:
        if consensus.value == value:
            return consensus
    raise BundleRefused("not none, clique or qbft", place)


def _question_kind(value: object, place: str) -> QuestionKind:
    for kind in QuestionKind:
        if kind.value == value:
            return kind
    raise BundleRefused("not a question that bundles answer", place)


def _thing(value: object, place: str) -> ThingClaim:
    fields = Fields(value, place, ("id", "prefix", "from", "before", "lines"))
    lines: list[tuple[bytes, bytes]] = []
    for line, at in fields.items("lines", MAXIMUM_LINES):
        words = items(line, at, 2)
        if len(words) != 2:
            raise BundleRefused("not commitment and meta", at)
        lines.append((octets(*words[0], 32, 32), octets(*words[1], 32, 32)))
    return ThingClaim(
        id=fields.text("id", MAXIMUM_IDENTIFIER),
        prefix=fields.text("prefix", MAXIMUM_IDENTIFIER),
        start=fields.integer("from", 2**32 - 1),
        before=fields.octets("before", 32),
        lines=tuple(lines),
    )


def _events(value: object) -> Mapping[bytes, Opening]:
    if not isinstance(value, dict):
        raise BundleRefused("not an object", "/events")
    if len(value) > MAXIMUM_EVENTS:
        raise BundleRefused(f"more than {MAXIMUM_EVENTS} items", "/events")
    return {
        octets(commitment, "/events", 32, 32): _opening(opening, f"/events/{commitment}")
        for commitment, opening in value.items()
    }


def _organisation(value: object, place: str) -> OrganisationClaim:
    fields = Fields(value, place, ("number", "profile"))
    return OrganisationClaim(fields.integer("number", 2**32 - 1), fields.text("profile", MAXIMUM_DOCUMENT))


def _attestation(value: object, place: str) -> AttestationClaim:
    fields = Fields(value, place, ("schema", "subject", "organisation", "opening", "commitment"))
    return AttestationClaim(
        schema=fields.text("schema", MAXIMUM_DOCUMENT),
        subject=fields.text("subject", MAXIMUM_IDENTIFIER),
        organisation=fields.integer("organisation", 2**32 - 1),
        opening=_opening(fields.raw("opening"), fields.place("opening")),
        commitment=fields.octets("commitment", 32),
    )


def _anchor(value: object, place: str) -> AnchorClaim:
    names = ("organisation", "stream", "number", "size", "index", "path", "commitment")
    fields = Fields(value, place, names)
    return AnchorClaim(
        organisation=fields.integer("organisation", 2**32 - 1),
        stream=fields.integer("stream", 2**32 - 1),
        number=fields.integer("number", _WHOLE),
        size=fields.integer("size", 2**32 - 1),
        index=fields.integer("index", 2**32 - 1),
        path=tuple(octets(hash_, at, 32, 32) for hash_, at in fields.items("path", 32)),
        commitment=fields.octets("commitment", 32),
    )


def _opening(value: object, place: str) -> Opening:
    try:
        return Opening.from_json(value)
    except OpeningRefused as error:
        raise BundleRefused(str(error), place) from None


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
