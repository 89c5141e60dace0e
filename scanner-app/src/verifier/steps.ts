/** Steps: the lines of a thing as a reader is told them, each with its status (traceability/verdict/README.md §1). */
import type { Corrections } from "./corrections";
import type { Happening } from "./happening";
import { isByOwner, type ReadLine } from "./lines";
import { Flag } from "./meta";
import type { Thing } from "./naming";
import type { Status, Step, StepParty } from "./verdict-shape";

/** Return the steps of a thing; `base` is the status of what agrees with the block. */
export function stepsOf(
  thing: Thing,
  lines: readonly ReadLine[],
  corrections: Corrections,
  base: Status,
): readonly Step[] {
  return lines.map((line) => stepOf(thing, line, corrections, base));
}

function stepOf(thing: Thing, line: ReadLine, corrections: Corrections, base: Status): Step {
  const { position, meta } = line;
  const [status, reason] = standingOf(line, corrections, base);
  return {
    position,
    status,
    reason,
    kind: meta.kind,
    organisation: meta.organisation,
    recordedAt: meta.time,
    // A line that sets no state says so by 0, which is not "active" set again.
    state: (meta.flags & Flag.STATE) === 0 ? null : meta.stateNumber === 0 ? "unchanged" : meta.state,
    ...toldOf(line.happening, thing),
    declaredWrongBy: corrections.declaredWrongBy.get(position) ?? [],
    disputedBy: corrections.disputedBy.get(position) ?? [],
    corrects: corrections.corrects.get(position) ?? [],
    replacedBy: corrections.replacedBy.get(position) ?? [],
  };
}

function standingOf(line: ReadLine, corrections: Corrections, base: Status): [Status, string] {
  if (line.standing === "refused") return ["refused", line.reason];
  if (line.standing === "kept_back") {
    if (corrections.forgotten.has(line.position)) return ["hidden_by_owner", "forgotten"];
    return [isByOwner(line) ? "hidden_by_owner" : "withheld_by_server", line.reason];
  }
  if (!corrections.stands(line.position)) return [base, "declared_wrong"];
  if (corrections.doubtful.has(line.position)) return ["not_checked", "may_be_declared_wrong"];
  return [base, line.reason];
}

type Told = Omit<
  Step,
  | "position"
  | "status"
  | "reason"
  | "kind"
  | "organisation"
  | "recordedAt"
  | "state"
  | "declaredWrongBy"
  | "disputedBy"
  | "corrects"
  | "replacedBy"
>;

function toldOf(told: Happening | null, thing: Thing): Told {
  const text = (pointer: string): string | null => (told === null ? null : textAt(told, pointer));
  return {
    role: told?.rolesOf(thing)[0] ?? null,
    eventTime: told?.eventTime ?? null,
    eventType: text("/type"),
    action: text("/action"),
    bizStep: text("/bizStep"),
    disposition: text("/disposition"),
    readPoint: text("/readPoint/id"),
    bizLocation: text("/bizLocation/id"),
    eventId: text("/eventID"),
    eventHash: text("hash:cbv2.0"),
    stage: told?.stage ?? null,
    others: (told?.named ?? [])
      .filter((named) => named.thing?.name !== thing.name)
      .map((named) => ({ role: named.role, id: named.text })),
    sources: told === null ? [] : partiesOf(told, "source"),
    destinations: told === null ? [] : partiesOf(told, "destination"),
  };
}

function textAt(told: Happening, pointer: string): string | null {
  const value = told.values.get(pointer);
  return value?.type === "thing" ? value.id : value?.type === "string" ? value.text : null;
}

/** Return the opened sources or destinations in the order of the leaves, with their types where these are opened. */
function partiesOf(told: Happening, name: "source" | "destination"): StepParty[] {
  const parties: StepParty[] = [];
  const start = `/${name}List/`;
  for (const pointer of told.values.keys()) {
    const [number, ...rest] = pointer.slice(start.length).split("/");
    if (!pointer.startsWith(start) || rest.join("/") !== name) continue;
    const id = textAt(told, pointer);
    if (id !== null) parties.push({ type: told.text(`${start}${number}/type`), id });
  }
  return parties;
}
