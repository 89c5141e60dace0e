/** A happening: one event as far as it was opened, with the words that its line adds (docs/formats.md §3 and §4). */
import type { LeafValue } from "./leaf";
import type { KindName, Meta } from "./meta";
import { type Named, namedAt, type Role, roleAt, type Thing } from "./naming";
import type { Opened } from "./opening";

/** Where the event that brings a thing into being says its lot (CBV 2.0 §9.2): as JSON-LD and as XML name it. */
const LOT_NUMBERS = [
  "/ilmd/{urn:epcglobal:cbv:mda:}lotNumber",
  "/ilmd/{urn:epcglobal:cbv:mda}lotNumber",
] as const;

const STAGE = "/{https:~1~1suyuan.example~1ns~1}stage";

export class Happening {
  readonly kind: KindName;
  readonly organisation: number;
  /** Seconds since 1970, as the ledger says. */
  readonly recordedAt: number;
  readonly values: ReadonlyMap<string, LeafValue>;
  /** The things that it names and shows, in the order of the leaves. */
  readonly named: readonly Named[];
  /** The roles of which at least one thing is named and not shown. */
  readonly keptBack: ReadonlySet<Role>;
  readonly #pointers: readonly string[];

  constructor(
    opened: Opened,
    readonly commitment: string,
    meta: Meta,
  ) {
    const named: Named[] = [];
    const keptBack = new Set<Role>();
    for (const pointer of opened.pointers) {
      const role = roleAt(pointer, opened.kind);
      if (role === null) continue;
      const value = opened.values.get(pointer);
      if (value === undefined) keptBack.add(role);
      else {
        const name = namedAt(role, value);
        if (name !== null) named.push(name);
      }
    }
    this.kind = opened.kind;
    this.organisation = meta.organisation;
    this.recordedAt = meta.time;
    this.values = opened.values;
    this.named = named;
    this.keptBack = keptBack;
    this.#pointers = opened.pointers;
  }

  /** Return the text at a pointer, `null` where there is none or it is not opened. */
  text(pointer: string): string | null {
    const value = this.values.get(pointer);
    return value?.type === "string" ? value.text : null;
  }

  /** Return whether the event has something at a pointer, opened or not. */
  has(pointer: string): boolean {
    return isPresent(this.#pointers, pointer);
  }

  /** Return whether something whose pointer begins so is there and not opened. */
  hides(start: string): boolean {
    return this.#pointers.some(
      (pointer) => pointer.startsWith(start) && pointer !== "" && !this.values.has(pointer),
    );
  }

  get eventTime(): number | null {
    const value = this.values.get("/eventTime");
    return value?.type === "time" ? value.seconds : null;
  }

  get stage(): string | null {
    return this.text(STAGE) ?? this.text(`/ilmd${STAGE}`);
  }

  /** Return the lot that it says, `null` where it does not show it, `undefined` where it says none. */
  get lotNumber(): string | null | undefined {
    const shown = LOT_NUMBERS.map((pointer) => this.text(pointer)).find((text) => text !== null);
    return shown ?? (LOT_NUMBERS.some((pointer) => this.has(pointer)) ? null : undefined);
  }

  namedAs(role: Role): readonly Named[] {
    return this.named.filter((name) => name.role === role);
  }

  /** Return as what it names a thing, in the order of the leaves. */
  rolesOf(thing: Thing): readonly Role[] {
    return this.named
      .filter((name) => name.thing?.name === thing.name && name.text === thing.id)
      .map((name) => name.role);
  }

  /** Return whether it has no place of this role at all, shown or not. */
  lacks(role: Role): boolean {
    return !this.keptBack.has(role) && !this.named.some((name) => name.role === role);
  }
}

/** Return whether a shape has something at or below a pointer: nothing empty is ever committed. */
export function isPresent(pointers: readonly string[], pointer: string): boolean {
  return pointers.some((one) => one === pointer || one.startsWith(`${pointer}/`));
}
