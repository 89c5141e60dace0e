/**
 * QBFT seals: a block is final when ceil(2n/3) distinct members of the set in force have sealed it.
 *
 * Source: Besu `BftHelpers`, `BftCommitSealsValidationRule`; a stranger's or a repeated seal invalidates the header.
 */
import { recoverPublicKey } from "@noble/secp256k1";
import { hexOf, joined } from "./bytes";
import { HeaderRefused } from "./errors";
import { keccak } from "./hashes";
import type { BlockHeader } from "./header";

/** Return the number of distinct validators that must seal. */
export function quorum(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}

/** Verify that a quorum of exactly these validators sealed the header; return the signers. */
export function verifySeals(header: BlockHeader, validators: readonly string[]): string[] {
  const extra = header.qbft;
  if (extra === null) throw new HeaderRefused("header-without-seals");
  const listed = extra.validators.map(hexOf);
  const trusted = new Set(validators);
  if (
    trusted.size === 0 ||
    trusted.size !== validators.length ||
    listed.length !== trusted.size ||
    new Set(listed).size !== trusted.size ||
    !listed.every((validator) => trusted.has(validator))
  ) {
    throw new HeaderRefused("validator-set-mismatch");
  }
  if (!trusted.has(hexOf(header.proposer))) throw new HeaderRefused("proposer-not-a-validator");
  const signers = new Set<string>();
  for (const seal of extra.seals) {
    const signer = signerOf(seal, extra.sealHash);
    if (!trusted.has(signer)) throw new HeaderRefused("seal-not-a-validator", signer);
    if (signers.has(signer)) throw new HeaderRefused("seal-duplicate", signer);
    signers.add(signer);
  }
  if (signers.size < quorum(trusted.size))
    throw new HeaderRefused("quorum-not-reached", String(signers.size));
  return [...signers];
}

/** Return the address whose key made a 65-byte seal `r ‖ s ‖ v` over a hash. */
export function signerOf(seal: Uint8Array, hash: Uint8Array): string {
  const recovery = seal[64] ?? 255;
  if (seal.length !== 65 || recovery > 1) throw new HeaderRefused("seal-malformed", hexOf(seal));
  let point: Uint8Array;
  try {
    point = recoverPublicKey(joined(Uint8Array.of(recovery), seal.slice(0, 64)), hash, {
      prehash: false,
      isCompressed: false,
    });
  } catch {
    throw new HeaderRefused("seal-malformed", hexOf(seal));
  }
  return hexOf(keccak(point.slice(1)).slice(12));
}

/** Follow the votes of consecutive headers and return the set that seals the block after the last of them. */
export class ValidatorVotes {
  #validators: string[];
  readonly #votes = new Map<string, Set<string>>();

  constructor(
    validators: readonly string[],
    /** Blocks after which all pending votes are forgotten. */
    readonly epoch: number,
  ) {
    this.#validators = [...validators];
  }

  get validators(): readonly string[] {
    return this.#validators;
  }

  /** Count the vote of a header that was verified against `validators`. */
  count(header: BlockHeader): void {
    if (header.number % this.epoch === 0) this.#votes.clear();
    const vote = header.qbft?.vote;
    if (vote === null || vote === undefined) return;
    const recipient = hexOf(vote.recipient);
    const voters = this.#votes.get(recipient) ?? new Set<string>();
    if (this.#validators.includes(recipient) === vote.add) {
      // A vote that would change nothing takes back the voter's earlier one.
      voters.delete(hexOf(header.proposer));
      return;
    }
    voters.add(hexOf(header.proposer));
    this.#votes.set(recipient, voters);
    if (voters.size * 2 <= this.#validators.length) return;
    this.#votes.delete(recipient);
    if (vote.add) {
      this.#validators = [...this.#validators, recipient].sort();
      return;
    }
    this.#validators = this.#validators.filter((validator) => validator !== recipient);
    // Whoever left the set has no say in what is still pending.
    for (const pending of this.#votes.values()) pending.delete(recipient);
  }
}
