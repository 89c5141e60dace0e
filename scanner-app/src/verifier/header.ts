/** A block header read from its RLP, and its hash under each consensus. */
import { bigintOf, hexOf, numberOf } from "./bytes";
import { BundleRefused, HeaderRefused } from "./errors";
import { keccak } from "./keccak";
import { decodeRlp, encodeRlp, listOf, numeralOf, type RlpItem, stringOf } from "./rlp";

export type ConsensusKind = "none" | "clique" | "qbft";

/** What the extra data of a QBFT header holds. */
export interface QbftExtra {
  readonly validators: readonly Uint8Array[];
  /** `null` where no vote is cast. */
  readonly vote: { readonly recipient: Uint8Array; readonly add: boolean } | null;
  readonly round: bigint;
  readonly seals: readonly Uint8Array[];
  /** Hash that a committed seal signs: empty seals, the real round. */
  readonly sealHash: Uint8Array;
}

export interface BlockHeader {
  readonly number: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly parent: Uint8Array;
  readonly proposer: Uint8Array;
  readonly stateRoot: Uint8Array;
  readonly hash: Uint8Array;
  readonly qbft: QbftExtra | null;
}

const FIELDS_LEAST = 15;

/** Size of a header in bytes at most. */
export const SIZE_MOST = 16384;

/** Lengths in bytes of the fields that have a fixed one. */
const FIXED: readonly (number | undefined)[] = [32, 32, 20, 32, 32, 32, 256, ...Array<undefined>(6), 32, 8];
const EXTRA = 12;
const NO_BYTES = new Uint8Array(0);

/** Return the header, or refuse bytes that are none. */
export function headerOf(bytes: Uint8Array, consensus: ConsensusKind): BlockHeader {
  try {
    return readHeader(bytes, consensus);
  } catch (failure) {
    if (failure instanceof BundleRefused) throw new HeaderRefused(failure.reason, failure.value);
    throw failure;
  }
}

function readHeader(bytes: Uint8Array, consensus: ConsensusKind): BlockHeader {
  const fields = listOf(decodeRlp(bytes));
  if (fields.length < FIELDS_LEAST || bytes.length > SIZE_MOST) {
    throw new HeaderRefused("header-malformed", String(fields.length));
  }
  fields.forEach((field, place) => {
    stringOf(field, FIXED[place]);
    if (place > 6 && place < 12) numeralOf(field, place > 7 ? 8 : 32);
  });
  const extra = consensus === "qbft" ? qbftExtraOf(fields) : null;
  return {
    number: numberOf(stringOf(fields[8])),
    time: numberOf(stringOf(fields[11])),
    parent: stringOf(fields[0], 32),
    proposer: stringOf(fields[2], 20),
    stateRoot: stringOf(fields[3], 32),
    // The block hash covers neither round nor seals: nodes store different seals for one block.
    hash: extra === null ? keccak(bytes) : hashWith(fields, NO_BYTES),
    qbft: extra,
  };
}

function qbftExtraOf(fields: readonly RlpItem[]): QbftExtra {
  const extra = listOf(decodeRlp(stringOf(fields[EXTRA])));
  if (extra.length !== 5) throw new HeaderRefused("header-extra-malformed");
  stringOf(extra[0], 32);
  const round = numeralOf(extra[3], 4);
  return {
    validators: listOf(extra[1]).map((validator) => stringOf(validator, 20)),
    vote: voteOf(listOf(extra[2])),
    round: bigintOf(round),
    seals: listOf(extra[4]).map((seal) => stringOf(seal, 65)),
    sealHash: hashWith(fields, round),
  };
}

function voteOf(fields: readonly RlpItem[]): QbftExtra["vote"] {
  if (fields.length === 0) return null;
  if (fields.length !== 2) throw new HeaderRefused("header-extra-malformed");
  const kind = stringOf(fields[1]);
  // An add is 0xff, a removal is 0x00 (Besu) or the empty string (GoQuorum).
  if (kind.length > 1 || (kind.length === 1 && kind[0] !== 0xff && kind[0] !== 0)) {
    throw new HeaderRefused("header-extra-malformed", hexOf(kind));
  }
  return { recipient: stringOf(fields[0], 20), add: kind[0] === 0xff };
}

function hashWith(fields: readonly RlpItem[], round: Uint8Array): Uint8Array {
  const extra = listOf(decodeRlp(stringOf(fields[EXTRA])));
  const bare = [extra[0] ?? NO_BYTES, extra[1] ?? [], extra[2] ?? [], round, []];
  return keccak(encodeRlp(fields.map((field, place) => (place === EXTRA ? encodeRlp(bare) : field))));
}
