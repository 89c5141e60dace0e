/** The bank's verdict on every bundle of the vectors is the one that Python gives (expected.py writes it down). */
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossierVerdictOf } from "../../src/bank/bank";
import type { Outcome } from "../../src/bank/bank-shape";
import { readJson, VECTORS } from "../material";

interface Row {
  bundle: string;
  borrower: number;
  overall: Outcome;
  checks: [id: string, outcome: Outcome, reason: string][];
}
interface Vector {
  bundle: { question: { id: string } };
  trustRoot: unknown;
  now: number;
  asked: string | null;
}

const rows = readJson<Row[]>(join(import.meta.dirname, "expected.json"));

function dossierOf({ bundle, asked, now }: Vector, borrower: number): string {
  const dossier = { borrower, uscc: null, assets: [asked ?? bundle.question.id], until: now };
  return JSON.stringify({ format: "suyuan-dossier/1", dossier, bundles: [bundle], verdicts: [] });
}

test("every check agrees with Python's", () => {
  for (const { bundle, borrower, overall, checks } of rows) {
    const vector = readJson<Vector>(join(VECTORS, "bundles", `${bundle}.json`));

    const { verdict } = dossierVerdictOf(
      dossierOf(vector, borrower),
      JSON.stringify(vector.trustRoot),
      vector.now,
    );

    const told = verdict.assets[0]?.checks.map(({ id, outcome, reason }) => [id, outcome, reason]);
    expect([bundle, borrower, told]).toEqual([bundle, borrower, checks]);
    expect([bundle, borrower, verdict.overall]).toEqual([bundle, borrower, overall]);
  }
  expect(rows.length).toBeGreaterThan(80);
});

test("a dossier that is none, has expired or lacks proofs never passes", () => {
  const vector = readJson<Vector>(join(VECTORS, "bundles", "sealed_by_a_quorum.json"));
  const root = JSON.stringify(vector.trustRoot);
  const whole = dossierOf(vector, 1);

  expect(dossierVerdictOf("{}", root, vector.now).verdict.overall).toBe("FAIL");
  expect(dossierVerdictOf(whole, root, vector.now + 1).verdict.problems[0]?.reason).toBe("dossier_expired");
  const lacking = JSON.stringify({ ...JSON.parse(whole), bundles: [] });
  expect(dossierVerdictOf(lacking, root, vector.now).verdict.overall).toBe("UNKNOWN");
});
