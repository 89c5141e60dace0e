/** Lines of a thing: what each may be taken for, once it is opened and held against its meta (docs/formats.md §3 and §4). */
import { hexOf } from "./bytes";
import { BundleRefused } from "./errors";
import { Happening, isPresent } from "./happening";
import type { Line } from "./head";
import { Flag, type KindName, type Meta, metaOf } from "./meta";
import type { Thing } from "./naming";
import { type Opened, type Opening, openedOf } from "./opening";

/** Told: opened, agrees with its meta, names the thing. Kept back: it, or the leaf that names the thing, is not opened. */
export type Standing = "told" | "kept_back" | "refused";

export interface ReadLine {
  /** Its number, from 0 for the thing's first line. */
  readonly position: number;
  readonly commitment: string;
  readonly meta: Meta;
  readonly standing: Standing;
  readonly reason: string;
  /** What it tells, `null` where it is kept back or refused. */
  readonly happening: Happening | null;
}

/** The kinds that each type and action may have (docs/formats.md §2). */
const KINDS_BY_TYPE: Readonly<Record<string, readonly KindName[]>> = {
  "ObjectEvent OBSERVE": ["observe", "state", "describe", "forget"],
  "ObjectEvent ADD": ["create"],
  "ObjectEvent DELETE": ["end"],
  "AggregationEvent ADD": ["pack"],
  "AggregationEvent DELETE": ["unpack"],
  "AggregationEvent OBSERVE": ["observe"],
  "AssociationEvent ADD": ["associate"],
  "AssociationEvent DELETE": ["dissociate"],
  "AssociationEvent OBSERVE": ["observe"],
  TransformationEvent: ["transform"],
  TransactionEvent: ["transact"],
};

/** Return the lines of a thing, oldest first, each with its standing; `null` where a meta word is none. */
export function readLines(
  thing: Thing,
  lines: readonly Line[],
  openings: ReadonlyMap<string, Opening>,
  first: number,
): readonly ReadLine[] | null {
  const metas = metasOf(lines);
  if (metas === null) return null;
  const seen = new Set<string>();
  return lines.map((line, place) => {
    const commitment = hexOf(line.commitment);
    const found: [Standing, string, Happening | null] = seen.has(commitment)
      ? ["refused", "line_repeated", null]
      : standingOf(thing, line.commitment, metas[place] as Meta, openings.get(commitment));
    seen.add(commitment);
    const [standing, reason, happening] = found;
    return { position: first + place, commitment, meta: metas[place] as Meta, standing, reason, happening };
  });
}

/** Return the lines that do not lead to the head: all refused, and nothing of them opened. */
export function disagreeingLines(lines: readonly Line[], first: number): readonly ReadLine[] {
  return (metasOf(lines) ?? []).map((meta, place) => ({
    position: first + place,
    commitment: "",
    meta,
    standing: "refused",
    reason: "lines_disagree",
    happening: null,
  }));
}

/** Return whether the owner marked a line private, so that keeping it back is the owner's doing. */
export function isByOwner(line: ReadLine): boolean {
  return (line.meta.flags & Flag.PRIVATE) !== 0;
}

function metasOf(lines: readonly Line[]): readonly Meta[] | null {
  try {
    return lines.map((line) => metaOf(line.meta));
  } catch (failure) {
    if (failure instanceof BundleRefused) return null;
    throw failure;
  }
}

function standingOf(
  thing: Thing,
  commitment: Uint8Array,
  meta: Meta,
  opening: Opening | undefined,
): [Standing, string, Happening | null] {
  if (opening === undefined) return ["kept_back", "not_opened", null];
  let opened: Opened;
  try {
    opened = openedOf(commitment, opening);
  } catch (failure) {
    if (failure instanceof BundleRefused) return ["refused", "opening_disagrees", null];
    throw failure;
  }
  if (!agrees(opened, meta)) return ["refused", "header_disagrees", null];
  if (!kindAgrees(opened)) return ["refused", "kind_disagrees", null];
  const happening = new Happening(opened, hexOf(commitment), meta);
  if (happening.rolesOf(thing).length > 0) return ["told", "asserted", happening];
  if (happening.keptBack.size > 0) return ["kept_back", "name_not_opened", null];
  return ["refused", "names_another", null];
}

function agrees(opened: Opened, meta: Meta): boolean {
  return (
    opened.organisation === meta.organisation &&
    opened.kind === meta.kind &&
    opened.flags === meta.flags &&
    opened.state === meta.stateNumber
  );
}

/** Return whether the kind is one that the body may have, as far as it is opened. */
function kindAgrees({ kind, values, pointers }: Opened): boolean {
  if (isPresent(pointers, "/errorDeclaration") !== (kind === "correct")) return false;
  const type = values.get("/type");
  if (kind === "correct" || type?.type !== "string") return true;
  const withoutAction = type.text === "TransformationEvent" || type.text === "TransactionEvent";
  const action = values.get("/action");
  if (!withoutAction && action === undefined) return true;
  const name = withoutAction ? type.text : `${type.text} ${action?.type === "string" ? action.text : ""}`;
  return KINDS_BY_TYPE[name]?.includes(kind) ?? false;
}
