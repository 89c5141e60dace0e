/**
 * What a thing rests on: its lot, its class, its components, its inputs, and the packages that held it at the time.
 *
 * "Not recalled" can be said only when the state of all of these is known (traceability/verdict/README.md §3).
 */
import { correctionsOf } from "./corrections";
import { classOf, followedClassOf, hasHead, identifierOf, lotOf } from "./identifier";
import type { ReadLine } from "./lines";
import { emptiedAt, type Links, linksOf } from "./links";
import { Flag, KIND_NAMES, type StateName } from "./meta";
import type { Named, Thing } from "./naming";
import type { Grant } from "./slots";
import { NotTold, type Sources, thingUnder } from "./sources";

export type Why = "self" | "alias" | "lot" | "class" | "component" | "input" | "content" | "package";

/** One thing that was looked at, and what its state says. */
export interface Resting {
  readonly id: string;
  readonly why: Why;
  readonly of: string | null;
  readonly thing: Thing | null;
  /** The state that counts for the question: active where nothing marks. */
  readonly state: StateName;
  readonly since: number;
  /** Why its state is not known. */
  readonly gap: string | null;
}

export interface Foundation {
  /** In the order of the search, the thing itself first. */
  readonly restsOn: Resting[];
  /** Why there may be more: code and id, in the order found. */
  readonly gaps: [string, string][];
}

interface Visit {
  readonly id: string;
  readonly thing: Thing | null;
  readonly why: Why;
  readonly of: string | null;
  /** Lines recorded later are not looked at; `null`: all are. */
  readonly until: number | null;
  /** From when and until when a package held the thing. */
  readonly start: number | null;
  readonly end: number | null;
  /** Commitment of the event that took it out at `end`. */
  readonly closedBy: string | null;
}

type Mark = readonly [StateName, number];

const VISITS_MOST = 256;

/** `aliases` are the other codes by which both sides know the thing: it rests on them as on itself. */
export function restsOn(subject: Thing, sources: Sources, aliases: readonly Thing[] = []): Foundation {
  const search = new Search(sources);
  const always = { until: null, start: null, end: null, closedBy: null };
  search.enqueue({ id: subject.id, thing: subject, why: "self", of: null, ...always });
  for (const thing of aliases)
    search.enqueue({ id: thing.id, thing, why: "alias", of: subject.id, ...always });
  for (let next = search.queue.shift(); next !== undefined; next = search.queue.shift()) {
    if (search.foundation.restsOn.length >= VISITS_MOST) {
      search.foundation.gaps.push(["too_many", next.id]);
      break;
    }
    search.visit(next);
  }
  return search.foundation;
}

function isMarking(state: StateName): boolean {
  return state === "recalled" || state === "quarantined";
}

/** Breadth first. */
class Search {
  readonly queue: Visit[] = [];
  readonly foundation: Foundation = { restsOn: [], gaps: [] };
  readonly #seen = new Set<string>();

  constructor(readonly sources: Sources) {}

  enqueue(visit: Visit): void {
    const { thing, id, why, until, start, end, closedBy } = visit;
    const identity = JSON.stringify([thing?.name ?? `:${id}`, why, until, start, end, closedBy]);
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.queue.push(visit);
  }

  visit(visit: Visit): void {
    const { id, why, of, thing } = visit;
    const rest = (state: StateName, since: number, gap: string | null): void => {
      if (gap !== null) this.#gap(gap, id);
      this.foundation.restsOn.push({ id, why, of, thing, state, since, gap });
    };
    if (thing === null) {
      rest("active", 0, "not_on_network");
      return;
    }
    const grant = orGap(() => this.sources.grant(thing));
    if (typeof grant === "string") {
      rest("active", 0, grant);
      return;
    }
    if (grant?.status !== "granted") {
      rest("active", 0, "prefix_not_granted");
      return;
    }
    const mark = orGap(() => this.#mark(visit, thing));
    if (typeof mark === "string") rest("active", 0, mark);
    else rest(mark[0], mark[1], null);
    this.#unfold(visit, thing, grant);
  }

  #gap(reason: string, at: string): void {
    this.foundation.gaps.push([reason, at]);
  }

