/** The head of a thing: the number of its lines and a digest of all of them, in one slot (docs/formats.md §3). */
import { integerBytes, joined, numberOf } from "./bytes";
import { keccak } from "./keccak";

export interface Line {
  readonly commitment: Uint8Array;
  readonly meta: Uint8Array;
}

export function linesOf(head: Uint8Array): number {
  return numberOf(head.slice(0, 4));
}

export function nextHead(head: Uint8Array, line: Line): Uint8Array {
  const digest = keccak(joined(head, line.commitment, line.meta)).slice(0, 28);
  return joined(integerBytes(linesOf(head) + 1, 4), digest);
}

/** Return the head after all lines, oldest first. */
export function replayed(before: Uint8Array, lines: readonly Line[]): Uint8Array {
  return lines.reduce(nextHead, before);
}
