/** What whoever recalled a thing said about it, in the event that set the state. */
import type { Happening } from "./happening";
import { organisationShown } from "./organisations";
import type { Foundation } from "./resting";
import { NotTold, type Sources } from "./sources";
import type { OrganisationEntry, Status } from "./verdict-shape";

export interface RecallNotice {
  /** Who set the state, as far as its name is shown. */
  readonly author: OrganisationEntry;
  /** Texts by language; empty where none was given. */
  readonly reason: Readonly<Record<string, string>>;
  readonly advice: Readonly<Record<string, string>>;
}

const NAMESPACE = "/{https:~1~1suyuan.example~1ns~1}";

/** Return the words of the newest line that set the state which counts, `null` where they are not shown. */
export function recallNotice({ restsOn }: Foundation, sources: Sources, base: Status): RecallNotice | null {
  const marked = (state: string): Foundation["restsOn"][number] | undefined =>
    restsOn.find((resting) => resting.gap === null && resting.state === state);
  const first = marked("recalled") ?? marked("quarantined");
  if (!first?.thing) return null;
  try {
    const setting = [...sources.lines(first.thing)]
      .reverse()
      .find((line) => line.meta.kind === "state" && line.meta.state === first.state);
    const told = setting?.happening;
    if (!told) return null;
    const author = organisationShown(sources.proven, told.organisation, base);
    return { author, reason: textsAt(told, "reason"), advice: textsAt(told, "advice") };
  } catch (failure) {
    if (failure instanceof NotTold) return null;
    throw failure;
  }
}

function textsAt(told: Happening, name: string): Record<string, string> {
  const value = told.values.get(NAMESPACE + name);
  if (value?.type === "string") return { "": value.text };
  if (value?.type !== "json") return {};
  const parsed = JSON.parse(value.text) as unknown;
  if (typeof parsed !== "object" || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
