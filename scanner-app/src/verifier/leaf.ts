/** A leaf of a commitment: salt, pointer, type, value (docs/formats.md §4). */
import { bigintOf, hexOf, numberOf, textOf } from "./bytes";
import { OpeningRefused } from "./errors";
import { isCanonicalJson } from "./json";

/** An exact decimal: `mantissa` × 10^`exponent`, as it was written. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

export type LeafValue =
  | { readonly type: "header"; readonly bytes: Uint8Array }
  | { readonly type: "string"; readonly text: string }
  | { readonly type: "decimal"; readonly decimal: Decimal }
  | { readonly type: "time"; readonly seconds: number; readonly nanoseconds: number }
  | { readonly type: "thing"; readonly prefixLength: number; readonly key: Uint8Array; readonly id: string }
  | { readonly type: "json"; readonly text: string }
  | { readonly type: "boolean"; readonly value: boolean };

export interface Leaf {
  readonly pointer: string;
  readonly value: LeafValue;
}

const SALT = 32;
const POINTER = SALT + 2;

/** Return the leaf that a preimage writes. */
export function leafOf(preimage: Uint8Array): Leaf {
  const pointerLength = numberOf(preimage.slice(SALT, POINTER));
  const type = preimage[POINTER + pointerLength];
  if (type === undefined) throw new OpeningRefused("leaf-malformed", hexOf(preimage));
  return {
    pointer: textOf(preimage.slice(POINTER, POINTER + pointerLength)),
    value: typedValue(type, preimage.slice(POINTER + pointerLength + 1)),
  };
}

function typedValue(type: number, bytes: Uint8Array): LeafValue {
  switch (type) {
    case 0:
      return { type: "header", bytes };
    case 1:
      return { type: "string", text: textOf(bytes) };
    case 2:
      return { type: "decimal", decimal: decimalOf(bytes) };
    case 3:
      return timeOf(bytes);
    case 4:
      return thingOf(bytes);
    case 5: {
      const text = textOf(bytes);
      if (!isCanonicalJson(text)) break;
      return { type: "json", text };
    }
    case 6:
      if (bytes.length !== 1 || (bytes[0] ?? 2) > 1) break;
      return { type: "boolean", value: bytes[0] === 1 };
  }
  throw new OpeningRefused("leaf-malformed", `${type} ${hexOf(bytes)}`);
}

function decimalOf(bytes: Uint8Array): Decimal {
  if (bytes.length !== 34) throw new OpeningRefused("leaf-malformed", hexOf(bytes));
  return {
    exponent: Number(BigInt.asIntN(16, bigintOf(bytes.slice(0, 2)))),
    mantissa: BigInt.asIntN(256, bigintOf(bytes.slice(2))),
  };
}

function timeOf(bytes: Uint8Array): LeafValue {
  const seconds = Number(BigInt.asIntN(64, bigintOf(bytes.slice(0, 8))));
  const nanoseconds = numberOf(bytes.slice(8, 12));
  if (bytes.length !== 12 || nanoseconds >= 1e9 || !Number.isSafeInteger(seconds)) {
    throw new OpeningRefused("leaf-malformed", hexOf(bytes));
  }
  return { type: "time", seconds, nanoseconds };
}

function thingOf(bytes: Uint8Array): LeafValue {
  const prefixLength = bytes[0];
  if (prefixLength === undefined || bytes.length < 34)
    throw new OpeningRefused("leaf-malformed", hexOf(bytes));
  return { type: "thing", prefixLength, key: bytes.slice(1, 33), id: textOf(bytes.slice(33)) };
}

/** Return the plain writing of a decimal, all digits as they were committed. */
export function decimalText({ mantissa, exponent }: Decimal): string {
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString();
  const sign = mantissa < 0n ? "-" : "";
  if (exponent >= 0) return sign + digits + (mantissa === 0n ? "" : "0".repeat(exponent));
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
