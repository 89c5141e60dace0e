/** Organisations: whose name may be shown beside what they asserted, because the chain knows their profile. */
import { equalBytes, utf8Bytes } from "./bytes";
import { ProofNodeMissing } from "./errors";
import { keccak } from "./keccak";
import type { OrganisationRecord } from "./slots";
import type { ProvenState } from "./state";
import type { OrganisationEntry, Status } from "./verdict-shape";

export function organisationShown(state: ProvenState, number: number, base: Status): OrganisationEntry {
  const shown = (status: Status, reason: string, profile: string | null = null): OrganisationEntry => ({
    number,
    status,
    reason,
    profile,
  });
  const claim = state.bundle.organisations.find((organisation) => organisation.number === number);
  let record: OrganisationRecord | null;
  let registered: Uint8Array;
  try {
    record = state.organisation(number);
    registered = state.profileHash(number);
  } catch (failure) {
    if (failure instanceof ProofNodeMissing) return shown("withheld_by_server", "proof_missing");
    throw failure;
  }
  if (record === null) return shown("refused", "organisation_unknown");
  if (claim === undefined) return shown("withheld_by_server", "profile_missing");
  if (!equalBytes(keccak(utf8Bytes(claim.profile)), registered)) return shown("refused", "profile_disagrees");
  return shown(base, record.isActive ? "profile_agrees" : "suspended", claim.profile);
}
