/** Recursive length prefix, as strict as the nodes are: each value has one writing (Ethereum yellow paper, appendix B). */
import { hexOf, integerBytes, joined, numberOf } from "./bytes";
import { RlpInvalid } from "./errors";

export type RlpItem = Uint8Array | readonly RlpItem[];

const DEPTH_LIMIT = 16;

/** Return the item that the bytes write, the whole of them. */
export function decodeRlp(bytes: Uint8Array): RlpItem {
  const [item, end] = readItem(bytes, 0, 0);
  if (end !== bytes.length) throw new RlpInvalid("rlp-trailing-bytes", String(bytes.length - end));
  return item;
}

export function encodeRlp(item: RlpItem): Uint8Array {
  if (item instanceof Uint8Array) {
    return item.length === 1 && (item[0] ?? 0) < 0x80 ? item : joined(prefix(item.length, 0x80), item);
  }
  const body = joined(...item.map(encodeRlp));
  return joined(prefix(body.length, 0xc0), body);
}

/** Return the item as a list, or refuse it. */
export function listOf(item: RlpItem | undefined): readonly RlpItem[] {
  if (item === undefined || item instanceof Uint8Array) throw new RlpInvalid("rlp-list-expected");
  return item;
}

/** Return the item as bytes, or refuse it. */
export function stringOf(item: RlpItem | undefined, length?: number): Uint8Array {
  if (!(item instanceof Uint8Array)) throw new RlpInvalid("rlp-string-expected");
  if (length !== undefined && item.length !== length) throw new RlpInvalid("rlp-length", hexOf(item));
  return item;
}

/** Return the bytes of an unsigned integer: at most so many, and no leading zero. */
export function numeralOf(item: RlpItem | undefined, most: number): Uint8Array {
  const bytes = stringOf(item);
  if (bytes[0] === 0 || bytes.length > most) throw new RlpInvalid("rlp-number", hexOf(bytes));
  return bytes;
}

function prefix(length: number, offset: number): Uint8Array {
  if (length < 56) return integerBytes(offset + length, 1);
  const size = Math.ceil(length.toString(16).length / 2);
  return joined(integerBytes(offset + 55 + size, 1), integerBytes(length, size));
}

function readItem(bytes: Uint8Array, place: number, depth: number): [RlpItem, number] {
  const first = bytes[place];
  if (first === undefined || depth > DEPTH_LIMIT) throw new RlpInvalid("rlp-truncated", String(place));
  if (first < 0x80) return [bytes.slice(place, place + 1), place + 1];
  const isList = first >= 0xc0;
  const short = first - (isList ? 0xc0 : 0x80);
  const [start, length] = short < 56 ? [place + 1, short] : longLength(bytes, place + 1, short - 55);
  const end = start + length;
  if (end > bytes.length) throw new RlpInvalid("rlp-truncated", String(place));
  if (isList) return [readItems(bytes, start, end, depth + 1), end];
  if (length === 1 && (bytes[start] ?? 0) < 0x80) throw new RlpInvalid("rlp-not-minimal", String(place));
  return [bytes.slice(start, end), end];
}

function readItems(bytes: Uint8Array, start: number, end: number, depth: number): RlpItem[] {
  const items: RlpItem[] = [];
  let place = start;
  while (place < end) {
    const [item, next] = readItem(bytes, place, depth);
    if (next > end) throw new RlpInvalid("rlp-truncated", String(place));
    items.push(item);
    place = next;
  }
  return items;
}

function longLength(bytes: Uint8Array, place: number, size: number): [number, number] {
  const written = bytes.slice(place, place + size);
  if (written.length !== size) throw new RlpInvalid("rlp-truncated", String(place));
  if (written[0] === 0) throw new RlpInvalid("rlp-leading-zero", String(place));
  const length = size > 6 ? Number.POSITIVE_INFINITY : numberOf(written);
  if (length < 56) throw new RlpInvalid("rlp-not-minimal", String(place));
  return [place + size, length];
}
