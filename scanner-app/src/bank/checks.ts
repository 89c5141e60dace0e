/** The checks of a bank: provenance, receipt, title, liens, recall, state, attestations, borrower (verdict/README.md §5). */
import { ALIAS_SCHEMA } from "../verifier/alias-schema";
import { hexOf, isZero } from "../verifier/bytes";
import { ProofNodeMissing } from "../verifier/errors";
import type { Thing } from "../verifier/naming";
import { organisationShown } from "../verifier/organisations";
import type { Arguments, Status } from "../verifier/verdict-shape";
import { type Asset, evidenceOf, type ToldLine } from "./asset";
import { type Check, check, type Outcome } from "./bank-shape";
import { lienRecordOf, lienSlots } from "./liens";

/** Roles whose word about an asset a bank takes without asking further: bank, inspector, regulator. */
const TRUSTED_ROLES = 64 | 128 | 256;

const DESTINATIONS = "/destinationList/";
const DESTINATION = "/destination";

const BY_STATUS: Partial<Record<Status, Outcome>> = {
  refused: "FAIL",
  withheld_by_server: "UNKNOWN",
  hidden_by_owner: "UNKNOWN",
  not_checked: "UNKNOWN",
};

export function proofCheck(asset: Asset): Check {
  const { status, reason } = asset.fact("consensus");
  if (status === "proven") return check("proof", "PASS", reason);
  // Everything below agrees with a block; whether the network stands behind that block a person has to know.
  const outcome = reason === "development_chain" || reason === "clique_depth" ? "REFER" : "UNKNOWN";
  return check("proof", outcome, reason);
}

export function freshnessCheck(asset: Asset): Check {
  const { reason, args } = asset.fact("freshness");
  return check("freshness", reason === "fresh" ? "PASS" : "UNKNOWN", reason, args);
}

/** Whether the story of the asset is whole and goes back to declared origins. */
export function provenanceCheck(asset: Asset): Check {
  const story = asset.fact("story");
  const outcome = BY_STATUS[story.status];
  if (outcome !== undefined) return check("provenance", outcome, story.reason, story.args);
  const told = asset.told(asset.thing);
  const [first] = told;
  if (first === undefined || first.line.position !== 0 || !isMaking(first)) {
    return check("provenance", "REFER", "no_origin", { lines: told.length });
  }
  const evidence = told.filter(isMaking).map(evidenceOf);
  const { gaps, restsOn } = asset.foundation;
  const unknown = gaps.filter(([reason]) => reason !== "not_on_network");
  const [gap] = unknown;
  if (gap !== undefined) {
    const args = { because: gap[0], id: gap[1], count: unknown.length };
    return check(
      "provenance",
      gap[0] === "lines_disagree" ? "FAIL" : "UNKNOWN",
      "upstream_not_shown",
      args,
      evidence,
    );
  }
  const [outside] = gaps;
  if (outside !== undefined) {
    return check(
      "provenance",
      "REFER",
      "origin_outside_network",
      { id: outside[1], count: gaps.length },
      evidence,
    );
  }
  return check("provenance", "PASS", "back_to_origin", { checked: restsOn.length }, evidence);
}

/** Whether a party other than the maker says that it received the asset, or the package that it was in. */
export function receiptCheck(asset: Asset): Check {
  const { holder } = asset;
  const received = asset.toldWithPackages().find((told) => {
    const step = told.happening.text("/bizStep");
    const isReceipt = step === "receiving" || step === "accepting" || told.happening.kind === "unpack";
    return holder !== null && told.line.meta.organisation !== holder && isReceipt;
  });
  if (received !== undefined) {
    const { organisation, time } = received.line.meta;
    return check("receipt", "PASS", "received_by_second_party", { organisation, at: time }, [
      evidenceOf(received),
    ]);
  }
  const story = asset.fact("story");
  if (holder === null || BY_STATUS[story.status] !== undefined) {
    return check("receipt", "UNKNOWN", "story_not_whole", { because: story.reason });
  }
  return check("receipt", "REFER", "no_second_party");
}

