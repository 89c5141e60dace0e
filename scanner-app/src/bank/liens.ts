/** Liens in their storage slots (docs/formats.md §5). */
import { isZero, numberOf } from "../verifier/bytes";
import { BundleRefused } from "../verifier/errors";
import { mapped } from "../verifier/slots";

export const lienSlots = {
  lien: (id: Uint8Array): Uint8Array => mapped(id, 0),
  lienAsset: (id: Uint8Array): Uint8Array => mapped(id, 1),
  lienQuantity: (id: Uint8Array): Uint8Array => mapped(id, 2),
  encumbrance: (key: Uint8Array): Uint8Array => mapped(key, 3),
} as const;

export interface LienRecord {
  readonly state: "reserved" | "active" | "released";
  readonly pledgor: number;
  readonly pledgee: number;
  /** End of the reservation, seconds since 1970. */
  readonly until: number;
  readonly since: number;
}

/** Return the record, `null` where the slot is empty. */
export function lienRecordOf(word: Uint8Array): LienRecord | null {
  if (isZero(word)) return null;
  const state = (["reserved", "active", "released"] as const)[(word[0] ?? 0) - 1];
  if (state === undefined || word[1] !== 1) throw new BundleRefused("record-malformed");
  return {
    state,
    pledgor: numberOf(word.slice(2, 6)),
    pledgee: numberOf(word.slice(6, 10)),
    until: numberOf(word.slice(10, 18)),
    since: numberOf(word.slice(18, 26)),
  };
}
