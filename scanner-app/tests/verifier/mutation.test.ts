/** Whatever is changed in a bundle, it never says more than it did, and never in other words. */
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verdictOf } from "../../src/verifier/consumer";
import type { Verdict } from "../../src/verifier/verdict-shape";
import { readJson, VECTORS } from "../material";

const { bundle, trustRoot, now, asked } = readJson<{
  bundle: Record<string, unknown>;
  trustRoot: unknown;
  now: number;
  asked: string;
}>(join(VECTORS, "bundles", "sealed_by_a_quorum.json"));
const TEXT = JSON.stringify(bundle);
const ROOT = JSON.stringify(trustRoot);
const HONEST = verdictOf(TEXT, ROOT, now, asked).verdict;

/** Return what a verdict calls proven, or claims, as texts. */
function assertions(verdict: Verdict): Set<string> {
  const told = new Set<string>();
  for (const { id, status, reason, args } of verdict.facts) {
    if (status === "proven") told.add(JSON.stringify([id, reason, args]));
  }
  for (const { declaredWrongBy, disputedBy, corrects, replacedBy, ...step } of verdict.steps) {
    // Whoever may not see a step may not see what it is tied to; that it was declared wrong stays in the reason.
    if (step.status === "proven") told.add(JSON.stringify(step));
  }
  for (const resting of verdict.restsOn) if (resting.status === "proven") told.add(JSON.stringify(resting));
  for (const organisation of verdict.organisations)
    if (organisation.status === "proven") told.add(JSON.stringify(organisation));
  for (const { statement, ...attestation } of verdict.attestations) {
    if (attestation.status === "proven") told.add(JSON.stringify(attestation));
    for (const pair of statement) told.add(JSON.stringify(pair));
  }
  for (const pair of verdict.product ?? []) told.add(JSON.stringify(pair));
  return told;
}

const TOLD = assertions(HONEST);

/** "Not recalled" counts what was looked at; fewer is only said where the search is whole. */
function verifyNothingNew(text: string): void {
  const { verdict } = verdictOf(text, ROOT, now, asked);
  for (const told of assertions(verdict)) expect(TOLD).toContain(told);
}

test("the honest bundle is proven", () => {
  expect(HONEST.facts.find((fact) => fact.id === "recall")).toMatchObject({
    status: "proven",
    reason: "not_recalled",
  });
});

test("a changed hexadecimal digit proves nothing new", () => {
  const places = [...TEXT.matchAll(/0x[0-9a-f]+/g)].flatMap((match) => {
    const start = (match.index ?? 0) + 2;
    return [start, start + Math.floor((match[0].length - 2) / 2), start + match[0].length - 3];
  });

  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(..."0123456789abcdef"), (place, digit) => {
      verifyNothingNew(TEXT.slice(0, place) + digit + TEXT.slice(place + 1));
    }),
    { numRuns: 150 },
  );
});

test("a list that lacks, repeats or exchanges items proves nothing new", () => {
  const paths = listPaths(bundle);

  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.nat(),
      fc.constantFrom("drop", "repeat", "exchange", "empty"),
      (path, one, other, how) => {
        const changed = JSON.parse(TEXT) as Record<string, unknown>;
        const list = at(changed, path);
        if (list.length === 0) return;
        const [first, second] = [one % list.length, other % list.length];
        if (how === "drop") list.splice(first, 1);
        else if (how === "repeat") list.push(list[first]);
        else if (how === "exchange") [list[first], list[second]] = [list[second], list[first]];
        else list.splice(0);
        verifyNothingNew(JSON.stringify(changed));
      },
    ),
    { numRuns: 200 },
  );
});

test("an opening that is left out proves nothing new", () => {
  const commitments = Object.keys(bundle.events as object);

  fc.assert(
    fc.property(fc.subarray(commitments), (left) => {
      const changed = JSON.parse(TEXT) as { events: Record<string, unknown> };
      for (const commitment of left) delete changed.events[commitment];
      verifyNothingNew(JSON.stringify(changed));
    }),
    { numRuns: 40 },
  );
});

test("openings that are exchanged prove nothing new", () => {
  const commitments = Object.keys(bundle.events as object);

  fc.assert(
    fc.property(fc.constantFrom(...commitments), fc.constantFrom(...commitments), (one, other) => {
      const changed = JSON.parse(TEXT) as { events: Record<string, unknown> };
      [changed.events[one], changed.events[other]] = [changed.events[other], changed.events[one]];
      verifyNothingNew(JSON.stringify(changed));
    }),
    { numRuns: 40 },
  );
});

test("no text is an exception", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.nat(TEXT.length).map((end) => TEXT.slice(0, end)),
      ),
      (text) => {
        const { verdict } = verdictOf(text, ROOT, now, asked);
        expect(verdict.facts[0]?.status === "refused" || text === TEXT).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

function listPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(value))
    return [[...path], ...value.flatMap((item, place) => listPaths(item, [...path, String(place)]))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => listPaths(item, [...path, name]));
}

function at(value: unknown, path: readonly string[]): unknown[] {
  return path.reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], value) as unknown[];
}
