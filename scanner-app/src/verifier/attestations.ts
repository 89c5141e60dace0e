/** Attestations: what an inspector, a bank or an authority states about a thing, and whether it still does. */
import type { AttestationClaim } from "./bundle";
import { hexOf, integerBytes, joined, utf8Bytes } from "./bytes";
import { BundleRefused, ProofNodeMissing } from "./errors";
import { keccak } from "./keccak";
import { type Opened, openedOf, SCHEMA } from "./opening";
import type { AttestationRecord, OrganisationRecord } from "./slots";
import type { ProvenState } from "./state";
import { leafTexts } from "./texts";
import type { AttestationEntry, LeafTexts, Status } from "./verdict-shape";

export interface AttestationContext {
  readonly state: ProvenState;
  /** Keys of the bundle's things by canonical form. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly base: Status;
  readonly now: number;
  readonly fresh: boolean;
}

/** Order of the rules: unknown subject, opening, slot, then revoked, superseded, expired, issuer suspended, stale, active. */
export function attestationShown(claim: AttestationClaim, context: AttestationContext): AttestationEntry {
  const { state, keys, base, now, fresh } = context;
  const shown = (
    status: Status,
    reason: string,
    statement: LeafTexts = [],
    record: AttestationRecord | null = null,
  ): AttestationEntry => ({
    organisation: claim.organisation,
    schema: claim.schema,
    subject: claim.subject,
    status,
    reason,
    issuedAt: record?.issued ?? 0,
    expiresAt: record?.expires ?? 0,
    statement,
  });
  const subject = keys.get(claim.subject);
  if (subject === undefined) return shown("not_checked", "subject_unknown");
  const schema = keccak(utf8Bytes(claim.schema));
  const opened = openedStatement(claim, hexOf(schema));
  if (opened === null) return shown("refused", "opening_disagrees");
  const statement = leafTexts(opened.values);
  const id = keccak(joined(schema, subject, integerBytes(claim.organisation, 32), claim.commitment));
  let record: AttestationRecord | null;
  let issuer: OrganisationRecord | null;
  try {
    record = state.attestation(id);
    issuer = state.organisation(claim.organisation);
  } catch (failure) {
    if (failure instanceof ProofNodeMissing) return shown("withheld_by_server", "proof_missing", statement);
    throw failure;
  }
  if (record === null) return shown("refused", "attestation_unknown", statement);
  if (record.status !== "issued") return shown(base, record.status, statement, record);
  if (record.expires > 0 && Math.max(now, state.header.time) >= record.expires) {
    return shown(base, "expired", statement, record);
  }
  if (issuer?.isActive !== true) return shown(base, "issuer_suspended", statement, record);
  return fresh ? shown(base, "active", statement, record) : shown("not_checked", "stale", statement, record);
}

function openedStatement(claim: AttestationClaim, schema: string): Opened | null {
  let opened: Opened;
  try {
    opened = openedOf(claim.commitment, claim.opening);
  } catch (failure) {
    if (failure instanceof BundleRefused) return null;
    throw failure;
  }
  const given = opened.values.get(SCHEMA);
  const agrees = given === undefined || (given.type === "string" && given.text === schema);
  return agrees && opened.organisation === claim.organisation && opened.kind === "statement" ? opened : null;
}
