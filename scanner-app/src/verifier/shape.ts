/** The shape in leaf 0: which fields an event has, so that nothing present can be denied (docs/formats.md §4). */
import { byUtf8, hexOf, numberOf, textOf } from "./bytes";
import { OpeningRefused } from "./errors";

const DEPTH_LIMIT = 64;
const LEAVES_LIMIT = 65536;

/** Return the pointers of leaves 2, 3, … that a shape gives; the root must be an object. */
export function pointersOf(shape: Uint8Array): string[] {
  const pointers: string[] = [];
  if (shape[0] !== 1) throw new OpeningRefused("shape-malformed", hexOf(shape.slice(0, 40)));
  const end = walk(shape, 0, "", pointers, 0);
  if (end !== shape.length) throw new OpeningRefused("shape-malformed", hexOf(shape.slice(0, 40)));
  return pointers;
}

function walk(shape: Uint8Array, start: number, pointer: string, pointers: string[], depth: number): number {
  if (depth > DEPTH_LIMIT || pointers.length > LEAVES_LIMIT) throw new OpeningRefused("shape-too-large");
  let place = start + 1;
  const read = (length: number): number => {
    if (place + length > shape.length) throw new OpeningRefused("shape-malformed", String(place));
    place += length;
    return numberOf(shape.slice(place - length, place));
  };
  switch (shape[start]) {
    case 0:
      pointers.push(pointer);
      return place;
    case 1: {
      const count = read(2);
      let before: string | undefined;
      for (let item = 0; item < count; item++) {
        const length = read(2);
        const name = textOf(shape.slice(place, place + length));
        place += length;
        if (before !== undefined && byUtf8(before, name) >= 0)
          throw new OpeningRefused("shape-malformed", name);
        before = name;
        place = walk(shape, place, `${pointer}/${escaped(name)}`, pointers, depth + 1);
      }
      return place;
    }
    case 2: {
      const count = read(4);
      for (let item = 0; item < count; item++) {
        place = walk(shape, place, `${pointer}/${item}`, pointers, depth + 1);
      }
      return place;
    }
    case 3: {
      const count = read(4);
      if (pointers.length + count > LEAVES_LIMIT) throw new OpeningRefused("shape-too-large");
      for (let item = 0; item < count; item++) pointers.push(`${pointer}/${item}`);
      return place;
    }
    default:
      throw new OpeningRefused("shape-malformed", String(start));
  }
}

/** Return a name as a token of an RFC 6901 pointer. */
export function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
