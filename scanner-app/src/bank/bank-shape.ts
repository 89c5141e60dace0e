/** The shape of a bank's verdict and of a dossier's (traceability/verdict/README.md §5). */
import type { Arguments, OrganisationEntry, Verdict } from "../verifier/verdict-shape";

/** The four answers of a check, the worst first. */
export const OUTCOMES = ["FAIL", "UNKNOWN", "REFER", "PASS"] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** A line on which a check rests. */
export interface Evidence {
  readonly thing: string;
  readonly position: number;
  readonly commitment: string;
}

export interface Check {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly args: Arguments;
  readonly evidence: readonly Evidence[];
}

export interface BankVerdict {
  readonly format: "suyuan-bank-verdict/1";
  readonly asset: string | null;
  readonly overall: Outcome;
  readonly checks: readonly Check[];
  readonly verdict: Verdict;
}

export interface DossierVerdict {
  readonly format: "suyuan-dossier-verdict/1";
  readonly overall: Outcome;
  readonly problems: readonly Check[];
  readonly assets: readonly BankVerdict[];
}

/** What a dossier says of itself: the server's word. */
export interface Dossier {
  readonly borrower: number;
  readonly uscc: string | null;
  /** Seconds since 1970. */
  readonly until: number;
  readonly assets: readonly string[];
}

export interface CheckedDossier {
  readonly verdict: DossierVerdict;
  readonly dossier: Dossier | null;
  /** Names beside the verdicts: borrower, pledgees. */
  readonly organisations: readonly OrganisationEntry[];
  readonly fingerprint: string;
  readonly milliseconds: number;
}

export function check(
  id: string,
  outcome: Outcome,
  reason: string,
  args: Arguments = {},
  evidence: readonly Evidence[] = [],
): Check {
  return { id, outcome, reason, args, evidence };
}

/** Return the worst of some outcomes, UNKNOWN where there is none. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? "UNKNOWN";
}
