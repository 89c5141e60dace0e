/** The formats of docs/formats.md, held against the vectors that Python and Solidity pass too. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bytesOf, hexOf, isZero, utf8Bytes } from "../../src/verifier/bytes";
import { VerificationFailure } from "../../src/verifier/errors";
import { keccak } from "../../src/verifier/hashes";
import { linesOf, nextHead } from "../../src/verifier/head";
import { halvesOf, identifierOf } from "../../src/verifier/identifier";
import { prefixKey, thingKey } from "../../src/verifier/keys";
import { KIND_NAMES, metaOf } from "../../src/verifier/meta";
import { leafHash, type Opening, openedOf, rootByPath } from "../../src/verifier/opening";
import { slots } from "../../src/verifier/slots";
import { readJson, VECTORS } from "../material";

const read = <T>(name: string): T => readJson<T>(join(VECTORS, `${name}.json`));

describe.skipIf(!existsSync(join(VECTORS, "keys.json")))("vectors of the formats", () => {
  test("keccak and keys of things", () => {
    const { keccak: published, cases } = read<{
      keccak: { cases: { data: string; digest: string }[] };
      cases: Record<"canonical" | "scheme" | "prefix" | "rest" | "prefixKey" | "restHash" | "key", string>[];
    }>("keys");

    for (const { data, digest } of published.cases) expect(hexOf(keccak(bytesOf(data)))).toBe(digest);
    for (const { canonical, scheme, prefix, rest, ...hashes } of cases) {
      const halves = halvesOf(identifierOf(canonical), prefix.length);
      expect(halves).toEqual({ scheme, prefix, rest });
      expect(hexOf(prefixKey(scheme, prefix))).toBe(hashes.prefixKey);
      expect(hexOf(keccak(utf8Bytes(rest)))).toBe(hashes.restHash);
      expect(hexOf(thingKey(halves))).toBe(hashes.key);
    }
    expect(cases.length).toBeGreaterThan(10);
  });

  test("meta words", () => {
    const { cases } = read<{
      cases: {
        kind: number;
        flags: number;
        state: number;
        organisation: number;
        keyNumber: number;
        time: string;
        word: string;
      }[];
    }>("meta");

    for (const { kind, flags, state, organisation, keyNumber, time, word } of cases) {
      if (!Number.isSafeInteger(Number(time))) {
        // Such a time is none of this universe: a verdict has no number for it.
        expect(() => metaOf(bytesOf(word))).toThrow(VerificationFailure);
        continue;
      }
      expect(metaOf(bytesOf(word))).toMatchObject({
        kind: KIND_NAMES[kind],
        flags,
        stateNumber: state,
        organisation,
        keyNumber,
        time: Number(time),
      });
    }
  });

  test("heads", () => {
    const { steps } = read<{ steps: Record<"before" | "commitment" | "meta" | "after", string>[] }>("head");

    for (const { before, commitment, meta, after } of steps) {
      const head = nextHead(bytesOf(before), { commitment: bytesOf(commitment), meta: bytesOf(meta) });
      expect(hexOf(head)).toBe(after);
      expect(linesOf(head)).toBe(linesOf(bytesOf(before)) + 1);
    }
  });

  test("storage slots", () => {
    const names: Readonly<Record<string, keyof typeof slots>> = {
      "directory entry": "directoryEntry",
      "members organisation record": "organisationRecord",
      "members organisation profile": "organisationProfile",
      "members member key": "memberKey",
      "prefixes grant": "grant",
      "prefixes partner": "partner",
      "prefixes node": "node",
      "ledger head": "head",
      "ledger state": "state",
      "ledger stream": "stream",
      "ledger anchor": "anchor",
      "attestations schema": "schema",
      "attestations attestation": "attestation",
      "attestations attestation successor": "attestationSuccessor",
      "liens lien": "lien",
      "liens lien asset": "lienAsset",
      "liens lien quantity": "lienQuantity",
      "liens encumbrance": "encumbrance",
    };
    const { slots: cases } = read<{
      slots: { contract: string; what: string; arguments: (string | number)[]; slot: string }[];
    }>("slots");
    const met = new Set<string>();

    for (const { contract, what, arguments: given, slot } of cases) {
      const name = names[`${contract} ${what.replaceAll("_", " ")}`];
      if (name === undefined) continue;
      met.add(name);
      const compute = slots[name] as (...values: unknown[]) => Uint8Array;
      const values = given.map((value) =>
        typeof value !== "string"
          ? value
          : value.startsWith("0x")
            ? bytesOf(value)
            : /^\d+$/.test(value)
              ? BigInt(value)
              : value,
      );
      expect([name, hexOf(compute(...values))]).toEqual([name, slot]);
    }

    expect([...met].sort()).toEqual(Object.keys(slots).sort());
  });

  test("paths of inclusion", () => {
    const { published } = read<{
      published: {
        leaves: string[];
        roots: string[];
        paths: { index: number; size: number; path: string[] }[];
      };
    }>("inclusion");

    for (const { index, size, path } of published.paths) {
      const leaf = leafHash(bytesOf(published.leaves[index] ?? "0x"));
      const root = rootByPath(
        leaf,
        index,
        size,
        path.map((hash) => bytesOf(hash)),
      );
      expect(hexOf(root)).toBe(published.roots[size]);
      expect(isZero(root)).toBe(false);
    }
    expect(published.paths.length).toBeGreaterThan(3);
  });

  test("openings show what was committed, and nothing else", () => {
    const { cases } = read<{
      cases: {
        name: string;
        root: string;
        openings?: {
          pointers?: string[];
          opening: { size: number; leaves: [number, string][]; hashes: string[] };
        }[];
      }[];
    }>("commitment");
    let opened = 0;

    for (const { root, openings } of cases) {
      for (const { opening } of openings ?? []) {
        const shown = openedOf(bytesOf(root), openingOf(opening));
        expect(shown.values.size).toBe(opening.leaves.length - 1);
        opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(0);
  });
});

function openingOf(written: { size: number; leaves: [number, string][]; hashes: string[] }): Opening {
  return {
    size: written.size,
    leaves: written.leaves.map(([index, preimage]) => [index, bytesOf(preimage)] as const),
    hashes: written.hashes.map((hash) => bytesOf(hash)),
  };
}
