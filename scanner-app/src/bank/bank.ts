/**
 * The bank's verdict: whether an asset may be lent against, check by check (traceability/verdict/README.md §5).
 *
 * The whole is the worst of its checks, so it never passes while anything is unknown.
 */
import { verdictOf } from "../verifier/consumer";
import { BundleRefused } from "../verifier/errors";
import { organisationShown } from "../verifier/organisations";
import { trustRootOf } from "../verifier/trust-root";
import type { Fact, OrganisationEntry, Verdict } from "../verifier/verdict-shape";
import { Asset } from "./asset";
import { type BankVerdict, type Check, type CheckedDossier, check, type Dossier, worst } from "./bank-shape";
import {
  attestationChecks,
  borrowerCheck,
  freshnessCheck,
  lienCheck,
  proofCheck,
  provenanceCheck,
  recallCheck,
  receiptCheck,
  stateCheck,
  titleCheck,
} from "./checks";

export const ASSETS_MOST = 100;

export interface BankQuestion {
  readonly trustRoot: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** Organisation that wants to pledge. */
  readonly borrower: number;
  /** USCC that it states. */
  readonly creditCode: string | null;
  readonly asked: string | null;
}

/** Return the verdict on an asset, and the names of whom it speaks. */
export function bankVerdictOf(
  bundle: string,
  { trustRoot, now, borrower, creditCode, asked }: BankQuestion,
): readonly [BankVerdict, readonly OrganisationEntry[]] {
  const { verdict, basis } = verdictOf(bundle, trustRoot, now, asked);
  if (basis === null) return [refused(verdict, asked), []];
  try {
    const asset = new Asset(verdict, basis.sources, basis.thing, basis.foundation);
    const checks = [
      proofCheck(asset),
      freshnessCheck(asset),
      provenanceCheck(asset),
      receiptCheck(asset),
      titleCheck(asset, borrower),
      lienCheck(asset),
      recallCheck(asset),
      stateCheck(asset),
      ...attestationChecks(asset, borrower),
      borrowerCheck(asset, borrower, creditCode),
    ];
    const named = new Set(checks.flatMap(({ args }) => [args.organisation, args.pledgee, args.pledgor]));
    const numbers = [...named].filter((number): number is number => typeof number === "number");
    return [
      bankVerdict(verdict.thing, checks, verdict),
      numbers.map((number) => organisationShown(asset.state, number, asset.base)),
    ];
  } catch (failure) {
    if (!(failure instanceof BundleRefused)) throw failure;
    return [
      bankVerdict(verdict.thing, [check("proof", "FAIL", "bundle_refused", { why: "bundle" })], verdict),
      [],
    ];
  }
}

/** Return the verdict on the text of a dossier file; no exception is thrown for it. */
export function dossierVerdictOf(text: string, trustRoot: string, now: number): CheckedDossier {
  const start = performance.now();
  const read = readDossier(text);
  const problems: Check[] = [];
  const assets: BankVerdict[] = [];
  const organisations = new Map<number, OrganisationEntry>();
  if (read === null) problems.push(check("file", "FAIL", "unreadable"));
  else {
    const { dossier, bundles } = read;
    if (now > dossier.until)
      problems.push(check("file", "UNKNOWN", "dossier_expired", { until: dossier.until }));
    if (bundles.length !== dossier.assets.length) {
      problems.push(
        check("file", "UNKNOWN", "bundles_missing", {
          assets: dossier.assets.length,
          bundles: bundles.length,
        }),
      );
    }
    bundles.slice(0, dossier.assets.length).forEach((bundle, place) => {
      const asked = dossier.assets[place] ?? null;
      const question = { trustRoot, now, borrower: dossier.borrower, creditCode: dossier.uscc, asked };
      const [verdict, named] = bankVerdictOf(JSON.stringify(bundle), question);
      assets.push(verdict);
      for (const entry of named) organisations.set(entry.number, entry);
    });
  }
  const overall = worst([
    ...problems.map((problem) => problem.outcome),
    ...assets.map((asset) => asset.overall),
  ]);
  return {
    verdict: { format: "suyuan-dossier-verdict/1", overall, problems, assets },
    dossier: read?.dossier ?? null,
    organisations: [...organisations.values()],
    fingerprint: fingerprintOf(trustRoot),
    milliseconds: performance.now() - start,
  };
}

function bankVerdict(asset: string | null, checks: readonly Check[], verdict: Verdict): BankVerdict {
  const overall = worst(checks.map(({ outcome }) => outcome));
  return { format: "suyuan-bank-verdict/1", asset, overall, checks, verdict };
}

function refused(verdict: Verdict, asked: string | null): BankVerdict {
  const { reason, args } = verdict.facts[0] as Fact;
  return bankVerdict(verdict.thing ?? asked, [check("proof", "FAIL", reason, args)], verdict);
}

function readDossier(
  text: string,
): { readonly dossier: Dossier; readonly bundles: readonly unknown[] } | null {
  try {
    const { format, dossier, bundles } = JSON.parse(text) as Record<string, unknown>;
    if (format !== "suyuan-dossier/1" || !Array.isArray(bundles)) return null;
    const { borrower, until, assets, uscc } = dossier as Record<string, unknown>;
    if (!Number.isInteger(borrower) || !Number.isInteger(until) || !Array.isArray(assets)) return null;
    if (
      assets.length === 0 ||
      assets.length > ASSETS_MOST ||
      !assets.every((asset) => typeof asset === "string")
    )
      return null;
    if (uscc !== undefined && uscc !== null && typeof uscc !== "string") return null;
    const said = {
      borrower: Number(borrower),
      until: Number(until),
      assets: assets as string[],
      uscc: uscc || null,
    };
    return { dossier: said, bundles };
  } catch {
    return null;
  }
}

function fingerprintOf(trustRoot: string): string {
  try {
    return trustRootOf(trustRoot).fingerprint;
  } catch (failure) {
    if (failure instanceof BundleRefused) return "";
    throw failure;
  }
}
