/** Other codes of the thing, by whose word, and what that is worth: nothing is settled that its holders do not settle. */
import type { AliasEntry } from "../verifier/verdict-shape";
import { element } from "./element";
import { shown } from "./names";
import type { Reading } from "./reading";

export function aliasesOf(reading: Reading): HTMLElement | null {
  const { aliases } = reading.verdict;
  if (aliases.length === 0) return null;
  return element(
    "section",
    { class: "card", id: "aliases" },
    element("h2", {}, reading.words.say("alias.title")),
    element("ul", { class: "parts" }, ...aliases.map((alias) => aliasOf(reading, alias))),
  );
}

function aliasOf(
  reading: Reading,
  { id, organisation, standing, deniedBy, conflicts, state }: AliasEntry,
): HTMLElement {
  const { words } = reading;
  const notes = [
    words.say(`alias.${standing}`, { organisation: reading.organisation(organisation) }),
    ...deniedBy.map((number) => words.say("alias.denied", { organisation: reading.organisation(number) })),
    ...conflicts.map((claim) =>
      words.say("alias.conflict", {
        organisation: reading.organisation(claim.organisation),
        code: shown(claim.code),
        other: shown(claim.other),
      }),
    ),
  ];
  return element(
    "li",
    { class: "alias", "data-standing": standing },
    element("span", { class: "id", translate: "no" }, shown(id)),
    element("p", { class: "help" }, notes.join(" ")),
    state !== null &&
      state !== "active" &&
      element(
        "p",
        { class: "step-note" },
        words.say("alias.state", { state: words.sayOf(`rests.${state}`, "rests.proof_missing") }),
      ),
  );
}