/**
 * Whether the borrower owns the asset: an owning party is a GLN, and the holder of its prefix is the owner.
 *
 * A transfer that is not shown may be the newest, so nothing passes while a line or a destination is hidden.
 */
export function titleCheck(asset: Asset, borrower: number): Check {
  const told = asset.toldWithPackages();
  const hidden = !asset.isWhole() || told.some(({ happening }) => happening.hides(DESTINATIONS));
  let newest: readonly [ToldLine, Thing | string] | null = null;
  for (const line of told) {
    for (const party of owningParties(line)) {
      if (newest === null || line.line.meta.time >= newest[0].line.meta.time) newest = [line, party];
    }
  }
  if (newest === null) {
    if (hidden) return check("title", "UNKNOWN", "story_not_whole");
    const made = asset.holder === borrower;
    return check("title", "REFER", made ? "made_by_borrower_and_no_transfer" : "no_transfer_recorded");
  }
  const [line, party] = newest;
  const evidence = [evidenceOf(line)];
  if (typeof party === "string") return check("title", "REFER", "owner_outside_network", { party }, evidence);
  const owner = asset.holderOf(party);
  if (owner === null) return check("title", "UNKNOWN", "owner_not_shown", { party: party.id }, evidence);
  const args = { organisation: owner, party: party.id };
  if (owner !== borrower) return check("title", "FAIL", "owned_by_another", args, evidence);
  if (hidden) return check("title", "UNKNOWN", "story_not_whole", args, evidence);
  return check("title", "PASS", "owned_by_borrower", args, evidence);
}

/** Whether the asset, a package that it is in and the parts in it are free. */
export function lienCheck(asset: Asset): Check {
  const links = asset.links();
  const packages = links.containments.filter((stay) => stay.end === null).map((stay) => stay.parent.thing);
  const places: [Thing | null, string][] = [
    [asset.thing, "asset"],
    ...packages.map((thing): [Thing | null, string] => [thing, "package"]),
    ...links.components.map(({ thing }): [Thing | null, string] => [thing, "component"]),
  ];
  let unknown = false;
  for (const [thing, relation] of places) {
    if (thing === null) continue;
    try {
      const lien = asset.state.slot("liens", lienSlots.encumbrance(thing.key));
      const found = isZero(lien) ? null : lienStanding(asset, lien, thing, relation);
      if (found !== null) return found;
    } catch (failure) {
      if (!(failure instanceof ProofNodeMissing)) throw failure;
      unknown = true;
    }
  }
  return unknown ? check("liens", "UNKNOWN", "proof_missing") : check("liens", "PASS", "unencumbered");
}

export function recallCheck(asset: Asset): Check {
  const { reason, args } = asset.fact("recall");
  const marked = reason === "recalled" || reason === "quarantined";
  return check("recall", marked ? "FAIL" : reason === "not_recalled" ? "PASS" : "UNKNOWN", reason, args);
}

export function stateCheck(asset: Asset): Check {
  const { reason, args, status } = asset.fact("state");
  if (reason === "active") return check("state", "PASS", reason, args);
  const unknown = status === "not_checked" || status === "withheld_by_server";
  return check("state", unknown ? "UNKNOWN" : "FAIL", reason, args);
}

/** A check for each attestation, or one that says that there is none. */
export function attestationChecks(asset: Asset, borrower: number): Check[] {
  const checks = asset.verdict.attestations.flatMap(({ organisation, reason, expiresAt, schema }, number) => {
    // A claim about codes is no testimony about the thing.
    if (schema === ALIAS_SCHEMA) return [];
    const args = { number, organisation, expires: expiresAt ?? 0 };
    const [outcome, why] = attestationOutcome(asset, organisation, reason, borrower);
    return [check("attestation", outcome, why, args)];
  });
  return checks.length > 0 ? checks : [check("attestation", "REFER", "no_attestation")];
}

