/** Whether a thing, or anything that it rests on, is recalled (traceability/verdict/README.md §3). */
import { facts } from "./fact";
import type { Foundation, Resting } from "./resting";
import type { Dependency, Fact, Status } from "./verdict-shape";

export interface RecallContext {
  readonly base: Status;
  /** Seconds since the block. */
  readonly age: number;
  readonly fresh: boolean;
  /** Whether the thing itself has a head; without one only its own state is known. */
  readonly recorded: boolean;
}

export function recallFact(
  { restsOn, gaps }: Foundation,
  { base, age, fresh, recorded }: RecallContext,
): Fact {
  const fact = facts("recall");
  for (const state of ["recalled", "quarantined"]) {
    const marked = restsOn.filter((resting) => resting.gap === null && resting.state === state);
    const [first] = marked;
    if (first !== undefined) {
      const { id, why, since } = first;
      return fact(base, state, { id, why, since, count: marked.length });
    }
  }
  const [subject] = restsOn;
  if (subject?.gap === "proof_missing") return fact("withheld_by_server", "proof_missing");
  if (!fresh) return fact("not_checked", "stale", { age });
  const open = gaps.length > 0 || recorded ? gaps : [["never_recorded", subject?.id ?? ""] as const];
  const [found] = open;
  if (found !== undefined) {
    return fact("not_checked", "own_state_only", { because: found[0], id: found[1], count: open.length });
  }
  return fact(base, "not_recalled", { checked: restsOn.length });
}

export function dependencyOf(resting: Resting, base: Status, fresh: boolean): Dependency {
  const { id, why, of, state, since, gap } = resting;
  const shown = (status: Status, reason: string): Dependency => ({ id, why, of, status, reason, since });
  if (gap === "proof_missing") return shown("withheld_by_server", gap);
  if (gap !== null) return shown("not_checked", gap);
  return state === "active" && !fresh ? shown("not_checked", "stale") : shown(base, state);
}
