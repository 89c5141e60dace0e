/** The word that the ledger sets beside each commitment (docs/formats.md §2 and §3). */
import { hexOf, numberOf } from "./bytes";
import { BundleRefused } from "./errors";

/** Kinds of events, by number. */
export const Kind = {
  OBSERVE: 1,
  CREATE: 2,
  END: 3,
  PACK: 4,
  UNPACK: 5,
  TRANSFORM: 6,
  ASSOCIATE: 7,
  DISSOCIATE: 8,
  TRANSACT: 9,
  STATE: 10,
  CORRECT: 11,
  DESCRIBE: 12,
  FORGET: 13,
} as const;

export const Flag = { LINK: 1, PRIVATE: 2, STATE: 4 } as const;

/** States of a thing, by number; 0 was never changed and reads as active. */
export const STATES = [
  "active",
  "active",
  "quarantined",
  "recalled",
  "destroyed",
  "stolen",
  "lost",
  "retired",
] as const;

export interface Meta {
  readonly kind: number;
  readonly flags: number;
  readonly state: number;
  readonly organisation: number;
  readonly keyNumber: number;
  /** Block time in seconds since 1970. */
  readonly time: number;
}

/** Return the parts of a meta word of version 1. */
export function metaOf(word: Uint8Array): Meta {
  if (word.length !== 32 || word[0] !== 1 || word.slice(18).some((byte) => byte !== 0)) {
    throw new BundleRefused("meta-malformed", hexOf(word));
  }
  return {
    kind: word[1] ?? 0,
    flags: word[2] ?? 0,
    state: word[3] ?? 0,
    organisation: numberOf(word.slice(4, 8)),
    keyNumber: numberOf(word.slice(8, 10)),
    time: numberOf(word.slice(10, 18)),
  };
}
