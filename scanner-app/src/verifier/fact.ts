/** Making facts: one maker for each fact of a verdict. */
import type { Arguments, Fact, FactId, Status } from "./verdict-shape";

export type FactMaker = (status: Status, reason: string, args?: Arguments) => Fact;

/** Return what makes the fact of an id. */
export function facts(id: FactId): FactMaker {
  return (status, reason, args = {}) => ({ id, status, reason, args });
}
