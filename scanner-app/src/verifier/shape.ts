/** The shape in leaf 0: which fields an event has, so that nothing present can be denied (docs/formats.md §4). */
import { byUtf8, hexOf, numberOf, textOf } from "./bytes";
import { OpeningRefused } from "./errors";

const DEPTH_LIMIT = 32;

/** The number of leaves that an event has at most. */
export const LEAVES_LIMIT = 2 ** 20;

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
    return length > 4 ? 0 : numberOf(shape.slice(place - length, place));
  };
  switch (shape[start]) {
    case 0:
      pointers.push(pointer);
      return place;
    case 1: {
      const count = counted(read(2));
      let before: string | undefined;
      for (let item = 0; item < count; item++) {
        const length = read(2);
        const start = place;
        read(length);
        const name = textOf(shape.slice(start, place));
        if (before !== undefined && byUtf8(before, name) >= 0)
          throw new OpeningRefused("shape-malformed", name);
        before = name;
        place = walk(shape, place, `${pointer}/${escaped(name)}`, pointers, depth + 1);
      }
      return place;
    }
    case 2: {
      const count = counted(read(4));
      let scalars = 0;
      for (let item = 0; item < count; item++) {
        if (shape[place] === 0) scalars += 1;
        place = walk(shape, place, `${pointer}/${item}`, pointers, depth + 1);
      }
      // A list of scalars has a writing of its own, and each event has one shape.
      if (scalars === count) throw new OpeningRefused("shape-malformed", pointer);
      return place;
    }
    case 3: {
      const count = counted(read(4));
      if (pointers.length + count > LEAVES_LIMIT) throw new OpeningRefused("shape-too-large");
      for (let item = 0; item < count; item++) pointers.push(`${pointer}/${item}`);
      return place;
    }
    default:
      throw new OpeningRefused("shape-malformed", String(start));
  }
}

/** Empty lists and objects are dropped before an event is committed. */
function counted(count: number): number {
  if (count === 0) throw new OpeningRefused("shape-malformed");
  return count;
}

/** Return a name as a token of an RFC 6901 pointer. */
export function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
