/**
 * Error declarations and forgetting: which lines of a thing were taken back, by whom, and what replaces them.
 *
 * EPCIS 2.0 §7.4.1.4: an event with `errorDeclaration` repeats the event that it declares wrong. Only whoever asserted
 * an event can take it back; anyone else disputes it.
 */
import type { Happening } from "./happening";
import type { ReadLine } from "./lines";
import { EVENT_HASH } from "./opening";

const CORRECTIVE = "/errorDeclaration/correctiveEventIDs/";

/** Lists of positions by position. */
type Positions = Map<number, number[]>;

export class Corrections {
  readonly declaredWrongBy: Positions = new Map();
  readonly disputedBy: Positions = new Map();
  readonly corrects: Positions = new Map();
  readonly replacedBy: Positions = new Map();
  /** Lines that a declaration may take back that is not opened far enough to tell. */
  readonly doubtful = new Set<number>();
  /** Lines whose content was erased by a signed "forgotten". */
  readonly forgotten = new Set<number>();

  /** Return whether what the line says still holds, for all that is known. */
  stands(position: number): boolean {
    return !this.declaredWrongBy.has(position);
  }
}

/** Return what was taken back of a thing's lines; `holder` is 0 where nobody holds the thing's prefix. */
export function correctionsOf(lines: readonly ReadLine[], holder: number): Corrections {
  const corrections = new Corrections();
  lines.forEach((line, place) => {
    const earlier = lines.slice(0, place);
    if (line.meta.kind === "correct") applyDeclaration(corrections, earlier, line);
    else if (line.meta.kind === "forget" && line.happening)
      applyForgetting(corrections, earlier, line, line.happening, holder);
  });
  applyReplacements(corrections, lines);
  return corrections;
}

function applyDeclaration(
  corrections: Corrections,
  earlier: readonly ReadLine[],
  declaration: ReadLine,
): void {
  const by = declaration.meta.organisation;
  const told = declaration.happening;
  const isNamed = told !== null && (told.text(EVENT_HASH) !== null || told.text("/eventID") !== null);
  for (const line of earlier) {
    if (line.happening === null || line.meta.kind === "correct") continue;
    const may = by === line.meta.organisation;
    if (told === null || !isNamed) {
      if (may) corrections.doubtful.add(line.position);
    } else if (isSameEvent(told, line.happening)) {
      if (may) {
        added(corrections.declaredWrongBy, line.position, declaration.position);
        added(corrections.corrects, declaration.position, line.position);
      } else added(corrections.disputedBy, line.position, declaration.position);
    } else if (may && line.happening.text(EVENT_HASH) === null) corrections.doubtful.add(line.position);
  }
}

function applyForgetting(
  corrections: Corrections,
  earlier: readonly ReadLine[],
  forgetting: ReadLine,
  told: Happening,
  holder: number,
): void {
  const forgotten = told.text("/commitment");
  const by = forgetting.meta.organisation;
  for (const line of earlier) {
    if (
      line.standing === "kept_back" &&
      line.reason === "not_opened" &&
      line.commitment === forgotten &&
      (by === line.meta.organisation || by === holder)
    ) {
      corrections.forgotten.add(line.position);
    }
  }
}

function applyReplacements(corrections: Corrections, lines: readonly ReadLine[]): void {
  for (const [wrong, declarations] of corrections.declaredWrongBy) {
    const named = new Set<string | null>();
    for (const { position, happening } of lines) {
      if (!declarations.includes(position) || happening === null) continue;
      for (const [pointer, value] of happening.values) {
        if (pointer.startsWith(CORRECTIVE) && value.type === "string") named.add(value.text);
      }
    }
    for (const { position, happening } of lines) {
      const id = happening?.text("/eventID") ?? null;
      if (id !== null && named.has(id)) added(corrections.replacedBy, wrong, position);
    }
  }
}

function isSameEvent(one: Happening, other: Happening): boolean {
  return [EVENT_HASH, "/eventID"].some((pointer) => {
    const mine = one.text(pointer);
    return mine !== null && mine === other.text(pointer);
  });
}

function added(positions: Positions, at: number, position: number): void {
  const list = positions.get(at);
  if (list === undefined) positions.set(at, [position]);
  else list.push(position);
}
