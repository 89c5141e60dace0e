/** The word that the ledger sets beside each commitment (docs/formats.md §2 and §3). */
import { hexOf, numberOf } from "./bytes";
import { BundleRefused } from "./errors";

/** Kinds of events, by number; 0 is the statement of an attestation. */
export const KIND_NAMES = [
  "statement",
  "observe",
  "create",
  "end",
  "pack",
  "unpack",
  "transform",
  "associate",
  "dissociate",
  "transact",
  "state",
  "correct",
  "describe",
  "forget",
] as const;

export type KindName = (typeof KIND_NAMES)[number];

/** The greatest kind. */
export const KINDS = KIND_NAMES.length - 1;

/** Kinds that are statements under a schema, not EPCIS events. */
export const STATEMENT_KINDS: ReadonlySet<number> = new Set([0, 12, 13]);

export const Flag = { LINK: 1, PRIVATE: 2, STATE: 4 } as const;

/** All flags together. */
export const FLAGS = 7;

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

export type StateName = (typeof STATES)[number];

export interface Meta {
  readonly kind: KindName;
  readonly flags: number;
  readonly state: StateName;
  /** 0 where the line sets no state. */
  readonly stateNumber: number;
  readonly organisation: number;
  readonly keyNumber: number;
  /** Block time in seconds since 1970. */
  readonly time: number;
}

/** Return the parts of a meta word of version 1. */
export function metaOf(word: Uint8Array): Meta {
  const kind = KIND_NAMES[word[1] ?? 255];
  if (
    word.length !== 32 ||
    word[0] !== 1 ||
    kind === undefined ||
    (word[2] ?? 255) > FLAGS ||
    (word[3] ?? 255) >= STATES.length ||
    word.slice(18).some((byte) => byte !== 0)
  ) {
    throw new BundleRefused("meta-malformed", hexOf(word));
  }
  return {
    kind,
    flags: word[2] ?? 0,
    state: STATES[word[3] ?? 0] ?? "active",
    stateNumber: word[3] ?? 0,
    organisation: numberOf(word.slice(4, 8)),
    keyNumber: numberOf(word.slice(8, 10)),
    time: numberOf(word.slice(10, 18)),
  };
}
