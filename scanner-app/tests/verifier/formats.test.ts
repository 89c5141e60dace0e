/** The formats of docs/formats.md, held against the vectors that Python and Solidity pass too. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lienRecordOf, lienSlots } from "../../src/bank/liens";
import { openingOf as readOpening } from "../../src/verifier/bundle";
import { bytesOf, hexOf, isZero, utf8Bytes } from "../../src/verifier/bytes";
import { BundleRefused, VerificationFailure } from "../../src/verifier/errors";
import { linesOf, nextHead } from "../../src/verifier/head";
import { halvesOf, identifierOf } from "../../src/verifier/identifier";
import { keccak } from "../../src/verifier/keccak";
import { prefixKey, thingKey } from "../../src/verifier/keys";
import { KIND_NAMES, metaOf } from "../../src/verifier/meta";
import { leafHash, type Opening, openedOf, rootByPath } from "../../src/verifier/opening";
import {
  attestationRecordOf,
  grantOf,
  organisationRecordOf,
  slots,
  stateRecordOf,
} from "../../src/verifier/slots";
import { keyOfClaim } from "../../src/verifier/state";
import { parsedStrictly } from "../../src/verifier/strict-json";
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
    const all = { ...slots, ...lienSlots };
    const names: Readonly<Record<string, keyof typeof all>> = {
      "directory entry": "directoryEntry",
      "members record": "organisationRecord",
      "members profile": "organisationProfile",
      "prefixes grant": "grant",
      "prefixes partner": "partner",
      "ledger head": "head",
      "ledger state": "state",
      "ledger anchor": "anchor",
      "attestations attestation": "attestation",
      "liens lien": "lien",
      "liens asset": "lienAsset",
      "liens quantity": "lienQuantity",
      "liens encumbrance": "encumbrance",
    };
    const { slots: cases } = read<{
      slots: { contract: string; what: string; arguments: (string | number)[]; slot: string }[];
    }>("slots");
    const met = new Set<string>();

    for (const { contract, what, arguments: given, slot } of cases) {
      const name = names[`${contract} ${what}`];
      if (name === undefined) continue;
      met.add(name);
      const compute = all[name] as (...values: unknown[]) => Uint8Array;
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

    expect([...met].sort()).toEqual(Object.keys(all).sort());
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

  test("openings show what was committed", () => {
    const { openings } = read<{ openings: OpeningCase[] }>("commitment");

    for (const { root, opening, header, values, hidden } of openings) {
      const opened = openedOf(bytesOf(root), openingOf(opening));
      expect(opened.organisation).toBe(header?.organisation);
      expect(opened.kind).toBe(KIND_NAMES[header?.kind ?? 99]);
      expect(opened.flags).toBe(header?.flags);
      expect(opened.state).toBe(header?.state);
      expect([...opened.values.keys()]).toEqual(values?.map(([pointer]) => pointer));
      expect(opened.pointers.slice(1).filter((pointer) => !opened.values.has(pointer))).toEqual(hidden);
    }
    expect(openings.length).toBeGreaterThan(3);
  });

  test("openings that show anything else are refused", () => {
    const { refused, refusedJson } = read<{ refused: OpeningCase[]; refusedJson: OpeningCase[] }>(
      "commitment",
    );

    for (const { name, root, opening } of [...refused, ...refusedJson]) {
      expect([name, refusal(() => openedOf(bytesOf(root), openingOf(opening)))]).toEqual([name, "refused"]);
    }
    expect(refused.length).toBeGreaterThan(40);
  });

  test("words, paths and identifiers that are none are refused", () => {
    const meta = read<{ refused: { word: string; reason: string }[] }>("meta");
    const keys = read<{ refused: { canonical: string; prefix: string; reason: string }[] }>("keys");
    const records = read<{ refused: { record: string; word: string; reason: string }[] }>("slots");
    const inclusion = read<{
      refused: { name: string; root: string; data: string; index: number; size: number; path: string[] }[];
    }>("inclusion");
    const readers: Readonly<Record<string, (word: Uint8Array) => unknown>> = {
      organisation: organisationRecordOf,
      grant: grantOf,
      state: stateRecordOf,
      attestation: attestationRecordOf,
      lien: lienRecordOf,
    };

    for (const { word, reason } of meta.refused) {
      expect([reason, refusal(() => metaOf(bytesOf(word)))]).toEqual([reason, "refused"]);
    }
    for (const { canonical, prefix, reason } of keys.refused) {
      const claim = { id: canonical, prefix, from: 0, before: new Uint8Array(32), lines: [] };
      expect([reason, refusal(() => keyOfClaim(claim))]).toEqual([reason, "refused"]);
    }
    for (const { record, word, reason } of records.refused) {
      const reader = readers[record];
      if (reader !== undefined)
        expect([reason, refusal(() => reader(bytesOf(word)))]).toEqual([reason, "refused"]);
    }
    for (const { name, root, data, index, size, path } of inclusion.refused) {
      const hashes = path.map((hash) => bytesOf(hash));
      const answer = refusal(() => {
        const shown = rootByPath(leafHash(bytesOf(data)), index, size, hashes);
        if (hexOf(shown) !== root) throw new BundleRefused("another-root");
      });
      expect([name, answer]).toEqual([name, "refused"]);
    }
  });

  test("records say what their words say", () => {
    const { records } = read<{
      records: { record: string; word: string; fields: Record<string, number> }[];
    }>("slots");
    const word = (record: string): Uint8Array =>
      bytesOf(records.find((one) => one.record === record)?.word ?? "0x");

    expect(organisationRecordOf(word("organisation"))).toEqual({ isActive: true, roles: 65 });
    expect(grantOf(word("grant"))).toEqual({
      status: "granted",
      holder: 7,
      everyone: 11250,
      anchorsForbidden: 4,
    });
    expect(stateRecordOf(word("state"))).toEqual({ state: "recalled", organisation: 7, since: 1764000000 });
    expect(attestationRecordOf(word("attestation"))).toEqual({
      status: "revoked",
      organisation: 7,
      issued: 1764000000,
      expires: 0,
    });
    expect(stateRecordOf(new Uint8Array(32)).state).toBe("active");
    expect(grantOf(new Uint8Array(32))).toBeNull();
  });
});

interface OpeningCase {
  name: string;
  root: string;
  opening: unknown;
  header?: { organisation: number; kind: number; flags: number; state: number };
  values?: [string, unknown][];
  hidden?: string[];
}

function refusal(act: () => unknown): string {
  try {
    act();
    return "accepted";
  } catch (failure) {
    if (failure instanceof VerificationFailure) return "refused";
    throw failure;
  }
}

function openingOf(written: unknown): Opening {
  return readOpening(parsedStrictly(JSON.stringify(written), 1e7));
}
