/** What a bundle tells the search for everything that a thing rests on: each answer is proven, or not given. */
import type { ThingClaim } from "./bundle";
import { hexOf, isZero } from "./bytes";
import { ProofNodeMissing } from "./errors";
import { halvesOf, identifierOf } from "./identifier";
import { thingKey } from "./keys";
import { type ReadLine, readLines } from "./lines";
import type { Thing } from "./naming";
import type { Grant, StateRecord } from "./slots";
import { keyOfClaim, leadsTo, type ProvenState } from "./state";

/** Something that the search needs was not shown. */
export class NotTold extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Return a thing with its key under a prefix of a length. */
export function thingUnder(id: string, prefixLength: number): Thing {
  const key = thingKey(halvesOf(identifierOf(id), prefixLength));
  return { id, prefixLength, key, name: hexOf(key) };
}

/** Return scheme and prefix under which a thing stands. */
export function prefixOf(thing: Thing): readonly [string, string] {
  const { scheme, prefix } = halvesOf(identifierOf(thing.id), thing.prefixLength);
  return [scheme, prefix];
}

export class Sources {
  /** Claims by key; of two with one key the first counts. */
  readonly claims = new Map<string, ThingClaim>();
  /** Keys by canonical form. */
  readonly keys = new Map<string, Uint8Array>();
  readonly #lines = new Map<string, readonly ReadLine[] | NotTold>();

  constructor(readonly proven: ProvenState) {
    for (const claim of proven.bundle.things) {
      const key = keyOfClaim(claim);
      if (this.claims.has(hexOf(key))) continue;
      this.claims.set(hexOf(key), claim);
      this.keys.set(claim.id, key);
    }
  }

  grant(thing: Thing): Grant | null {
    return told(() => this.proven.grant(...prefixOf(thing)));
  }

  partnerMask(thing: Thing, organisation: number): number {
    return told(() => this.proven.partnerMask(...prefixOf(thing), organisation));
  }

  state(thing: Thing): StateRecord {
    return told(() => this.proven.state(thing.key));
  }

  head(thing: Thing): Uint8Array {
    return told(() => this.proven.head(thing.key));
  }

  /** Return all lines of a thing, none where its head is empty. */
  lines(thing: Thing): readonly ReadLine[] {
    let found = this.#lines.get(thing.name);
    if (found === undefined) {
      try {
        found = this.#readLines(thing);
      } catch (failure) {
        if (!(failure instanceof NotTold)) throw failure;
        found = failure;
      }
      this.#lines.set(thing.name, found);
    }
    if (found instanceof NotTold) throw found;
    return found;
  }

  /** Return the lines that a claim shows, the whole history or the newest part of it. */
  shownLines(thing: Thing, claim: ThingClaim): readonly ReadLine[] {
    if (!leadsTo(claim, this.head(thing))) throw new NotTold("lines_disagree");
    const lines = readLines(thing, claim.lines, this.proven.bundle.events, claim.from);
    if (lines === null) throw new NotTold("lines_disagree");
    return lines;
  }

  #readLines(thing: Thing): readonly ReadLine[] {
    const head = this.head(thing);
    const claim = this.claims.get(thing.name);
    if (claim === undefined) {
      if (!isZero(head)) throw new NotTold("lines_not_shown");
      return [];
    }
    const lines = this.shownLines(thing, claim);
    if (claim.from > 0) throw new NotTold("older_not_shown");
    return lines;
  }
}

function told<Answer>(read: () => Answer): Answer {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof ProofNodeMissing) throw new NotTold("proof_missing");
    throw failure;
  }
}

/** Return an answer, `null` where it was not told. */
export function orNull<Answer>(read: () => Answer): Answer | null {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof NotTold) return null;
    throw failure;
  }
}
