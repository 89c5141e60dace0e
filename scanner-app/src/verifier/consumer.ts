/** The consumer's verdict: what a proof bundle shows about one thing, checked step by step (traceability/verdict/README.md). */
import { aliasesShown } from "./aliases";
import { attestationShown } from "./attestations";
import { bundleOf } from "./bundle";
import { hexOf, isZero } from "./bytes";
import { Corrections, correctionsOf } from "./corrections";
import { BundleRefused, HeaderRefused, SealsRefused } from "./errors";
import { facts } from "./fact";
import { linesOf } from "./head";
import { hasHead, identifierOf } from "./identifier";
import { disagreeingLines, type ReadLine } from "./lines";
import { namesShown } from "./names";
import type { Thing } from "./naming";
import { type RecallNotice, recallNotice } from "./notice";
import { organisationShown } from "./organisations";
import { productFact } from "./product";
import { dependencyOf, recallFact } from "./recall";
import { type Foundation, restsOn } from "./resting";
import type { Grant } from "./slots";
import { orNull, prefixOf, Sources, thingUnder } from "./sources";
import { halvesOfClaim, NetworkDiffers, ProvenState } from "./state";
import { stepsOf } from "./steps";
import { trustRootOf } from "./trust-root";
import type { Arguments, Fact, FactId, Status, Step, Verdict } from "./verdict-shape";

/** The age in seconds up to which a state counts as the present one. */
const HOUR = 3600;
/** The mask of kinds 1 to 13. */
const ALL_KINDS = 0x3ffe;
const MIDDLE: readonly FactId[] = ["holder", "story", "state", "recall", "freshness", "product"];
const COPY = facts("copy")("not_checked", "copy_not_checked");

/** A verdict, and beside it the words of whoever recalled the thing. */
export interface Told {
  readonly verdict: Verdict;
  readonly notice: RecallNotice | null;
  /** What the verdict was read from, `null` where the bundle was refused as a whole. */
  readonly basis: {
    readonly sources: Sources;
    readonly thing: Thing;
    readonly foundation: Foundation;
  } | null;
}

/** Return the verdict on the text of a bundle; whatever is wrong with it is a fact of the verdict. */
export function verdictOf(
  bundleText: string,
  trustRootText: string,
  now: number,
  asked: string | null,
): Told {
  let given: string | null = null;
  try {
    const root = orWhy("trust_root", () => trustRootOf(trustRootText));
    const bundle = bundleOf(bundleText);
    given = bundle.questionId;
    return verdictOfBundle(new ProvenState(bundle, root, now), now, asked);
  } catch (failure) {
    if (!(failure instanceof BundleRefused)) throw failure;
    return refusal(given, "bundle_refused", { why: whyOf(failure) });
  }
}

function verdictOfBundle(proven: ProvenState, now: number, asked: string | null): Told {
  const given = proven.bundle.questionId;
  if ((asked !== null && asked !== given) || proven.bundle.things[0]?.id !== given) {
    return refusal(given, "other_thing", { asked: asked || given, given });
  }
  return new Reading(proven, now).told();
}

class TrustRootUnreadable extends BundleRefused {}

function orWhy<Answer>(why: "trust_root", read: () => Answer): Answer {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof BundleRefused) throw new TrustRootUnreadable(why, failure.message);
    throw failure;
  }
}

function whyOf(failure: BundleRefused): string {
  if (failure instanceof TrustRootUnreadable) return "trust_root";
  if (failure instanceof SealsRefused) return "seals";
  if (failure instanceof HeaderRefused) return "header";
  return failure instanceof NetworkDiffers ? "network" : "bundle";
}

function refusal(thing: string | null, reason: string, args: Arguments): Told {
  const unchecked = MIDDLE.map((id) => facts(id)("not_checked", "nothing_checked"));
  const verdict: Verdict = {
    format: "suyuan-verdict/1",
    thing,
    block: null,
    facts: [facts("consensus")("refused", reason, args), ...unchecked, COPY],
    product: null,
    steps: [],
    restsOn: [],
    organisations: [],
    attestations: [],
    names: [],
    aliases: [],
  };
  return { verdict, notice: null, basis: null };
}

/** One bundle as it is being read. */
class Reading {
  readonly #base: Status;
  readonly #sources: Sources;
  readonly #thing: Thing;
  readonly #age: number;
  readonly #fresh: boolean;

  constructor(
    readonly proven: ProvenState,
    readonly now: number,
  ) {
    this.#base = proven.consensus === "quorum_sealed" ? "proven" : "matched";
    this.#sources = new Sources(proven);
    this.#thing = thingUnder(this.#claim.id, halvesOfClaim(this.#claim).prefix.length);
    this.#age = now - proven.header.time;
    this.#fresh = Math.abs(this.#age) <= HOUR;
  }

