/** Storage slots that the contracts publish, and what stands in them (docs/formats.md §5). */
import { integerBytes, isZero, joined, numberOf, utf8Bytes } from "./bytes";
import { BundleRefused } from "./errors";
import { keccak } from "./keccak";
import { STATES, type StateName } from "./meta";

/** Return the slot of a mapping's value. */
export function mapped(key: Uint8Array, slot: Uint8Array | number): Uint8Array {
  return keccak(joined(word(key), typeof slot === "number" ? integerBytes(slot, 32) : slot));
}

function word(bytes: Uint8Array): Uint8Array {
  return bytes.length === 32 ? bytes : joined(new Uint8Array(32 - bytes.length), bytes);
}

function numbered(number: number | bigint): Uint8Array {
  return integerBytes(number, 32);
}

export const slots = {
  directoryEntry: (name: string): Uint8Array => mapped(keccak(utf8Bytes(name)), 0),
  organisationRecord: (organisation: number): Uint8Array => mapped(numbered(organisation), 0),
  organisationProfile: (organisation: number): Uint8Array => mapped(numbered(organisation), 1),
  grant: (prefixKey: Uint8Array): Uint8Array => mapped(prefixKey, 0),
  partner: (prefixKey: Uint8Array, organisation: number): Uint8Array =>
    mapped(numbered(organisation), mapped(prefixKey, 1)),
  head: (key: Uint8Array): Uint8Array => mapped(key, 0),
  state: (key: Uint8Array): Uint8Array => mapped(key, 1),
  anchor: (organisation: number, stream: number, number: number | bigint): Uint8Array =>
    mapped(numbered(number), mapped(numbered(stream), mapped(numbered(organisation), 3))),
  attestation: (id: Uint8Array): Uint8Array => mapped(id, 1),
} as const;

export interface OrganisationRecord {
  readonly isActive: boolean;
  /** A mask of roles (docs/formats.md §5). */
  readonly roles: number;
}

/** Return the record, `null` where the slot is empty. */
export function organisationRecordOf(word: Uint8Array): OrganisationRecord | null {
  return isZero(word) ? null : { isActive: choice(word[0], 1, 2) === 1, roles: numberOf(word.slice(1, 5)) };
}

export interface Grant {
  readonly status: "granted" | "suspended" | "revoked";
  readonly holder: number;
  /** Rights of every member, a mask of kinds. */
  readonly everyone: number;
  /** Kinds that may not be anchored, a mask. */
  readonly anchorsForbidden: number;
}

export function grantOf(word: Uint8Array): Grant | null {
  if (isZero(word)) return null;
  const status = (["granted", "suspended", "revoked"] as const)[choice(word[0], 1, 3) - 1];
  return {
    status: status ?? "revoked",
    holder: numberOf(word.slice(1, 5)),
    everyone: numberOf(word.slice(5, 9)),
    anchorsForbidden: numberOf(word.slice(9, 13)),
  };
}

export interface StateRecord {
  readonly state: StateName;
  readonly organisation: number;
  /** Seconds since 1970. */
  readonly since: number;
}

export function stateRecordOf(word: Uint8Array): StateRecord {
  return {
    state: STATES[choice(word[0], 0, STATES.length - 1)] ?? "active",
    organisation: numberOf(word.slice(1, 5)),
    since: numberOf(word.slice(5, 13)),
  };
}

export interface AttestationRecord {
  readonly status: "issued" | "revoked" | "superseded";
  readonly organisation: number;
  readonly issued: number;
  /** Seconds since 1970, 0 never. */
  readonly expires: number;
}

export function attestationRecordOf(word: Uint8Array): AttestationRecord | null {
  if (isZero(word)) return null;
  const status = (["issued", "revoked", "superseded"] as const)[choice(word[0], 1, 3) - 1];
  return {
    status: status ?? "revoked",
    organisation: numberOf(word.slice(1, 5)),
    issued: numberOf(word.slice(7, 15)),
    expires: numberOf(word.slice(15, 23)),
  };
}

function choice(byte: number | undefined, least: number, most: number): number {
  if (byte === undefined || byte < least || byte > most)
    throw new BundleRefused("record-malformed", String(byte));
  return byte;
}
