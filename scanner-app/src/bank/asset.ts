/** An asset as a bank reads it: the consumer's verdict on it, with the proven state and the lines below. */
import { type Corrections, correctionsOf } from "../verifier/corrections";
import type { Happening } from "../verifier/happening";
import type { ReadLine } from "../verifier/lines";
import { type Containment, type Links, linksOf } from "../verifier/links";
import type { Thing } from "../verifier/naming";
import type { Foundation } from "../verifier/resting";
import { NotTold, type Sources } from "../verifier/sources";
import type { ProvenState } from "../verifier/state";
import type { Fact, FactId, Status, Verdict } from "../verifier/verdict-shape";
import type { Evidence } from "./bank-shape";

/** A line that is opened, agrees with everything and was not taken back. */
export interface ToldLine {
  readonly thing: Thing;
  readonly line: ReadLine;
  readonly happening: Happening;
}

export class Asset {
  constructor(
    readonly verdict: Verdict,
    readonly sources: Sources,
    readonly thing: Thing,
    readonly foundation: Foundation,
  ) {}

  get state(): ProvenState {
    return this.sources.proven;
  }

  /** The status of what agrees with the block. */
  get base(): Status {
    return this.fact("consensus").status === "proven" ? "proven" : "matched";
  }

  fact(id: FactId): Fact {
    const found = this.verdict.facts.find((fact) => fact.id === id);
    return found ?? { id, status: "not_checked", reason: "nothing_checked", args: {} };
  }

  /** Return the organisation that holds a thing's prefix, `null` where nobody does or it is not shown. */
  holderOf(thing: Thing): number | null {
    const grant = orElse(null, () => this.sources.grant(thing));
    return grant?.status === "granted" ? grant.holder : null;
  }

  get holder(): number | null {
    return this.holderOf(this.thing);
  }

  /** Return what stands of a thing's story, none where its lines are not shown. */
  told(thing: Thing): ToldLine[] {
    const lines = orElse([], () => this.sources.lines(thing));
    const corrections = correctionsOf(lines, this.holderOf(thing) ?? 0);
    return lines.flatMap((line) => {
      const { happening, position } = line;
      const stands = corrections.stands(position) && !corrections.doubtful.has(position);
      return happening !== null && stands ? [{ thing, line, happening }] : [];
    });
  }

  /** Return what the asset's own lines tie it to, by whoever asserts it. */
  links(): Links {
    const lines = orElse([], () => this.sources.lines(this.thing));
    const corrections: Corrections = correctionsOf(lines, this.holder ?? 0);
    return linksOf(this.thing, lines, corrections, () => true);
  }

  /** Return the asset's story, then what happened to each package while the asset was in it. */
  toldWithPackages(): ToldLine[] {
    const stays = this.links().containments.flatMap((stay) =>
      stay.parent.thing === null
        ? []
        : this.told(stay.parent.thing).filter(({ line }) => isDuring(stay, line)),
    );
    return [...this.told(this.thing), ...stays];
  }

  /** Return whether every line of the asset, and of its packages while it was in them, is told. */
  isWhole(): boolean {
    return orElse(false, () => {
      const lines = [...this.sources.lines(this.thing)];
      for (const stay of this.links().containments) {
        if (stay.parent.thing === null) return false;
        lines.push(...this.sources.lines(stay.parent.thing).filter((line) => isDuring(stay, line)));
      }
      return lines.every((line) => line.happening !== null);
    });
  }
}

function isDuring({ start, end }: Containment, { meta }: ReadLine): boolean {
  return start <= meta.time && (end === null || meta.time <= end);
}

export function evidenceOf({ thing, line }: ToldLine): Evidence {
  return { thing: thing.id, position: line.position, commitment: line.commitment };
}

/** Return an answer, or something else where it was not told. */
function orElse<Answer>(otherwise: Answer, read: () => Answer): Answer {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof NotTold) return otherwise;
    throw failure;
  }
}
