/**
 * What the verifier refuses, and what it misses.
 *
 *   VerificationFailure
 *   ├── BundleRefused       something is false: it contradicts itself, the trust root or the proven state
 *   │   ├── RlpInvalid
 *   │   ├── HeaderRefused
 *   │   ├── SealsRefused    seals, validators or their votes
 *   │   └── OpeningRefused
 *   └── ProofNodeMissing    nothing is false, but nothing is proven either
 */
export class VerificationFailure extends Error {
  constructor(
    /** Stable name of what is wrong, the same in Python and TypeScript. */
    readonly reason: string,
    /** The refused value, or where it stands. */
    readonly value = "",
  ) {
    super(value === "" ? reason : `${reason}: ${value}`);
  }
}

export class BundleRefused extends VerificationFailure {}

/** Bytes that are not the one RLP writing of their value (Ethereum yellow paper, appendix B). */
export class RlpInvalid extends BundleRefused {}

export class HeaderRefused extends BundleRefused {}

export class SealsRefused extends BundleRefused {}

export class OpeningRefused extends BundleRefused {}

/** A trie node that the walk needs and the bundle does not carry. */
export class ProofNodeMissing extends VerificationFailure {
  constructor(hash: string) {
    super("proof-node-missing", hash);
  }
}
