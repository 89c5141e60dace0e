/** What a page asks of the worker, and what the worker answers. */
import type { RecallNotice } from "./notice";
import type { Verdict } from "./verdict-shape";

export type Question =
  | {
      readonly ask: "verdict";
      /** The bundle as JSON text. */
      readonly bundle: string;
      readonly trustRoot: unknown;
      /** Seconds since 1970. */
      readonly now: number;
      /** Canonical form of what was asked for. */
      readonly asked: string | null;
    }
  | { readonly ask: "sha256"; readonly bytes: ArrayBuffer };

export interface Checked {
  readonly verdict: Verdict;
  readonly notice: RecallNotice | null;
  /** Fingerprint of the root of trust, empty where it cannot be read. */
  readonly fingerprint: string;
  readonly milliseconds: number;
}

export type Answer =
  | { readonly answer: "verdict"; readonly checked: Checked }
  | { readonly answer: "sha256"; readonly digest: string }
  | { readonly answer: "failed"; readonly why: string };
