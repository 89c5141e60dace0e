/** Storage slots that the contracts publish, and what stands in them (docs/formats.md §5). */
import { integerBytes, joined, numberOf, utf8Bytes } from "./bytes";
import { keccak } from "./hashes";

/** Return the slot of a mapping's value. */
function mapped(key: Uint8Array, slot: Uint8Array | number): Uint8Array {
  return keccak(joined(word(key), typeof slot === "number" ? integerBytes(slot, 32) : slot));
}

function word(bytes: Uint8Array): Uint8Array {
  return bytes.length === 32 ? bytes : joined(new Uint8Array(32 - bytes.length), bytes);
}

function numbered(number: number): Uint8Array {
  return integerBytes(number, 32);
}

export const slots = {
  directoryEntry: (name: string): Uint8Array => mapped(keccak(utf8Bytes(name)), 0),
  organisationRecord: (organisation: number): Uint8Array => mapped(numbered(organisation), 0),
  organisationProfile: (organisation: number): Uint8Array => mapped(numbered(organisation), 1),
  memberKey: (address: Uint8Array): Uint8Array => mapped(address, 2),
  grant: (prefixKey: Uint8Array): Uint8Array => mapped(prefixKey, 0),
  partner: (prefixKey: Uint8Array, organisation: number): Uint8Array =>
    mapped(numbered(organisation), mapped(prefixKey, 1)),
  node: (prefixKey: Uint8Array): Uint8Array => mapped(prefixKey, 2),
  head: (key: Uint8Array): Uint8Array => mapped(key, 0),
  state: (key: Uint8Array): Uint8Array => mapped(key, 1),
  stream: (organisation: number, stream: number): Uint8Array =>
    mapped(numbered(stream), mapped(numbered(organisation), 2)),
  anchor: (organisation: number, stream: number, number: number): Uint8Array =>
    mapped(numbered(number), mapped(numbered(stream), mapped(numbered(organisation), 3))),
  schema: (id: Uint8Array): Uint8Array => mapped(id, 0),
  attestation: (id: Uint8Array): Uint8Array => mapped(id, 1),
  attestationSuccessor: (id: Uint8Array): Uint8Array => mapped(id, 2),
  lien: (id: Uint8Array): Uint8Array => mapped(id, 0),
  lienAsset: (id: Uint8Array): Uint8Array => mapped(id, 1),
  lienQuantity: (id: Uint8Array): Uint8Array => mapped(id, 2),
  encumbrance: (key: Uint8Array): Uint8Array => mapped(key, 3),
} as const;

export interface DirectoryEntry {
  readonly contract: Uint8Array;
  readonly version: number;
}

export function directoryEntryOf(word: Uint8Array): DirectoryEntry {
  return { contract: word.slice(0, 20), version: numberOf(word.slice(20, 24)) };
}

export interface OrganisationRecord {
  /** 0 unknown, 1 active, 2 suspended. */
  readonly status: number;
  readonly roles: number;
  readonly successor: number;
}

export function organisationRecordOf(word: Uint8Array): OrganisationRecord {
  return {
    status: word[0] ?? 0,
    roles: numberOf(word.slice(1, 5)),
    successor: numberOf(word.slice(5, 9)),
  };
}

export interface Grant {
  /** 0 none, 1 granted, 2 suspended, 3 revoked. */
  readonly status: number;
  readonly holder: number;
  /** Rights of every member, a mask of kinds. */
  readonly everyone: number;
  /** Kinds that may not be anchored, a mask. */
  readonly anchorsForbidden: number;
}

export function grantOf(word: Uint8Array): Grant {
  return {
    status: word[0] ?? 0,
    holder: numberOf(word.slice(1, 5)),
    everyone: numberOf(word.slice(5, 9)),
    anchorsForbidden: numberOf(word.slice(9, 13)),
  };
}

export interface StateRecord {
  readonly state: number;
  readonly organisation: number;
  /** Seconds since 1970. */
  readonly since: number;
}

export function stateRecordOf(word: Uint8Array): StateRecord {
  return {
    state: word[0] ?? 0,
    organisation: numberOf(word.slice(1, 5)),
    since: numberOf(word.slice(5, 13)),
  };
}

export interface AttestationRecord {
  /** 0 unknown, 1 issued, 2 revoked, 3 superseded. */
  readonly status: number;
  readonly organisation: number;
  readonly issued: number;
  /** Seconds since 1970, 0 never. */
  readonly expires: number;
}

export function attestationRecordOf(word: Uint8Array): AttestationRecord {
  return {
    status: word[0] ?? 0,
    organisation: numberOf(word.slice(1, 5)),
    issued: numberOf(word.slice(7, 15)),
    expires: numberOf(word.slice(15, 23)),
  };
}

export interface LienRecord {
  /** 0 unknown, 1 reserved, 2 active, 3 released. */
  readonly state: number;
  readonly pledgor: number;
  readonly pledgee: number;
  readonly until: number;
  readonly since: number;
}

export function lienRecordOf(word: Uint8Array): LienRecord {
  return {
    state: word[0] ?? 0,
    pledgor: numberOf(word.slice(2, 6)),
    pledgee: numberOf(word.slice(6, 10)),
    until: numberOf(word.slice(10, 18)),
    since: numberOf(word.slice(18, 26)),
  };
}

export function isZero(word: Uint8Array): boolean {
  return word.every((byte) => byte === 0);
}
