/** Links: what the lines of one thing say that it is made of and was held by (EPCIS 2.0 §7.4.3 to §7.4.6). */
import type { Corrections } from "./corrections";
import type { Happening } from "./happening";
import type { ReadLine } from "./lines";
import type { Named, Role, Thing } from "./naming";

/** A stay of a thing in a package. */
export interface Containment {
  readonly parent: Named;
  /** Commitment of the event that put it in. */
  readonly packedBy: string;
  readonly start: number;
  /** When the ledger learnt that it was taken out, `null` while it is in. */
  readonly end: number | null;
  /** Commitment of the event that took it out. */
  readonly closedBy: string | null;
}

export interface Input {
  readonly named: Named;
  readonly consumedAt: number;
}

export interface Links {
  /** Lot numbers and inputs, in the order of the lines. */
  readonly madeOf: (string | Input)[];
  /** What is still built in, in the order in which it was. */
  components: Named[];
  containments: Containment[];
  /** What is packed in it now, in the order of packing. */
  contents: Named[];
  /** Whether something was packed in it, or taken out, that is not shown. */
  hidesContents: boolean;
  /** Why this may not be all. */
  readonly gaps: string[];
}

/** Whether a line is by the holder or a member that it admits. */
export type Counts = (line: ReadLine) => boolean;

const LINKING: ReadonlySet<string> = new Set([
  "create",
  "pack",
  "unpack",
  "transform",
  "associate",
  "dissociate",
]);

export function linksOf(
  thing: Thing,
  lines: readonly ReadLine[],
  corrections: Corrections,
  counts: Counts,
): Links {
  const links: Links = {
    madeOf: [],
    components: [],
    containments: [],
    contents: [],
    hidesContents: false,
    gaps: [],
  };
  for (const line of lines) {
    if (!LINKING.has(line.meta.kind)) continue;
    if (line.happening === null) {
      links.gaps.push("link_not_opened");
      continue;
    }
    if (!corrections.stands(line.position)) continue;
    if (corrections.doubtful.has(line.position)) links.gaps.push("link_not_opened");
    if (counts(line)) follow(links, thing, line.happening);
  }
  return links;
}

function follow(links: Links, thing: Thing, told: Happening): void {
  const roles = told.rolesOf(thing);
  const is = (role: Role): boolean => roles.includes(role);
  switch (told.kind) {
    case "create":
      followLot(links, told);
      return;
    case "transform":
      if (!is("output")) return;
      followLot(links, told);
      for (const named of told.namedAs("input")) {
        if (named.thing?.name !== thing.name) links.madeOf.push({ named, consumedAt: told.recordedAt });
      }
      noteKeptBack(links, told, "input");
      if (told.has("/transformationID")) links.gaps.push("transformation_spans_events");
      return;
    case "associate":
      if (!is("parent")) return;
      links.components.push(...told.namedAs("child"));
      noteKeptBack(links, told, "child");
      return;
    case "dissociate": {
      if (!is("parent")) return;
      noteKeptBack(links, told, "child");
      // Without any child the event takes out all of them (EPCIS 2.0 §7.4.7).
      const removed = told.lacks("child") ? null : new Set(told.namedAs("child").map((child) => child.text));
      links.components = links.components.filter(
        (component) => removed !== null && !removed.has(component.text),
      );
      return;
    }
    case "pack": {
      if (is("parent")) {
        links.contents.push(...told.namedAs("child"));
        links.hidesContents ||= told.keptBack.has("child");
        return;
      }
      if (!is("child")) return;
      noteKeptBack(links, told, "parent");
      const start = told.eventTime === null ? told.recordedAt : Math.min(told.eventTime, told.recordedAt);
      for (const parent of told.namedAs("parent")) {
        links.containments.push({ parent, packedBy: told.commitment, start, end: null, closedBy: null });
      }
      return;
    }
    case "unpack": {
      if (is("parent")) {
        const removed = told.lacks("child")
          ? null
          : new Set(told.namedAs("child").map((child) => child.text));
        links.contents = links.contents.filter((child) => removed !== null && !removed.has(child.text));
        links.hidesContents ||= told.keptBack.has("child");
        return;
      }
      if (!is("child")) return;
      noteKeptBack(links, told, "parent");
      const from = told.lacks("parent") ? null : new Set(told.namedAs("parent").map((parent) => parent.text));
      links.containments = links.containments.map((stay) =>
        stay.end === null && (from === null || from.has(stay.parent.text))
          ? { ...stay, end: told.recordedAt, closedBy: told.commitment }
          : stay,
      );
    }
  }
}

/**
 * Return the line by which a package was unpacked whole after an event put something in, `null` if it never was.
 *
 * A DELETE without children takes out all of them and has no line at theirs (EPCIS 2.0 §7.4.3).
 */
export function emptiedAt(
  parcel: Thing,
  lines: readonly ReadLine[],
  corrections: Corrections,
  packedBy: string,
  counts: Counts,
): ReadLine | null {
  let packed = false;
  for (const line of lines) {
    const { happening, meta, position } = line;
    if (line.commitment === packedBy) packed = true;
    else if (
      packed &&
      meta.kind === "unpack" &&
      happening !== null &&
      corrections.stands(position) &&
      !corrections.doubtful.has(position) &&
      counts(line) &&
      happening.lacks("child") &&
      happening.rolesOf(parcel).includes("parent")
    ) {
      return line;
    }
  }
  return null;
}

function followLot(links: Links, told: Happening): void {
  const lot = told.lotNumber;
  if (lot === null) links.gaps.push("lot_not_opened");
  else if (lot !== undefined) links.madeOf.push(lot);
}

function noteKeptBack(links: Links, told: Happening, role: Role): void {
  if (told.keptBack.has(role)) links.gaps.push("link_not_opened");
}
