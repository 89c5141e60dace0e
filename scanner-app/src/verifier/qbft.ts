/**
 * QBFT seals: a block is final when ceil(2n/3) distinct members of the set in force have sealed it.
 *
 * Source: Besu `BftHelpers`, `BftCommitSealsValidationRule`; a stranger's or a repeated seal invalidates the header.
 */
import { equalBytes, hexOf } from "./bytes";
import { SealsRefused } from "./errors";
import type { BlockHeader } from "./header";
import { keccak } from "./keccak";
import { recoveredKey } from "./recovery";

/** Return the number of distinct validators that must seal. */
export function quorum(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}

/** Verify that a quorum of exactly these validators sealed the header; return the signers. */
export function verifySeals(header: BlockHeader, validators: readonly string[]): string[] {
  const extra = header.qbft;
  if (extra === null) throw new SealsRefused("header-without-seals");
  const listed = extra.validators.map(hexOf);
  const trusted = new Set(validators);
  if (
    trusted.size === 0 ||
    trusted.size !== validators.length ||
    listed.length !== trusted.size ||
    new Set(listed).size !== trusted.size ||
    !listed.every((validator) => trusted.has(validator))
  ) {
    throw new SealsRefused("validator-set-mismatch");
  }
  if (extra.seals.length > trusted.size) throw new SealsRefused("more-seals-than-validators");
  const signers = new Set<string>();
  for (const seal of extra.seals) {
    const signer = signerOf(seal, extra.sealHash);
    if (!trusted.has(signer)) throw new SealsRefused("seal-not-a-validator", signer);
    if (signers.has(signer)) throw new SealsRefused("seal-duplicate", signer);
    signers.add(signer);
  }
  if (signers.size < quorum(trusted.size)) throw new SealsRefused("quorum-not-reached", String(signers.size));
  return [...signers];
}

/** Return the address whose key made a 65-byte seal `r ‖ s ‖ v` over a hash. */
export function signerOf(seal: Uint8Array, hash: Uint8Array): string {
  const recovery = seal[64] ?? 255;
  if (seal.length !== 65 || recovery > 1) throw new SealsRefused("seal-malformed", hexOf(seal));
  const key = recoveredKey(seal.slice(0, 64), recovery === 1, hash);
  if (key === null) throw new SealsRefused("seal-malformed", hexOf(seal));
  return hexOf(keccak(key).slice(12));
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

  /** Verify that consecutive headers are sealed by the set that the votes before each give, and count their votes. */
  follow(headers: readonly BlockHeader[]): void {
    headers.forEach((header, place) => {
      const before = headers[place - 1];
      if (before && (header.number !== before.number + 1 || !equalBytes(header.parent, before.hash))) {
        throw new SealsRefused("headers-not-consecutive", String(header.number));
      }
      verifySeals(header, this.#validators);
      this.count(header);
    });
  }

  /** Count the vote of a header that was verified against `validators`. */
  count(header: BlockHeader): void {
    if (header.number % this.epoch === 0) {
      this.#votes.clear();
      return;
    }
    const vote = header.qbft?.vote;
    if (vote === null || vote === undefined) return;
    const [voter, recipient] = [hexOf(header.proposer), hexOf(vote.recipient)];
    if (!this.#validators.includes(voter)) throw new SealsRefused("vote-of-a-stranger", voter);
    const side = (joins: boolean): Set<string> => {
      const name = `${recipient} ${joins}`;
      const voters = this.#votes.get(name) ?? new Set<string>();
      this.#votes.set(name, voters);
      return voters;
    };
    side(!vote.add).delete(voter);
    side(vote.add).add(voter);
    if (side(vote.add).size * 2 <= this.#validators.length) return;
    side(true).clear();
    side(false).clear();
    const others = this.#validators.filter((validator) => validator !== recipient);
    this.#validators = vote.add ? [...others, recipient].sort() : others;
    // Whoever left the set has no say in what is still pending.
    if (!vote.add) for (const voters of this.#votes.values()) voters.delete(recipient);
  }
}
