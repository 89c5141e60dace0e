/** Both languages say everything, with the same marks, and every reason that a verdict can give has words. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkSentence } from "../../src/bank/sentences";
import type { MessageKey } from "../../src/messages/catalogue";
import english from "../../src/messages/en.json";
import { Words } from "../../src/messages/words";
import chinese from "../../src/messages/zh.json";
import { Reading } from "../../src/page/reading";
import type { Verdict } from "../../src/verifier/verdict-shape";
import { readJson, VECTORS } from "../material";

const folder = join(VECTORS, "bundles");
const verdicts = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(".json"))
  .map((name) => readJson<{ expected: Verdict }>(join(folder, name)).expected);

const marksOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ""))].sort();

test("both catalogues have the same keys", () => {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
});

test("both languages use the same values, save where Chinese needs no plural", () => {
  for (const [key, text] of Object.entries(english)) {
    const other = (chinese as Record<string, string>)[key] ?? "";
    expect([key, marksOf(other).filter((mark) => !marksOf(text).includes(mark))]).toEqual([key, []]);
  }
});

describe.each([
  ["en", english],
  ["zh", chinese],
] as const)("in %s", (language, texts) => {
  const words = new Words(language, texts);

  test("every fact of every vector is a whole sentence", () => {
    for (const verdict of verdicts) {
      const reading = new Reading(verdict, words);
      for (const fact of verdict.facts) {
        const known = words.has(`${fact.id}.${fact.reason}`) || words.has(`any.${fact.reason}`);
        expect([fact.id, fact.reason, known || fact.reason === "bundle_refused"]).toEqual([
          fact.id,
          fact.reason,
          true,
        ]);
        const sentence = reading.sentence(fact);
        expect(sentence.length).toBeGreaterThan(2);
        expect(sentence).not.toMatch(/\{|undefined|NaN|null/);
      }
    }
    expect(verdicts.length).toBeGreaterThan(40);
  });

  test("every step, dependency and certificate of every vector has words", () => {
    for (const { steps, restsOn, attestations, aliases } of verdicts) {
      for (const { reason, kind, state } of steps) {
        const plain = reason === "asserted" || reason === "declared_wrong" || words.has(`step.${reason}`);
        expect([reason, plain]).toEqual([reason, true]);
        expect([kind, words.has(`kind.${kind}`)]).toEqual([kind, true]);
        if (state !== null) expect([state, words.has(`set.${state}`)]).toEqual([state, true]);
      }
      for (const { reason, why } of restsOn) {
        expect([reason, words.has(`rests.${reason}`)]).toEqual([reason, true]);
        expect([why, words.has(`why.${why}`)]).toEqual([why, true]);
      }
      for (const { standing, state } of aliases) {
        expect([standing, words.has(`alias.${standing}`)]).toEqual([standing, true]);
        if (state !== null) expect([state, words.has(`rests.${state}`)]).toEqual([state, true]);
      }
      for (const { reason } of attestations)
        expect([reason, words.has(`attestation.${reason}`)]).toEqual([reason, true]);
    }
  });

  test("every check of a bank has words", () => {
    const rows = readJson<{ checks: [string, "PASS", string][] }[]>(
      join(import.meta.dirname, "..", "bank", "expected.json"),
    );
    const fallback = words.say("any.proof_missing" satisfies MessageKey);
    const [verdict] = verdicts;
    if (verdict === undefined) return;
    const reading = new Reading(verdict, words);

    for (const [id, outcome, reason] of rows.flatMap(({ checks }) => checks)) {
      const sentence = checkSentence(words, reading, { id, outcome, reason, args: {}, evidence: [] });
      expect([id, reason, sentence !== fallback || reason === "proof_missing"]).toEqual([id, reason, true]);
      expect(words.has(`bank.check.${id}`)).toBe(true);
    }
  });
});
