/** Reading an opening: some leaves of a commitment, and the hashes of what stays closed (docs/formats.md §4). */
import { equalBytes, hexOf, joined, numberOf } from "./bytes";
import { BundleRefused, OpeningRefused } from "./errors";
import { halvesOf, identifierOf } from "./identifier";
import { thingKey } from "./keys";
import { type LeafValue, leafOf } from "./leaf";
import { FLAGS, KIND_NAMES, KINDS, type KindName, STATEMENT_KINDS, STATES } from "./meta";
import { sha } from "./sha-256";
import { LEAVES_LIMIT, pointersOf } from "./shape";

export interface Opening {
  readonly size: number;
  readonly leaves: readonly (readonly [number, Uint8Array])[];
  readonly hashes: readonly Uint8Array[];
}

export interface Opened {
  readonly organisation: number;
  readonly kind: KindName;
  readonly flags: number;
  readonly state: number;
  /** Opened values by pointer; `hash:cbv2.0` is the event hash. */
  readonly values: ReadonlyMap<string, LeafValue>;
  /** Every pointer of the event, opened or not, in the order of the leaves. */
  readonly pointers: readonly string[];
}

export const EVENT_HASH = "hash:cbv2.0";
/** Pointer of leaf 1 of a statement. */
export const SCHEMA = "schema";
const HEADER_LENGTH = 13;
const LEAF_TAG = Uint8Array.of(0);
const NODE_TAG = Uint8Array.of(1);

/** Openings that were read: an event that packs many things is a line of each of them. */
const READ = new WeakMap<Opening, { readonly commitment: Uint8Array; readonly opened: Opened }>();

/** Return what an opening shows of a commitment, or refuse it. */
export function openedOf(commitment: Uint8Array, opening: Opening): Opened {
  const known = READ.get(opening);
  if (known !== undefined && equalBytes(known.commitment, commitment)) return known.opened;
  try {
    const opened = readOpening(commitment, opening);
    READ.set(opening, { commitment, opened });
    return opened;
  } catch (failure) {
    if (failure instanceof BundleRefused) throw new OpeningRefused(failure.reason, failure.value);
    throw failure;
  }
}

function readOpening(commitment: Uint8Array, opening: Opening): Opened {
  verifyOrder(opening);
  if (!equalBytes(rootOf(opening), commitment)) throw new OpeningRefused("opening-root", hexOf(commitment));
  const first = opening.leaves[0];
  if (first === undefined || first[0] !== 0) throw new OpeningRefused("opening-without-header");
  const header = leafOf(first[1]);
  if (header.pointer !== "" || header.value.type !== "header")
    throw new OpeningRefused("opening-without-header");
  const bytes = header.value.bytes;
  if (bytes.length < HEADER_LENGTH || bytes[0] !== 1 || bytes[1] !== 1) {
    throw new OpeningRefused("header-leaf-malformed", hexOf(bytes.slice(0, HEADER_LENGTH)));
  }
  const kind = bytes[6] ?? 255;
  if (kind > KINDS || (bytes[7] ?? 0) > FLAGS || (bytes[8] ?? 0) >= STATES.length) {
    throw new OpeningRefused("header-leaf-malformed", hexOf(bytes.slice(0, HEADER_LENGTH)));
  }
  const pointers = [
    "",
    STATEMENT_KINDS.has(kind) ? SCHEMA : EVENT_HASH,
    ...pointersOf(bytes.slice(HEADER_LENGTH)),
  ];
  if (numberOf(bytes.slice(9, HEADER_LENGTH)) !== opening.size || pointers.length !== opening.size) {
    throw new OpeningRefused("opening-size", String(opening.size));
  }
  return {
    organisation: numberOf(bytes.slice(2, 6)),
    kind: KIND_NAMES[kind] ?? "statement",
    flags: bytes[7] ?? 0,
    state: bytes[8] ?? 0,
    values: valuesOf(opening, pointers),
    pointers,
  };
}

/** Return the root of an RFC 9162 tree from the path of one leaf (§2.1.3.2). */
export function rootByPath(
  leafHash: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array {
  let [node, last] = [index, size - 1];
  let hash = leafHash;
  if (index >= size) throw new OpeningRefused("path-malformed");
  for (const sibling of path) {
    if (last === 0) throw new OpeningRefused("path-malformed");
    if (node % 2 === 1 || node === last) {
      hash = sha(joined(NODE_TAG, sibling, hash));
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else {
      hash = sha(joined(NODE_TAG, hash, sibling));
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  if (last !== 0) throw new OpeningRefused("path-malformed");
  return hash;
}

export function leafHash(data: Uint8Array): Uint8Array {
  return sha(joined(LEAF_TAG, data));
}

/** Verify that a thing's key is the one that its canonical form and the length of its prefix give. */
function verifyThing(thing: LeafValue & { type: "thing" }): void {
  const key = thingKey(halvesOf(identifierOf(thing.id), thing.prefixLength));
  if (!equalBytes(key, thing.key)) throw new OpeningRefused("thing-key", thing.id);
}

function verifyOrder(opening: Opening): void {
  let before = -1;
  for (const [index] of opening.leaves) {
    if (index <= before || index >= opening.size) throw new OpeningRefused("opening-order", String(index));
    before = index;
  }
}

function valuesOf(opening: Opening, pointers: readonly string[]): Map<string, LeafValue> {
  const values = new Map<string, LeafValue>();
  for (const [index, preimage] of opening.leaves.slice(1)) {
    const leaf = leafOf(preimage);
    const pointer = pointers[index];
    if (
      leaf.pointer !== pointer ||
      leaf.value.type === "header" ||
      (index === 1 && leaf.value.type !== "string")
    ) {
      throw new OpeningRefused("leaf-misplaced", leaf.pointer);
    }
    if (leaf.value.type === "thing") verifyThing(leaf.value);
    values.set(pointer, leaf.value);
  }
  return values;
}

/** Walk the tree depth first from the left; a closed subtree takes the next hash. */
function rootOf(opening: Opening): Uint8Array {
  let nextLeaf = 0;
  let nextHash = 0;
  const subtree = (start: number, size: number): Uint8Array => {
    const leaf = opening.leaves[nextLeaf];
    if (leaf === undefined || leaf[0] >= start + size) {
      const hash = opening.hashes[nextHash++];
      if (hash === undefined) throw new OpeningRefused("opening-hash-missing");
      return hash;
    }
    if (size === 1) {
      nextLeaf += 1;
      return leafHash(leaf[1]);
    }
    const split = splitOf(size);
    return sha(joined(NODE_TAG, subtree(start, split), subtree(start + split, size - split)));
  };
  if (opening.size < 3 || opening.size > LEAVES_LIMIT)
    throw new OpeningRefused("opening-size", String(opening.size));
  const root = subtree(0, opening.size);
  if (nextHash !== opening.hashes.length) throw new OpeningRefused("opening-hash-unused");
  return root;
}

/** Return the largest power of two below a size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
