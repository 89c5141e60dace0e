/** Every bundle of tests/vectors/bundles gives the verdict that Python gives, to the byte. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verdictOf } from "../../src/verifier/consumer";
import { canonicalJson, type Json } from "../../src/verifier/json";
import { readJson, VECTORS } from "../material";

interface BundleVector {
  /** A bundle, or its text where it is none. */
  bundle: unknown;
  trustRoot: unknown;
  now: number;
  asked: string | null;
  expected: Json;
}

const folder = join(VECTORS, "bundles");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

test.each(names)("%s", (name) => {
  const { bundle, trustRoot, now, asked, expected } = readJson<BundleVector>(join(folder, name));
  const text = typeof bundle === "string" ? bundle : JSON.stringify(bundle);

  const { verdict } = verdictOf(text, JSON.stringify(trustRoot), now, asked);

  expect(verdict).toEqual(expected);
  expect(canonicalJson(verdict as unknown as Json)).toBe(canonicalJson(expected));
});

test("there are bundles to check", () => {
  expect(names.length).toBeGreaterThan(40);
});