  told(): Told {
    const base = this.#base;
    const fresh = this.#fresh;
    const [holderFact, grant] = this.#holder();
    const holder = grant?.status === "granted" ? grant.holder : null;
    const [story, lines, steps] = this.#story(grant, holder);
    const [state, setter] = this.#state();
    const context = { state: this.proven, keys: this.#sources.keys, base, now: this.now, fresh };
    const attestations = this.proven.bundle.attestations.map((claim) => attestationShown(claim, context));
    const [aliases, confirmed] = aliasesShown(this.#thing.id, attestations, this.#sources);
    const foundation = restsOn(this.#thing, this.#sources, confirmed);
    const recall = recallFact(foundation, { base, age: this.#age, fresh, recorded: this.#recorded() });
    const [product, description] = productFact(this.proven, this.#thing, holder, lines, steps);
    const names = namesShown(this.proven);
    const speakers = new Set([
      setter,
      grant?.holder ?? 0,
      ...[...attestations, ...names].map((entry) => entry.organisation),
    ]);
    for (const step of steps) if (step.reason !== "lines_disagree") speakers.add(step.organisation ?? 0);
    speakers.delete(0);
    const { number, time, hash } = this.proven.header;
    const verdict: Verdict = {
      format: "suyuan-verdict/1",
      thing: this.#thing.id,
      block: { number, time, hash: hexOf(hash) },
      facts: [this.#consensus(), holderFact, story, state, recall, this.#freshness(), product, COPY],
      product: description,
      steps,
      restsOn: foundation.restsOn.map((resting) => dependencyOf(resting, base, fresh)),
      organisations: [...speakers]
        .sort((one, other) => one - other)
        .map((organisation) => organisationShown(this.proven, organisation, base)),
      attestations,
      names,
      aliases,
    };
    const basis = { sources: this.#sources, thing: this.#thing, foundation };
    return { verdict, notice: recallNotice(foundation, this.#sources, base), basis };
  }

  get #claim(): ProvenState["bundle"]["things"][number] {
    const [claim] = this.proven.bundle.things;
    if (claim === undefined) throw new BundleRefused("things-missing");
    return claim;
  }

  #consensus(): Fact {
    const reason = this.proven.consensus;
    return facts("consensus")(reason === "quorum_sealed" ? "proven" : "not_checked", reason);
  }

  #freshness(): Fact {
    const args = { age: this.#age };
    const fact = facts("freshness");
    if (this.#fresh) return fact(this.#base, "fresh", args);
    return fact("not_checked", this.#age > 0 ? "older_than_an_hour" : "clock_disagrees", args);
  }

  #holder(): [Fact, Grant | null] {
    const [scheme, prefix] = prefixOf(this.#thing);
    const grant = orNull(() => ({ found: this.#sources.grant(this.#thing) }));
    const fact = facts("holder");
    if (grant === null) return [fact("withheld_by_server", "proof_missing"), null];
    const { found } = grant;
    if (found === null) return [fact("refused", "prefix_not_granted", { scheme, prefix }), null];
    return [
      fact(this.#base, `prefix_${found.status}`, { scheme, prefix, organisation: found.holder }),
      found,
    ];
  }

  #story(grant: Grant | null, holder: number | null): [Fact, readonly ReadLine[], readonly Step[]] {
    const claim = this.#claim;
    const fact = facts("story");
    const refused = (): [readonly ReadLine[], readonly Step[]] => {
      const lines = disagreeingLines(claim.lines, claim.from);
      return [lines, stepsOf(this.#thing, lines, new Corrections(), this.#base)];
    };
    const head = orNull(() => this.#sources.head(this.#thing));
    if (head === null) return [fact("withheld_by_server", "proof_missing"), ...refused()];
    if (isZero(head) && claim.lines.length === 0) {
      const missing = hasHead(identifierOf(claim.id));
      return [missing ? fact("refused", "never_recorded") : fact("not_checked", "no_story"), [], []];
    }
    const lines = orNull(() => this.#sources.shownLines(this.#thing, claim));
    const count = linesOf(head);
    if (lines === null) return [fact("refused", "lines_disagree", { lines: count }), ...refused()];
    const steps = stepsOf(this.#thing, lines, correctionsOf(lines, holder ?? 0), this.#base);
    return [this.#completeness(steps, count, grant), lines, steps];
  }

  #completeness(steps: readonly Step[], lines: number, grant: Grant | null): Fact {
    const fact = facts("story");
    const counted = (status: Status): number => steps.filter((step) => step.status === status).length;
    for (const [status, reason] of [
      ["refused", "lines_refused"],
      ["withheld_by_server", "lines_withheld"],
    ] as const) {
      const count = counted(status);
      if (count > 0) return fact(status, reason, { lines, count });
    }
    if (this.#claim.from > 0) return fact("not_checked", "older_not_shown", { shown: steps.length, lines });
    const count = counted("hidden_by_owner");
    if (count > 0) return fact("hidden_by_owner", "lines_hidden", { lines, count });
    const everything = grant !== null && (grant.anchorsForbidden & ALL_KINDS) === ALL_KINDS;
    return fact(this.#base, everything ? "complete" : "complete_headed", { lines });
  }

  #state(): [Fact, number] {
    const fact = facts("state");
    const record = orNull(() => this.#sources.state(this.#thing));
    if (record === null) return [fact("withheld_by_server", "proof_missing"), 0];
    const { state, since, organisation } = record;
    if (state === "active" && !this.#fresh)
      return [fact("not_checked", "stale", { age: this.#age }), organisation];
    return [fact(this.#base, state, { since, organisation }), organisation];
  }

  #recorded(): boolean {
    const head = orNull(() => this.#sources.head(this.#thing));
    return head !== null && !isZero(head) && hasHead(identifierOf(this.#thing.id));
  }
}
