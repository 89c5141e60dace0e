/**
 * Merkle-Patricia walks over one pool of nodes (Ethereum yellow paper, appendix D).
 *
 * Nodes are found by their keccak alone, so a pool cannot lie: it can only lack a node, and then nothing is proven.
 */
import { equalBytes, hexOf } from "./bytes";
import { BundleRefused, ProofNodeMissing } from "./errors";
import { keccak } from "./keccak";
import { decodeRlp, encodeRlp, listOf, numeralOf, type RlpItem, stringOf } from "./rlp";

const EMPTY_ROOT = keccak(Uint8Array.of(0x80));

/** An account of the state trie, as far as a proof needs it. */
export interface Account {
  readonly storageRoot: Uint8Array;
  readonly codeHash: Uint8Array;
}

export class TrieNodes {
  readonly #nodes = new Map<string, Uint8Array>();
  /** Nodes that a walk has met: those near the root are met by every walk. */
  readonly #decoded = new Map<string, readonly RlpItem[]>();

  constructor(pool: readonly Uint8Array[]) {
    for (const node of pool) this.#nodes.set(hexOf(keccak(node)), node);
  }

  /** Return the account at an address under a state root, `null` where it is proven absent. */
  account(stateRoot: Uint8Array, address: Uint8Array): Account | null {
    const value = this.#value(stateRoot, keccak(address));
    if (value === null) return null;
    const fields = listOf(decodeRlp(value));
    if (fields.length !== 4) throw new BundleRefused("account-malformed", hexOf(address));
    numeralOf(fields[0], 8);
    numeralOf(fields[1], 32);
    return { storageRoot: stringOf(fields[2], 32), codeHash: stringOf(fields[3], 32) };
  }

  /** Return the 32 bytes of a storage slot under a storage root; zero where the slot is proven absent. */
  slot(storageRoot: Uint8Array, slot: Uint8Array): Uint8Array {
    const word = new Uint8Array(32);
    const value = this.#value(storageRoot, keccak(slot));
    if (value === null) return word;
    const bytes = numeralOf(decodeRlp(value), 32);
    // A zero is not stored.
    if (bytes.length === 0) throw new BundleRefused("slot-malformed", hexOf(slot));
    word.set(bytes, 32 - bytes.length);
    return word;
  }

  #value(root: Uint8Array, key: Uint8Array): Uint8Array | null {
    if (equalBytes(root, EMPTY_ROOT)) return null;
    const path = nibblesOf(key);
    let node: readonly RlpItem[] = this.#node(root);
    let depth = 0;
    for (;;) {
      if (node.length === 17) {
        const turn = path[depth];
        // All keys have one length, so that a branch never ends one.
        if (turn === undefined || stringOf(node[16]).length > 0)
          throw new BundleRefused("trie-node-malformed");
        const child = node[turn];
        depth += 1;
        if (child instanceof Uint8Array && child.length === 0) return null;
        node = this.#child(child);
        continue;
      }
      if (node.length !== 2) throw new BundleRefused("trie-node-malformed");
      const [isLeaf, part] = compactPath(stringOf(node[0]));
      if (!isLeaf && part.length === 0) throw new BundleRefused("trie-node-malformed");
      const here = path.slice(depth, depth + part.length);
      if (here.length !== part.length || part.some((nibble, place) => nibble !== here[place])) return null;
      depth += part.length;
      if (isLeaf) {
        const value = stringOf(node[1]);
        if (depth !== path.length || value.length === 0) throw new BundleRefused("trie-node-malformed");
        return value;
      }
      node = this.#child(node[1]);
    }
  }

  #child(item: RlpItem | undefined): readonly RlpItem[] {
    // A child whose writing is shorter than 32 bytes stands in its parent instead of being named by its hash.
    if (!(item instanceof Uint8Array)) {
      const node = listOf(item);
      if (encodeRlp(node).length >= 32) throw new BundleRefused("trie-node-malformed");
      return node;
    }
    return this.#node(stringOf(item, 32));
  }

  #node(hash: Uint8Array): readonly RlpItem[] {
    const name = hexOf(hash);
    const known = this.#decoded.get(name);
    if (known !== undefined) return known;
    const bytes = this.#nodes.get(name);
    if (bytes === undefined) throw new ProofNodeMissing(name);
    const node = listOf(decodeRlp(bytes));
    this.#decoded.set(name, node);
    return node;
  }
}

function nibblesOf(bytes: Uint8Array): number[] {
  const nibbles: number[] = [];
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
  return nibbles;
}

/** Return whether a compact path ends in a leaf, and its nibbles (hex-prefix encoding). */
function compactPath(bytes: Uint8Array): [boolean, number[]] {
  const [flag, ...nibbles] = nibblesOf(bytes);
  if (flag === undefined || flag > 3) throw new BundleRefused("trie-node-malformed");
  if (flag % 2 === 1) return [flag >= 2, nibbles];
  if (nibbles[0] !== 0) throw new BundleRefused("trie-node-malformed");
  return [flag >= 2, nibbles.slice(1)];
}