/** Whether the organisation behind a dossier is the company with the credit code that it states (GB 32100). */
export function borrowerCheck(asset: Asset, borrower: number, creditCode: string | null): Check {
  const shown = organisationShown(asset.state, borrower, asset.base);
  const args: Arguments = { organisation: borrower };
  if (shown.status === "refused") return check("borrower", "FAIL", shown.reason, args);
  if (shown.profile === null) return check("borrower", "UNKNOWN", shown.reason, args);
  if (shown.reason === "suspended") return check("borrower", "FAIL", "suspended", args);
  const uscc = creditCodeOf(shown.profile);
  if (uscc === null) return check("borrower", "REFER", "no_credit_code", args);
  if (creditCode !== null && creditCode !== uscc) {
    return check("borrower", "FAIL", "credit_code_differs", { ...args, uscc, stated: creditCode });
  }
  return check("borrower", "PASS", "identified", { ...args, uscc });
}

function isMaking({ line }: ToldLine): boolean {
  return line.meta.kind === "create" || line.meta.kind === "transform";
}

function owningParties({ happening }: ToldLine): (Thing | string)[] {
  return [...happening.values].flatMap(([pointer, value]): (Thing | string)[] => {
    if (!pointer.startsWith(DESTINATIONS) || !pointer.endsWith(DESTINATION)) return [];
    if (happening.text(`${pointer.slice(0, -DESTINATION.length)}/type`) !== "owning_party") return [];
    if (value.type === "string") return [value.text];
    if (value.type !== "thing") return [];
    const { id, key, prefixLength } = value;
    return [{ id, key, prefixLength, name: hexOf(key) }];
  });
}

/** Return what a lien means, `null` where its reservation ran out. */
function lienStanding(asset: Asset, lien: Uint8Array, thing: Thing, relation: string): Check | null {
  const args: Arguments = { relation, id: thing.id, lien: hexOf(lien) };
  let word: Uint8Array;
  try {
    word = asset.state.slot("liens", lienSlots.lien(lien));
  } catch (failure) {
    if (failure instanceof ProofNodeMissing) return check("liens", "FAIL", "encumbered_by_another", args);
    throw failure;
  }
  const record = lienRecordOf(word);
  if (record === null) return check("liens", "UNKNOWN", "lien_not_shown", args);
  const { state, pledgee, pledgor, since, until } = record;
  if (state !== "active" && !(state === "reserved" && asset.state.header.time <= until)) return null;
  const outcome = relation === "component" ? "REFER" : "FAIL";
  return check("liens", outcome, "encumbered", { ...args, state, pledgee, pledgor, since });
}

function attestationOutcome(
  asset: Asset,
  issuer: number,
  reason: string,
  borrower: number,
): [Outcome, string] {
  switch (reason) {
    case "active":
      if (issuer === borrower) return ["REFER", "attested_by_borrower"];
      return issuerOutcome(asset, issuer);
    case "revoked":
    case "opening_disagrees":
    case "attestation_unknown":
      return ["FAIL", reason];
    case "superseded":
    case "expired":
    case "issuer_suspended":
      return ["REFER", reason];
    default:
      return ["UNKNOWN", reason];
  }
}

function issuerOutcome(asset: Asset, issuer: number): [Outcome, string] {
  try {
    const roles = asset.state.organisation(issuer)?.roles ?? 0;
    return (roles & TRUSTED_ROLES) !== 0 ? ["PASS", "attested"] : ["REFER", "issuer_without_role"];
  } catch (failure) {
    if (failure instanceof ProofNodeMissing) return ["UNKNOWN", "proof_missing"];
    throw failure;
  }
}

function creditCodeOf(profile: string): string | null {
  try {
    const content = JSON.parse(profile) as { readonly uscc?: unknown } | null;
    return typeof content?.uscc === "string" && content.uscc !== "" ? content.uscc : null;
  } catch {
    return null;
  }
}
