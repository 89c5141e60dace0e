/** Naming places: where an event names a thing, and as what (EPCIS 2.0 §7.4, docs/formats.md §4). */
import { hexOf } from "./bytes";
import type { LeafValue } from "./leaf";
import type { KindName } from "./meta";

export type Role = "subject" | "parent" | "child" | "input" | "output";

/** A thing with the key that the ledger knows it by. */
export interface Thing {
  readonly id: string;
  readonly prefixLength: number;
  readonly key: Uint8Array;
  /** The key in hexadecimal, to compare and look up by. */
  readonly name: string;
}

/** A thing as an event names it; `thing` is `null` where it is under no granted prefix. */
export interface Named {
  readonly role: Role;
  readonly text: string;
  readonly thing: Thing | null;
}

const ROLES: Readonly<Record<string, Role>> = {
  epcList: "subject",
  childEPCs: "child",
  inputEPCList: "input",
  outputEPCList: "output",
  quantityList: "subject",
  childQuantityList: "child",
  inputQuantityList: "input",
  outputQuantityList: "output",
};
const LIST_PLACE =
  /^\/(?:(epcList|childEPCs|inputEPCList|outputEPCList)\/\d+|(\w*[qQ]uantityList)\/\d+\/epcClass)$/;
const STATEMENT_PLACE = /^\/(?:id|subject|things\/\d+)$/;

/** Return as what an event of a kind names whatever stands at a pointer, `null` at all other places. */
export function roleAt(pointer: string, kind: KindName): Role | null {
  const isStatement = kind === "statement" || kind === "describe" || kind === "forget";
  if (isStatement && STATEMENT_PLACE.test(pointer)) return "subject";
  if (pointer === "/parentID") return "parent";
  const match = LIST_PLACE.exec(pointer);
  return (match && ROLES[match[1] ?? match[2] ?? ""]) ?? null;
}

/** Return what is named by a value at a naming place, `null` where the value is neither thing nor text. */
export function namedAt(role: Role, value: LeafValue): Named | null {
  if (value.type === "thing") {
    const { id, key, prefixLength } = value;
    return { role, text: id, thing: { id, key, prefixLength, name: hexOf(key) } };
  }
  return value.type === "string" ? { role, text: value.text, thing: null } : null;
}
