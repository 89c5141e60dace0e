/** RFC 8785: the one text of a JSON value. */
import { BundleRefused } from "./errors";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const DEPTH_LIMIT = 32;
/** A surrogate without its other half: no Unicode text has one. */
export const LONE_SURROGATE = /\p{Cs}/u;

/** Return the canonical text; ECMAScript's own writing of numbers and strings is the one that RFC 8785 asks for. */
export function canonicalJson(value: Json, depth = 0): string {
  if (depth > DEPTH_LIMIT) throw new BundleRefused("json-too-deep");
  if (typeof value === "string") {
    if (LONE_SURROGATE.test(value)) throw new BundleRefused("json-not-unicode");
    return JSON.stringify(value);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item, depth + 1)).join(",")}]`;
  const object = value as { readonly [name: string]: Json };
  const members = Object.keys(object)
    .sort()
    .map((name) => `${canonicalJson(name)}:${canonicalJson(object[name] ?? null, depth + 1)}`);
  return `{${members.join(",")}}`;
}

/** Return whether a text is the canonical one of what it says. */
export function isCanonicalJson(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text) as Json) === text;
  } catch {
    return false;
  }
}
