/** Keys of things and of prefixes (docs/formats.md §1). */
import { joined, utf8Bytes } from "./bytes";
import type { Halves } from "./identifier";
import { keccak } from "./keccak";

export function prefixKey(scheme: string, prefix: string): Uint8Array {
  return keccak(utf8Bytes(`${scheme}:${prefix}`));
}

export function thingKey(halves: Halves): Uint8Array {
  return keccak(joined(prefixKey(halves.scheme, halves.prefix), keccak(utf8Bytes(halves.rest))));
}
