/** Two running networks, Besu and GoQuorum: every header is accepted, every forgery is refused. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bytesOf, hexOf } from "../../src/verifier/bytes";
import { VerificationFailure } from "../../src/verifier/errors";
import { type BlockHeader, headerOf } from "../../src/verifier/header";
import { quorum, ValidatorVotes, verifySeals } from "../../src/verifier/qbft";
import { TrieNodes } from "../../src/verifier/trie";
import { hasStandards, readJson, STANDARDS, VECTORS } from "../material";

interface Block {
  number: number;
  hash: string;
  header_rlp: string;
  committed_seal_hash: string;
  validators: string[];
  validators_next?: string[];
  proposer: string;
  round: number;
  quorum: number;
  seals: { signature: string; signer: string }[];
}
interface Claim {
  slot: string;
  value: string;
}
interface StateProof {
  accountProof: string[];
  storageHash: string;
  storageProof: { key: string; value: string; proof: string[] }[];
}
interface ForgedCase {
  name: string;
  kind: string;
  trusted_validators: string[];
  claimed_hash: string;
  header_rlp: string;
  state_root: string;
  contract: string;
  claim: Claim[];
  proof: StateProof;
}
interface StateCase {
  name: string;
  state_root: string;
  contract: string;
  slots: string[];
  /** Not there where the account itself is absent. */
  expected_values?: string[];
  present: boolean;
  proof: StateProof;
}

function verified(block: Block, validators: readonly string[]): BlockHeader {
  const header = headerOf(bytesOf(block.header_rlp), "qbft");
  expect(hexOf(header.hash)).toBe(block.hash);
  expect(hexOf(header.qbft?.sealHash ?? new Uint8Array())).toBe(block.committed_seal_hash);
  expect(header.number).toBe(block.number);
  expect(verifySeals(header, validators)).toEqual(block.seals.map((seal) => seal.signer));
  return header;
}

const engines = hasStandards("qbft") ? ["besu", "goquorum"] : [];

describe.each(engines)("a running %s network", (engine) => {
  const read = <T>(name: string): T => readJson<T>(join(STANDARDS, "qbft", engine, `${name}.json`));

  test("seals of a quorum are accepted, in every round", () => {
    const steady = read<{ blocks: Block[] }>("qbft-4-validators");
    const rounds = read<{ segments: { blocks: Block[] }[] }>("qbft-round-change");
    const blocks = [...steady.blocks.slice(0, 12), ...rounds.segments.flatMap((segment) => segment.blocks)];

    for (const block of blocks) verified(block, block.validators);

    expect(blocks.some((block) => block.round > 0)).toBe(true);
    for (const block of blocks) expect(quorum(block.validators.length)).toBe(block.quorum);
  });

  test("one block stored with other seals has one hash", () => {
    const { same_block_other_seals: stored } = read<{
      same_block_other_seals: { hash: string; headers: { header_rlp: string }[] }[];
    }>("qbft-4-validators");

    const hashes = stored.map((block) =>
      block.headers.map((header) => hexOf(headerOf(bytesOf(header.header_rlp), "qbft").hash)),
    );

    expect(hashes).toEqual(stored.map((block) => block.headers.map(() => block.hash)));
  });

  test("votes are followed from set to set", () => {
    const { blocks, validators_before } = read<{ blocks: Block[]; validators_before: string[] }>(
      "qbft-set-change",
    );
    const votes = new ValidatorVotes(validators_before, 30000);

    for (const block of blocks) {
      const header = verified(block, votes.validators);
      votes.count(header);
      expect(votes.validators).toEqual(block.validators_next ?? block.validators);
    }
  });

  test("state proofs prove presence and absence", () => {
    const { cases } = read<{ cases: StateCase[] }>("state-proofs");

    for (const { state_root, contract, slots, expected_values, proof, name } of cases) {
      const nodes = poolOf(proof);
      const account = nodes.account(bytesOf(state_root), bytesOf(contract));
      const values = account && slots.map((slot) => hexOf(nodes.slot(account.storageRoot, bytesOf(slot))));
      expect([name, values]).toEqual([name, expected_values?.map(padded) ?? null]);
    }
    expect(cases.length).toBe(8);
  });

  test("every forgery is refused", () => {
    const { cases } = read<{ cases: ForgedCase[] }>("qbft-forged");

    for (const forged of cases) {
      expect([forged.name, outcome(forged)]).toEqual([forged.name, "refused"]);
    }
    expect(cases.length).toBe(17);
  });
});

describe.skipIf(!existsSync(join(VECTORS, "qbft.json")))("our own headers", () => {
  const read = (): {
    headers: {
      name: string;
      header: string;
      validators: string[];
      accepted: boolean;
      blockHash: string;
      sealHash: string;
    }[];
    runs: {
      name: string;
      headers: string[];
      validators: string[];
      epochLength: number;
      after: string[] | null;
    }[];
  } => readJson(join(VECTORS, "qbft.json"));

  test("a quorum is accepted and everything else refused", () => {
    for (const { name, header, validators, accepted, blockHash, sealHash } of read().headers) {
      const answer = refusable(() => {
        const read = headerOf(bytesOf(header), "qbft");
        verifySeals(read, validators);
        expect([name, hexOf(read.hash), hexOf(read.qbft?.sealHash ?? new Uint8Array())]).toEqual([
          name,
          blockHash,
          sealHash,
        ]);
      });
      expect([name, answer]).toEqual([name, accepted ? "accepted" : "refused"]);
    }
  });

  test("runs of headers lead to the set in force, or nowhere", () => {
    for (const { name, headers, validators, epochLength, after } of read().runs) {
      const votes = new ValidatorVotes(validators, epochLength);
      const answer = refusable(() =>
        votes.follow(headers.map((header) => headerOf(bytesOf(header), "qbft"))),
      );
      expect([name, answer]).toEqual([name, after === null ? "refused" : "accepted"]);
      if (after !== null) expect([name, [...votes.validators].sort()]).toEqual([name, [...after].sort()]);
    }
  });
});

function refusable(act: () => void): string {
  try {
    act();
    return "accepted";
  } catch (failure) {
    if (failure instanceof VerificationFailure) return "refused";
    throw failure;
  }
}

function padded(value: string): string {
  return `0x${value.slice(2).padStart(64, "0")}`;
}

function poolOf(proof: StateProof): TrieNodes {
  return new TrieNodes(
    [proof.accountProof, ...proof.storageProof.map((slot) => slot.proof)].flat().map((node) => bytesOf(node)),
  );
}

function outcome(forged: ForgedCase): string {
  return refusable(() => {
    if (forged.kind === "header") {
      verifySeals(headerOf(bytesOf(forged.header_rlp), "qbft"), forged.trusted_validators);
      return;
    }
    const nodes = poolOf(forged.proof);
    const account = nodes.account(bytesOf(forged.state_root), bytesOf(forged.contract));
    const agrees = ({ slot, value }: Claim): boolean =>
      account !== null && hexOf(nodes.slot(account.storageRoot, bytesOf(slot))) === padded(value);
    if (!forged.claim.every(agrees)) throw new VerificationFailure("claim-disagrees");
  });
}
