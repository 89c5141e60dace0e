/** The shape of a consumer verdict (traceability/verdict/README.md §1): what the worker answers and the page says. */

export type Status =
  | "proven"
  | "matched"
  | "claimed"
  | "hidden_by_owner"
  | "withheld_by_server"
  | "not_checked"
  | "refused";

export type FactId = "consensus" | "holder" | "story" | "state" | "recall" | "freshness" | "product" | "copy";

/** Arguments of a reason: texts and whole numbers only. */
export type Arguments = Readonly<Record<string, string | number | null>>;

export interface Fact {
  readonly id: FactId;
  readonly status: Status;
  readonly reason: string;
  readonly args: Arguments;
}

/** Opened leaves as pairs of pointer and text, in their order. */
export type LeafTexts = readonly (readonly [string, string])[];

export interface StepOther {
  readonly role: string;
  readonly id: string;
}

export interface StepParty {
  readonly type: string | null;
  readonly id: string | null;
}

export interface Step {
  readonly position: number;
  readonly status: Status;
  readonly reason: string;
  readonly kind: string | null;
  readonly organisation: number | null;
  readonly recordedAt: number | null;
  readonly state: string | null;
  readonly role: string | null;
  readonly eventTime: number | null;
  readonly eventType: string | null;
  readonly action: string | null;
  readonly bizStep: string | null;
  readonly disposition: string | null;
  readonly readPoint: string | null;
  readonly bizLocation: string | null;
  readonly eventId: string | null;
  readonly eventHash: string | null;
  readonly stage: string | null;
  readonly others: readonly StepOther[];
  readonly sources: readonly StepParty[];
  readonly destinations: readonly StepParty[];
  readonly declaredWrongBy: readonly number[];
  readonly disputedBy: readonly number[];
  readonly corrects: readonly number[];
  readonly replacedBy: readonly number[];
}

export interface Dependency {
  readonly id: string;
  readonly why: string;
  readonly of: string | null;
  readonly status: Status;
  readonly reason: string;
  readonly since: number | null;
}

export interface OrganisationEntry {
  readonly number: number;
  readonly status: Status;
  readonly reason: string;
  /** RFC 8785 text. */
  readonly profile: string | null;
}

export interface AttestationEntry {
  readonly organisation: number;
  readonly schema: string;
  readonly subject: string;
  readonly status: Status;
  readonly reason: string;
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
  readonly statement: LeafTexts;
}

/** What one member calls one thing: pairs of language (empty: not said) and name. */
export interface NameEntry {
  readonly id: string;
  readonly organisation: number;
  readonly status: "claimed";
  readonly texts: LeafTexts;
}

/** What one member says of two codes. */
export interface AliasClaim {
  readonly organisation: number;
  readonly code: string;
  readonly other: string;
}

/** Another code of the thing, by the word of one member. */
export interface AliasEntry {
  readonly id: string;
  readonly organisation: number;
  readonly standing: "confirmed" | "one_sided" | "disputed";
  readonly deniedBy: readonly number[];
  readonly conflicts: readonly AliasClaim[];
  /** The state of the other code, `null` where it is not known. */
  readonly state: string | null;
}

export interface Verdict {
  readonly format: "suyuan-verdict/1";
  readonly thing: string | null;
  readonly block: { readonly number: number; readonly time: number; readonly hash: string } | null;
  readonly facts: readonly Fact[];
  readonly product: LeafTexts | null;
  readonly steps: readonly Step[];
  readonly restsOn: readonly Dependency[];
  readonly organisations: readonly OrganisationEntry[];
  readonly attestations: readonly AttestationEntry[];
  readonly names: readonly NameEntry[];
  readonly aliases: readonly AliasEntry[];
}
