"""A ledger in memory that writes the storage slots of docs/formats.md §5 as the contracts do, and hands out bundles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import small_trie
from coincurve import PrivateKey

from traceability.commitment import Committed, Opening, commit, commit_statement
from traceability.commitment.places import gets_a_line
from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.ledger import slots
from traceability.ledger.head import next_head
from traceability.ledger.ids import attestation_id, lien_id, schema_id
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import EVERYONE_DEFAULT, Flag, Kind, Meta, Role, State, flags_of
from traceability.proof import (  # fmt: skip
    AnchorClaim,
    AttestationClaim,
    Bundle,
    NetworkClaim,
    OrganisationClaim,
    QuestionKind,
    ThingClaim,
    TrustRoot,
)
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.inclusion import inclusion_path, tree_root
from traceability.proof.rlp import encode

START = 1_780_000_000
"""The time of the first block."""

CONTRACTS = {name: hashlib.sha256(name.encode()).digest()[:20] for name in ("directory", *slots.DIRECTORY_NAMES)}
VALIDATORS = [PrivateKey(hashlib.sha256(b"validator %d" % number).digest()) for number in range(4)]

_KINDS = {
    ("ObjectEvent", "ADD"): Kind.CREATE, ("ObjectEvent", "DELETE"): Kind.END, ("AggregationEvent", "ADD"): Kind.PACK,
    ("AggregationEvent", "DELETE"): Kind.UNPACK, ("AssociationEvent", "ADD"): Kind.ASSOCIATE,
    ("AssociationEvent", "DELETE"): Kind.DISSOCIATE, ("TransformationEvent", None): Kind.TRANSFORM,
}  # fmt: skip


def address_of(key: PrivateKey) -> bytes:
    return keccak(key.public_key.format(compressed=False)[1:])[12:]


@dataclass
class Recorded:
    """One committed event."""

    committed: Committed
    kind: Kind
    organisation: int
    shown: Opening | None = None
    """What the server opens of it."""

    @property
    def commitment(self) -> bytes:
        return self.committed.root


@dataclass
class SmallChain:
    """The ledger."""

    consensus: Consensus = Consensus.NONE
    time: int = START
    number: int = 1
    storage: dict[str, dict[bytes, bytes]] = field(default_factory=lambda: {name: {} for name in CONTRACTS})
    profiles: dict[int, str] = field(default_factory=dict)
    prefixes: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: dict[bytes, list[tuple[bytes, bytes]]] = field(default_factory=dict)
    heads: dict[bytes, bytes] = field(default_factory=dict)
    things: dict[bytes, tuple[str, str]] = field(default_factory=dict)
    recorded: dict[bytes, Recorded] = field(default_factory=dict)
    anchors: list[AnchorClaim] = field(default_factory=list)
    attestations: list[AttestationClaim] = field(default_factory=list)
    liens: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in slots.DIRECTORY_NAMES:
            self._set(
                "directory",
                slots.directory_entry(name),
                CONTRACTS[name] + (1).to_bytes(4, "big") + (1).to_bytes(8, "big"),
            )

    def pass_time(self, seconds: int = 60) -> None:
        self.time += seconds
        self.number += 1

    def admit(self, profile: Mapping[str, str], roles: Role, *, status: int = 1) -> int:
        number = len(self.profiles) + 1
        text = json.dumps(profile, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        self.profiles[number] = text
        word = (
            bytes((status,))
            + int(roles).to_bytes(4, "big")
            + bytes(4)
            + (1).to_bytes(2, "big")
            + self.time.to_bytes(8, "big")
        )
        self._set("members", slots.organisation_record(number), word)
        self._set("members", slots.organisation_profile(number), keccak(text.encode()))
        return number

    def grant(
        self,
        scheme: str,
        prefix: str,
        holder: int,
        *,
        everyone: int = EVERYONE_DEFAULT,
        anchors_forbidden: int = 0,
        status: int = 1,
    ) -> None:
        self.prefixes[scheme, prefix] = holder
        numbers = b"".join(number.to_bytes(4, "big") for number in (holder, everyone, anchors_forbidden))
        self._set(
            "prefixes",
            slots.grant(prefix_key(scheme, prefix)),
            bytes((status,)) + numbers + self.time.to_bytes(8, "big"),
        )

    def partner(self, scheme: str, prefix: str, organisation: int, mask: int) -> None:
        self._set("prefixes", slots.partner(prefix_key(scheme, prefix), organisation), mask.to_bytes(32, "big"))

    def thing_of(self, text: str) -> tuple[Identifier, int] | None:
        try:
            identifier = parse(text)
        except IdentifierInvalid:
            return None
        for prefix in identifier.prefix_candidates():
            if (prefix.scheme, prefix.text) in self.prefixes:
                return identifier, len(prefix.text)
        return None

    def key(self, text: str) -> bytes:
        found = self.thing_of(text)
        assert found is not None
        prefix, rest = found[0].halves(found[1])
        key = thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest))
        self.things[key] = (found[0].canonical, prefix.text)
        return key

    def record(self, organisation: int, body: Mapping[str, object], *, kind: Kind | None = None, state: State = State.UNCHANGED,
               private: bool = False, anchored: bool = False, committed_by: int | None = None,
               schema: str = "suyuan/description/1") -> Recorded:  # fmt: skip
        """Commit to an event and write its lines; the time does not pass."""
        if kind is None:
            kind = (
                Kind.CORRECT
                if "errorDeclaration" in body
                else _KINDS.get((str(body["type"]), body.get("action")), Kind.OBSERVE)
            )  # type: ignore[call-overload]
        flags = flags_of(kind, private=private)
        secret = hashlib.sha256(b"secret %d" % len(self.recorded)).digest()
        author = organisation if committed_by is None else committed_by
        if "type" in body:
            hashed = json.dumps(
                {name: value for name, value in body.items() if name != "errorDeclaration"}, sort_keys=True
            )
            event_hash = f"ni:///sha-256;{hashlib.sha256(hashed.encode()).hexdigest()}?ver=CBV2.0"
            committed = commit(
                body,
                event_hash=event_hash,
                organisation=author,
                kind=kind,
                flags=flags,
                state=state,
                secret=secret,
                thing_of=self.thing_of,
            )
        else:
            committed = commit_statement(
                body,
                schema=schema,
                organisation=author,
                kind=kind,
                flags=flags,
                state=state,
                secret=secret,
                thing_of=self.thing_of,
            )
        event = Recorded(committed, kind, organisation, committed.opening_of_all())
        self.recorded[committed.root] = event
        if not anchored:
            self.write(event, flags, state, {text for _, text in _names(body) if self.thing_of(text)})
        return event

    def write(self, event: Recorded, flags: Flag, state: State, things: Iterable[str]) -> None:
        """Write the lines of an event, as the contract does."""
        meta = Meta(event.kind, flags, state, event.organisation, 1, self.time).pack()
        for text in sorted(things):
            key = self.key(text)
            if not parse(text).has_head and event.kind is not Kind.STATE:
                continue
            self.lines.setdefault(key, []).append((event.commitment, meta))
            self.heads[key] = next_head(self.heads.get(key, bytes(32)), event.commitment, meta)
            self._set("ledger", slots.head(key), self.heads[key])
            if event.kind is Kind.STATE:
                word = bytes((state,)) + event.organisation.to_bytes(4, "big") + self.time.to_bytes(8, "big")
                self._set("ledger", slots.state(key), word)

    def anchor(self, organisation: int, events: list[Recorded]) -> None:
        """Anchor a batch of events."""
        number = 1 + max((claim.number for claim in self.anchors if claim.organisation == organisation), default=0)
        leaves = [event.commitment for event in events]
        self._set("ledger", slots.anchor(organisation, slots.ANCHORED_STREAM, number), tree_root(leaves))
        self._set("ledger", slots.stream(organisation, slots.ANCHORED_STREAM), number.to_bytes(32, "big"))
        for index, leaf in enumerate(leaves):
            path = inclusion_path(leaves, index)
            self.anchors.append(
                AnchorClaim(organisation, slots.ANCHORED_STREAM, number, len(leaves), index, path, leaf)
            )

    def attest(self, organisation: int, subject: str, statement: Mapping[str, object], *, schema: str = '{"name":"inspection"}',
               expires: int = 0, status: int = 1) -> None:  # fmt: skip
        identity = schema_id(schema.encode())
        secret = hashlib.sha256(b"attestation %d" % len(self.attestations)).digest()
        committed = commit_statement(
            statement, schema="0x" + identity.hex(), organisation=organisation, secret=secret, thing_of=self.thing_of
        )
        word = (
            bytes((status,))
            + organisation.to_bytes(4, "big")
            + (1).to_bytes(2, "big")
            + self.time.to_bytes(8, "big")
            + expires.to_bytes(8, "big")
        )
        self._set(
            "attestations", slots.schema(identity), organisation.to_bytes(4, "big") + self.time.to_bytes(8, "big")
        )
        self._set(
            "attestations",
            slots.attestation(attestation_id(identity, self.key(subject), organisation, committed.root)),
            word,
        )
        self.attestations.append(
            AttestationClaim(schema, subject, organisation, committed.opening_of_all(), committed.root)
        )

    def lien(self, asset: str, pledgor: int, pledgee: int, *, state: int = 2, until: int = 0) -> bytes:
        key = self.key(asset)
        identity = lien_id(key, pledgor, pledgee, hashlib.sha256(b"lien %d" % len(self.liens)).digest())
        word = (
            bytes((state, 1))
            + pledgor.to_bytes(4, "big")
            + pledgee.to_bytes(4, "big")
            + until.to_bytes(8, "big")
            + self.time.to_bytes(8, "big")
        )
        self._set("liens", slots.lien(identity), word)
        self._set("liens", slots.lien_asset(identity), key)
        if state != 3:
            self._set("liens", slots.encumbrance(key), identity)
        self.liens.append(identity)
        return identity

    def trust_root(self, *, expires: int = START + 10**8) -> TrustRoot:
        qbft = self.consensus is Consensus.QBFT
        validators = tuple(sorted(address_of(key) for key in VALIDATORS)) if qbft else ()
        return TrustRoot(
            20269, keccak(b"genesis"), CONTRACTS["directory"], self.consensus, validators, expires if qbft else 0
        )

    def bundle(self, subject: str, others: Iterable[str] = ()) -> Bundle:
        """Return a bundle with everything: all nodes, all events, all anchors; tests take away what they want."""
        root = self.trust_root()
        nodes: dict[bytes, bytes] = {}
        header = self.header(small_trie.secure_trie(self._accounts(nodes), nodes))
        return Bundle(
            network=NetworkClaim(root.chain_id, root.genesis, root.directory, root.consensus),
            question=QuestionKind.THING,
            question_id=subject,
            header=header,
            nodes=tuple(nodes[hash_] for hash_ in sorted(nodes)),
            things=tuple(self.claim(text) for text in (subject, *others)),
            events={event.commitment: event.shown for event in self.recorded.values() if event.shown is not None},
            organisations=tuple(OrganisationClaim(number, text) for number, text in self.profiles.items()),
            attestations=tuple(self.attestations),
            liens=tuple(self.liens),
            anchors=tuple(self.anchors),
        )

    def claim(self, text: str) -> ThingClaim:
        key = self.key(text)
        return ThingClaim(*self.things[key], 0, bytes(32), tuple(self.lines.get(key, ())))

    def _accounts(self, nodes: dict[bytes, bytes]) -> dict[bytes, bytes]:
        accounts = {}
        for name, storage in self.storage.items():
            values = {slot: encode(word.lstrip(b"\x00")) for slot, word in storage.items()}
            root = small_trie.secure_trie(values, nodes)
            accounts[CONTRACTS[name]] = encode([b"\x01", b"", root, keccak(name.encode())])
        return accounts

    def header(self, state_root: bytes, *, seals: int = 3) -> bytes:
        number, seconds = (value.to_bytes((value.bit_length() + 7) // 8, "big") for value in (self.number, self.time))
        fields = [keccak(b"parent"), keccak(b"uncles"), bytes(20), state_root, keccak(b"txs"), keccak(b"receipts"), bytes(256),
                  b"\x01", number, b"\x01\xc9\xc3\x80", b"", seconds, b"", bytes(32), bytes(8)]  # fmt: skip
        if self.consensus is not Consensus.QBFT:
            return encode(fields)
        validators = sorted(address_of(key) for key in VALIDATORS)
        fields[12] = encode([bytes(32), validators, [], b"", []])
        digest = BlockHeader(tuple(fields)).qbft_seal_hash()
        sealed = [key.sign_recoverable(digest, hasher=None) for key in VALIDATORS[:seals]]
        fields[12] = encode([bytes(32), validators, [], b"", sealed])
        return encode(fields)

    def _set(self, contract: str, slot: bytes, word: bytes) -> None:
        self.storage[contract][slot] = word.ljust(32, b"\x00")


def hide(event: Recorded, *pointers: str) -> None:
    """Let the server keep back some leaves of an event."""
    shown = [pointer for pointer in event.committed.pointers if pointer not in pointers and pointer]
    event.shown = event.committed.opening(shown)


def without_events(bundle: Bundle, *events: Recorded) -> Bundle:
    gone = {event.commitment for event in events}
    return replace(bundle, events={root: opening for root, opening in bundle.events.items() if root not in gone})


def _names(body: Mapping[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def walk(value: object, pointer: str) -> None:
        if isinstance(value, Mapping):
            for name, child in value.items():
                walk(child, f"{pointer}/{name}")
        elif isinstance(value, list):
            for number, child in enumerate(value):
                walk(child, f"{pointer}/{number}")
        elif isinstance(value, str) and gets_a_line(pointer, statement="type" not in body):
            found.append((pointer, value))

    walk(body, "")
    return found
