/** Bytes and their writings: hexadecimal, UTF-8, big-endian integers. */
import { BundleRefused } from "./errors";

const HEX = /^0x(?:[0-9a-f]{2})*$/;
const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

/** Return the lower-case hexadecimal writing with `0x`. */
export function hexOf(bytes: Uint8Array): string {
  let text = "0x";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}

/** Return the bytes of a hexadecimal writing; only lower case with `0x` is accepted. */
export function bytesOf(text: string, length?: number): Uint8Array {
  if (!HEX.test(text) || (length !== undefined && text.length !== 2 + 2 * length)) {
    throw new BundleRefused("hex-invalid", text.slice(0, 80));
  }
  const bytes = new Uint8Array((text.length - 2) / 2);
  for (let place = 0; place < bytes.length; place++) {
    bytes[place] = (digitAt(text, 2 + 2 * place) << 4) | digitAt(text, 3 + 2 * place);
  }
  return bytes;
}

/** Return the value of a hexadecimal digit; `a` is 97. */
function digitAt(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code < 97 ? code - 48 : code - 87;
}

/** Return the parts joined. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/** Return the unsigned big-endian integer; safe up to 6 bytes as a number. */
export function numberOf(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  if (!Number.isSafeInteger(value)) throw new BundleRefused("number-too-large", hexOf(bytes));
  return value;
}

/** Return the unsigned integer as `length` big-endian bytes. */
export function integerBytes(value: number | bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let rest = BigInt(value);
  for (let place = length - 1; place >= 0; place--) {
    bytes[place] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
}

export function bigintOf(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(hexOf(bytes));
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}

const encoder = new TextEncoder();
// `ignoreBOM` keeps a leading U+FEFF: two different byte strings never read as one text.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Return the text of UTF-8 bytes, or refuse bytes that are none. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BundleRefused("utf8-invalid", hexOf(bytes.slice(0, 40)));
  }
}

/** Order texts by their UTF-8 bytes, which is the order of their code points. */
export function byUtf8(one: string, other: string): number {
  const [left, right] = [utf8Bytes(one), utf8Bytes(other)];
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
