/** Reading JSON strictly: no doubled, unknown or missing names, whole numbers only, one spelling of each value. */
import { bytesOf } from "./bytes";
import { BundleRefused } from "./errors";
import { LONE_SURROGATE } from "./json";

const DEPTH_LIMIT = 16;
const DIGITS_LIMIT = 20;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const WORD = /true|false|null/y;

/** The greatest whole number that every reader of JSON holds exactly. */
export const WHOLE = Number.MAX_SAFE_INTEGER;

/** Return the value of a JSON text; `Map` stands for an object. */
export function parsedStrictly(text: string, longest: number): unknown {
  if (text.length > longest) throw new BundleRefused("json-too-long");
  const reader = new Reader(text);
  const value = reader.value(0);
  if (!reader.atEnd()) throw new BundleRefused("json-invalid", String(reader.place));
  return value;
}

class Reader {
  place = 0;

  constructor(readonly text: string) {}

  value(depth: number): unknown {
    this.skip();
    switch (this.text[this.place]) {
      case "{":
        return this.object(depth);
      case "[":
        return this.list(depth);
      case '"':
        return this.string();
      case "t":
      case "f":
      case "n":
        return JSON.parse(this.match(WORD)) as unknown;
      default:
        return this.number();
    }
  }

  atEnd(): boolean {
    this.skip();
    return this.place === this.text.length;
  }

  private object(depth: number): ReadonlyMap<string, unknown> {
    const members = new Map<string, unknown>();
    this.open(depth);
    if (this.took("}")) return members;
    do {
      this.skip();
      const name = this.string();
      if (members.has(name)) throw new BundleRefused("json-name-doubled", name.slice(0, 80));
      if (!this.took(":")) throw this.invalid();
      members.set(name, this.value(depth + 1));
    } while (this.took(","));
    if (!this.took("}")) throw this.invalid();
    return members;
  }

  private list(depth: number): readonly unknown[] {
    const items: unknown[] = [];
    this.open(depth);
    if (this.took("]")) return items;
    do items.push(this.value(depth + 1));
    while (this.took(","));
    if (!this.took("]")) throw this.invalid();
    return items;
  }

  private open(depth: number): void {
    if (depth >= DEPTH_LIMIT) throw new BundleRefused("json-too-deep");
    this.place += 1;
  }

  private string(): string {
    const written = this.match(STRING);
    try {
      return JSON.parse(written) as string;
    } catch {
      throw this.invalid();
    }
  }

  private number(): number {
    const written = this.match(NUMBER);
    if (/[.eE]/.test(written) || written.length > DIGITS_LIMIT)
      throw new BundleRefused("json-number", written.slice(0, 40));
    return Number(written);
  }

  private took(sign: string): boolean {
    this.skip();
    if (this.text[this.place] !== sign) return false;
    this.place += 1;
    return true;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text)?.[0];
    if (!found) throw this.invalid();
    this.place = pattern.lastIndex;
    return found;
  }

  private skip(): void {
    SPACE.lastIndex = this.place;
    SPACE.exec(this.text);
    this.place = SPACE.lastIndex;
  }

  private invalid(): BundleRefused {
    return new BundleRefused("json-invalid", String(this.place));
  }
}

/** The members of one JSON object, each asked for by name and kind. */
export class Fields {
  readonly #members: ReadonlyMap<string, unknown>;

  constructor(value: unknown, names: readonly string[], optional: readonly string[] = []) {
    if (!(value instanceof Map)) throw new BundleRefused("not-an-object");
    this.#members = value as ReadonlyMap<string, unknown>;
    for (const name of names) if (!this.#members.has(name)) throw new BundleRefused("name-missing", name);
    for (const name of this.#members.keys()) {
      if (!names.includes(name) && !optional.includes(name))
        throw new BundleRefused("name-unknown", name.slice(0, 40));
    }
  }

  raw(name: string): unknown {
    return this.#members.get(name);
  }

  integer(name: string, greatest: number): number {
    return integer(this.raw(name), greatest);
  }

  text(name: string, longest: number): string {
    const value = this.raw(name);
    // Characters are counted as code points, as in Python.
    if (typeof value !== "string" || (value.length > longest && [...value].length > longest)) {
      throw new BundleRefused("not-a-text", name);
    }
    if (LONE_SURROGATE.test(value)) throw new BundleRefused("not-unicode", name);
    return value;
  }

  octets(name: string, length: number): Uint8Array {
    return octets(this.raw(name), length, length);
  }

  /** Return the items of a list; none where it is optional and not there. */
  items<Item>(name: string, most: number, read: (item: unknown) => Item): Item[] {
    return items(this.#members.has(name) ? this.raw(name) : [], most, read);
  }
}

export function integer(value: unknown, greatest: number): number {
  if (typeof value !== "number" || value < 0 || value > greatest)
    throw new BundleRefused("not-a-number", String(value));
  return value;
}

export function octets(value: unknown, least: number, most: number): Uint8Array {
  if (typeof value !== "string") throw new BundleRefused("hex-invalid", String(value).slice(0, 80));
  const bytes = bytesOf(value);
  if (bytes.length < least || bytes.length > most) throw new BundleRefused("hex-length", value.slice(0, 80));
  return bytes;
}

export function items<Item>(value: unknown, most: number, read: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value) || value.length > most) throw new BundleRefused("not-a-list");
  return value.map(read);
}

/** Refuse values that are given twice. */
export function verifyDistinct(values: readonly (string | number)[]): void {
  if (new Set(values).size !== values.length) throw new BundleRefused("given-twice");
}