  #mark(visit: Visit, thing: Thing): Mark {
    const { why, end } = visit;
    const { state, since } = this.sources.state(thing);
    if (why !== "package") return [isMarking(state) ? state : "active", since];
    if (state === "active") return ["active", since];
    if (isMarking(state) && (end === null || since < end)) return [state, since];
    const lines = orGap(() => this.sources.lines(thing));
    if (typeof lines === "string") throw new NotTold("package_lines_needed");
    return markWhileInside(lines, visit);
  }

  #unfold(visit: Visit, thing: Thing, grant: Grant): void {
    const identifier = identifierOf(thing.id);
    if (!hasHead(identifier)) return;
    const { why } = visit;
    const isItself = why === "self" || why === "alias";
    const whole = isItself || why === "component" || why === "input" || why === "content";
    const asPackage = why === "package";
    const isPartLot = identifier.level === "lot" && (why === "lot" || why === "component");
    const followed = asPackage ? null : followedClassOf(identifier);
    if (followed !== null) this.#enqueueThing(visit, thingUnder(followed, thing.prefixLength), "class");
    else if (!asPackage && classOf(identifier) !== null) this.#gap("class_not_followed", visit.id);
    const lines = orGap(() => this.sources.lines(thing));
    if (typeof lines === "string") {
      this.#gap(lines, visit.id);
      return;
    }
    if (lines.length === 0 && identifier.level !== "lot" && why !== "alias")
      this.#gap("never_recorded", visit.id);
    const horizon = earlier(visit.until, visit.end);
    const known = lines.filter((line) => horizon === null || line.meta.time <= horizon);
    const corrections = correctionsOf(lines, grant.holder);
    const links = linksOf(thing, known, corrections, (line) => this.#counts(thing, grant, line));
    for (const reason of links.gaps) this.#gap(reason, visit.id);
    if (!asPackage) this.#enqueueMakings(visit, thing, links);
    if (whole && !isPartLot) {
      for (const component of links.components) this.#enqueueNamed(visit, component, "component", horizon);
    }
    if (isItself || why === "content") {
      if (links.hidesContents) this.#gap("contents_not_shown", visit.id);
      for (const content of links.contents) this.#enqueueNamed(visit, content, "content", horizon);
    }
    if (asPackage || (whole && !isPartLot)) this.#enqueuePackages(visit, links);
  }

  /** Return whether a line is by the holder or by a member that it admits. */
  #counts(thing: Thing, grant: Grant, line: ReadLine): boolean {
    const { organisation, kind } = line.meta;
    const allows = (mask: number): boolean => Math.floor(mask / 2 ** KIND_NAMES.indexOf(kind)) % 2 === 1;
    if (organisation === grant.holder || allows(grant.everyone)) return true;
    const mask = orGap(() => this.sources.partnerMask(thing, organisation));
    if (typeof mask === "number") return allows(mask);
    this.#gap(mask, thing.id);
    return false;
  }

  #enqueueMakings(visit: Visit, thing: Thing, links: Links): void {
    const horizon = earlier(visit.until, visit.end);
    for (const making of links.madeOf) {
      if (typeof making !== "string") {
        this.#enqueueNamed(visit, making.named, "input", earlier(horizon, making.consumedAt));
        continue;
      }
      const lot = lotOf(identifierOf(thing.id), making);
      if (lot !== null) this.#enqueueThing(visit, thingUnder(lot, thing.prefixLength), "lot");
    }
  }

  #enqueuePackages(visit: Visit, links: Links): void {
    const horizon = earlier(visit.until, visit.end);
    for (const stay of links.containments) {
      const parcel = stay.parent.thing;
      const emptied = stay.end === null && parcel !== null ? this.#emptiedAt(parcel, stay.packedBy) : null;
      const left = stay.end ?? emptied?.meta.time ?? null;
      const closedBy = stay.closedBy ?? emptied?.commitment ?? null;
      const start = visit.start === null ? stay.start : Math.max(stay.start, visit.start);
      const end = earlier(left, horizon);
      if (end !== null && start > end) continue;
      const { text: id, thing } = stay.parent;
      this.enqueue({
        id,
        thing,
        why: "package",
        of: visit.id,
        until: horizon,
        start,
        end,
        closedBy: end === left ? closedBy : null,
      });
    }
  }

  #emptiedAt(parcel: Thing, packedBy: string): ReadLine | null {
    const grant = orGap(() => this.sources.grant(parcel));
    if (grant === null || typeof grant === "string" || grant.status !== "granted") return null;
    const lines = orGap(() => this.sources.lines(parcel));
    if (typeof lines === "string") return null;
    const corrections = correctionsOf(lines, grant.holder);
    return emptiedAt(parcel, lines, corrections, packedBy, (line) => this.#counts(parcel, grant, line));
  }

  #enqueueThing(visit: Visit, thing: Thing, why: Why): void {
    const until = earlier(visit.until, visit.end);
    this.enqueue({ id: thing.id, thing, why, of: visit.id, until, start: null, end: null, closedBy: null });
  }

  #enqueueNamed(visit: Visit, named: Named, why: Why, until: number | null): void {
    const { text: id, thing } = named;
    this.enqueue({ id, thing, why, of: visit.id, until, start: null, end: null, closedBy: null });
  }
}

/**
 * Return the mark that a package leaves on what it held, by its own changes of state.
 *
 * The package's lines tell the order of a recall and of taking the thing out even within one second.
 */
function markWhileInside(lines: readonly ReadLine[], { start, end, closedBy }: Visit): Mark {
  const changes = lines.filter(({ meta }) => (meta.flags & Flag.STATE) !== 0 && meta.kind === "state");
  const closing = lines.find(({ commitment }) => commitment === closedBy)?.position;
  let mark: Mark = ["active", 0];
  changes.forEach(({ position, meta: { time, state, stateNumber } }, place) => {
    const inside = closing !== undefined ? position < closing : end === null || time <= end;
    const following = changes[place + 1]?.meta.time;
    if (stateNumber === 1) mark = ["active", time];
    else if (isMarking(state) && inside && (following === undefined || following >= (start ?? 0))) {
      mark = [state, time];
    }
  });
  return mark;
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** Return an answer, or as text why there is none. */
function orGap<Answer>(read: () => Answer): Answer | string {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof NotTold) return failure.reason;
    throw failure;
  }
}
