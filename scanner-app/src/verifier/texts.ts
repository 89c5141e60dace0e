/** Values of opened leaves as text, the same in every implementation (traceability/verdict/README.md §1). */
import { decimalText, type LeafValue } from "./leaf";
import { EVENT_HASH, SCHEMA } from "./opening";
import type { LeafTexts } from "./verdict-shape";

export function leafText(value: LeafValue): string {
  switch (value.type) {
    case "string":
    case "json":
      return value.text;
    case "decimal":
      return decimalText(value.decimal);
    case "time":
      return String(value.seconds);
    case "thing":
      return value.id;
    case "boolean":
      return String(value.value);
    case "header":
      return "";
  }
}

/** Return pointer and text of all opened leaves but leaf 1, in the order of the leaves. */
export function leafTexts(values: ReadonlyMap<string, LeafValue>): LeafTexts {
  return [...values]
    .filter(([pointer]) => pointer !== EVENT_HASH && pointer !== SCHEMA)
    .map(([pointer, value]) => [pointer, leafText(value)] as const);
}
