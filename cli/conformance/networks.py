"""Networks: headers, seals, changes of the validator set and state proofs of running QBFT networks, and forgeries of them.

Source: QBFT as Hyperledger Besu and GoQuorum run it; EIP-1186 (`eth_getProof`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cli.conformance.results import Result, judged
from traceability.errors import ProofError
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.qbft import follow_votes, quorum, verify_seals
from traceability.proof.trie import TrieNodes

SEALS, VOTES, STATE, FORGED = "QBFT seals", "QBFT changes of the set", "state proofs", "forged headers and proofs"


def is_network(content: Any) -> bool:
    """Return whether a JSON file holds material of a network."""
    return (
        isinstance(content, Mapping) and "chain_id" in content and bool({"blocks", "segments", "cases"} & set(content))
    )


def results_of(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each block, change, proof and forgery in a file."""
    for block in content.get("blocks", ()):
        validators = block.get("validators") or content.get("validators", ())
        yield judged(SEALS, f"{name} block {block['number']}", _sealed(block, validators))
    for segment in content.get("segments", ()):
        for block in segment["blocks"]:
            validators = block.get("validators") or segment["validators"]
            yield judged(SEALS, f"{name} block {block['number']}", _sealed(block, validators))
    for block in content.get("same_block_other_seals", ()):
        yield judged(SEALS, f"{name} block {block.get('number')} on several nodes", _same(block, content["validators"]))
    yield from _changes(name, content)
    for case in content.get("cases", ()):
        if case.get("expected") == "reject":
            yield judged(FORGED, f"{name} {case['name']}", _accepted(case))
        else:
            yield judged(STATE, f"{name} {case['name']}", _unproven(case))


def is_made_network(content: Any) -> bool:
    """Return whether a JSON file holds headers and runs of them that were made for what no running network does."""
    return isinstance(content, Mapping) and {"headers", "runs"} <= set(content)


def made_results(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each header, accepted or not, and for each run of headers, which leads to a set or to none."""
    for case in content["headers"]:
        refusal = _sealed(case | {"header_rlp": case["header"], "hash": case["blockHash"]}, case["validators"])
        if case["accepted"]:
            yield judged(SEALS, f"{name} {case['name']}", refusal)
        else:
            yield judged(FORGED, f"{name} {case['name']}", None if refusal else "accepted")
    for case in content["runs"]:
        yield judged(VOTES, f"{name} {case['name']}", _elsewhere(case))


def _elsewhere(case: Mapping[str, Any]) -> str | None:
    run = [BlockHeader.from_rlp(_octets(header)) for header in case["headers"]]
    try:
        after = follow_votes(run, _addresses(case["validators"]), epoch_length=case["epochLength"])
    except ProofError as refusal:
        return None if case["after"] is None else f"refused: {refusal}"
    return (
        None if case["after"] is not None and after == set(_addresses(case["after"])) else "another set of validators"
    )


def _sealed(block: Mapping[str, Any], validators: Iterable[str]) -> str | None:
    try:
        header = BlockHeader.from_rlp(_octets(block["header_rlp"]))
        verify_seals(header, _addresses(validators))
    except ProofError as refusal:
        return f"refused: {refusal}"
    if header.hash(Consensus.QBFT) != _octets(block["hash"]):
        return "another block hash"
    if "committed_seal_hash" in block and header.qbft_seal_hash() != _octets(block["committed_seal_hash"]):
        return "another hash to seal"
    if "quorum" in block and block["quorum"] != quorum(len(_addresses(validators))):
        return "another quorum"
    return None


def _same(block: Mapping[str, Any], validators: Iterable[str]) -> str | None:
    hashes = set()
    for entry in block["headers"]:
        header = BlockHeader.from_rlp(_octets(entry["header_rlp"] if isinstance(entry, Mapping) else entry))
        try:
            verify_seals(header, _addresses(validators))
        except ProofError as refusal:
            return f"refused: {refusal}"
        hashes.add(header.hash(Consensus.QBFT))
    return None if len(hashes) == 1 else f"{len(hashes)} hashes for one block"


def _changes(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    changes = content.get("changes", ())
    if not changes:
        return
    run = [BlockHeader.from_rlp(_octets(block["header_rlp"])) for block in content["blocks"]]
    first = content["blocks"][0]["number"]
    for change in changes:
        decided = change["decided_in_block"] - first
        try:
            sets = [
                follow_votes(run[:until], _addresses(content["validators_before"])) for until in (decided, decided + 1)
            ]
        except ProofError as refusal:
            yield judged(VOTES, f"{name} block {change['decided_in_block']}", f"refused: {refusal}")
            continue
        wanted = [set(_addresses(change[key])) for key in ("validators_before", "validators_after")]
        why = None if sets == wanted else "another set of validators"
        yield judged(VOTES, f"{name} block {change['decided_in_block']}", why)


def _unproven(case: Mapping[str, Any]) -> str | None:
    try:
        found = _values(case, case.get("slots", ()))
    except ProofError as refusal:
        return f"refused: {refusal}"
    wanted = [_octets(value) for value in case.get("expected_values", ())]
    if found is None:
        return None if not case.get("present") and not any(any(value) for value in wanted) else "no such account"
    return None if found == wanted else "other values"


def _accepted(case: Mapping[str, Any]) -> str | None:
    try:
        if case["kind"] == "header":
            header = BlockHeader.from_rlp(_octets(case["header_rlp"]))
            verify_seals(header, _addresses(case["trusted_validators"]))
        else:
            claims = case["claim"]
            if _values(case, [claim["slot"] for claim in claims]) != [_octets(claim["value"]) for claim in claims]:
                return None
    except ProofError:
        return None
    return f"accepted, although {case['reason']}"


def _values(case: Mapping[str, Any], slots: Iterable[str]) -> list[bytes] | None:
    """Return the words in storage that a proof shows, None where it shows that there is no such account."""
    proof = case["proof"]
    nodes = TrieNodes(
        _octets(node)
        for part in (proof["accountProof"], *(entry["proof"] for entry in proof.get("storageProof", ())))
        for node in part
    )
    account = nodes.account(_octets(case["state_root"]), _octets(case["contract"]))
    if account is None:
        return None
    return [nodes.slot(account.storage_root, _octets(slot)) for slot in slots]


def _octets(text: str) -> bytes:
    digits = text[2:]
    return bytes.fromhex(digits if len(digits) % 2 == 0 else f"0{digits}")


def _addresses(texts: Iterable[str]) -> list[bytes]:
    return [_octets(text) for text in texts]
