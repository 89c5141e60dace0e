/** Other codes of a thing: what the claims of a bundle say, and what each is worth (verdict/README.md §2.10). */
import { ALIAS_SCHEMA } from "./alias-schema";
import type { Thing } from "./naming";
import { orNull, type Sources, thingUnder } from "./sources";
import { halvesOfClaim } from "./state";
import type { AliasClaim, AliasEntry, AttestationEntry } from "./verdict-shape";

type Claim = readonly [claim: AliasClaim, relation: string];

/** Return what claims that hold say of a thing's other codes, and the things that both sides know it by. */
export function aliasesShown(
  subject: string,
  attestations: readonly AttestationEntry[],
  sources: Sources,
): readonly [readonly AliasEntry[], readonly Thing[]] {
  const thingOf = (code: string): Thing | null => {
    const key = sources.keys.get(code);
    const claim = key && sources.proven.bundle.things.find(({ id }) => id === code);
    return claim ? thingUnder(code, halvesOfClaim(claim).prefix.length) : null;
  };
  const holderOf = (code: string): number | null => {
    const thing = thingOf(code);
    const grant = thing && orNull(() => sources.grant(thing));
    return grant?.status === "granted" ? grant.holder : null;
  };
  const counting = attestations.flatMap((entry) => {
    const claim = claimOf(entry);
    return claim !== null && holderOf(claim[0].code) === claim[0].organisation ? [claim] : [];
  });
  const same = counting.filter(([, relation]) => relation === "same").map(([claim]) => claim);
  const entries: AliasEntry[] = [];
  const confirmed: Thing[] = [];
  for (const claim of same) {
    const id = beside(claim, subject);
    if (id === null) continue;
    const deniedBy = counting
      .filter(([other, relation]) => relation !== "same" && beside(other, claim.code) === claim.other)
      .map(([{ organisation }]) => organisation);
    const conflicts = same.filter((other) => contradicts(claim, other, same));
    const isConfirmed =
      holderOf(claim.other) === claim.organisation ||
      same.some(({ code, other }) => code === claim.other && other === claim.code);
    const isDisputed = deniedBy.length > 0 || (!isConfirmed && conflicts.length > 0);
    const thing = holderOf(id) === null ? null : thingOf(id);
    entries.push({
      id,
      organisation: claim.organisation,
      standing: isDisputed ? "disputed" : isConfirmed ? "confirmed" : "one_sided",
      deniedBy: [...new Set(deniedBy)].sort((one, other) => one - other),
      conflicts,
      state: thing && orNull(() => sources.state(thing).state),
    });
    if (!isDisputed && isConfirmed && thing !== null) confirmed.push(thing);
  }
  return [entries, confirmed];
}

/** Return what an attestation claims of two codes, `null` where it is no such claim or does not hold. */
function claimOf(entry: AttestationEntry): Claim | null {
  if (entry.schema !== ALIAS_SCHEMA || entry.reason !== "active") return null;
  const said = new Map(entry.statement);
  const other = said.get("/things/0");
  const relation = said.get("/relation") ?? "";
  const code = entry.subject;
  if (other === undefined || other === code || said.get("/subject") !== code || said.has("/things/1"))
    return null;
  if (relation !== "same" && relation !== "different") return null;
  return [{ organisation: entry.organisation, code, other }, relation];
}

/** Return the code that stands beside one of the two. */
function beside({ code, other }: AliasClaim, one: string): string | null {
  return one === code ? other : one === other ? code : null;
}

/** Return whether two claims would make two codes of one form name one thing, which no claim says. */
function contradicts(claim: AliasClaim, other: AliasClaim, same: readonly AliasClaim[]): boolean {
  return [claim.code, claim.other].some((shared) => {
    const mine = beside(claim, shared);
    const its = beside(other, shared);
    if (mine === null || its === null || its === mine || its === shared) return false;
    const form = formOf(mine);
    return form === formOf(its) && !/^https?$/.test(form) && !same.some((tie) => beside(tie, mine) === its);
  });
}

/** Return by what codes are told apart that one thing cannot have two of. */
function formOf(code: string): string {
  const [, gs1] = /^https:\/\/id\.gs1\.org\/(.*)$/s.exec(code) ?? [];
  if (gs1 !== undefined)
    return gs1
      .split("/")
      .filter((_, place) => place % 2 === 0)
      .join("/");
  const [, long] = /^((?:did|urn|hdl):[^.:]*)/.exec(code) ?? [];
  return long ?? (code.split(":", 1)[0] as string);
}
