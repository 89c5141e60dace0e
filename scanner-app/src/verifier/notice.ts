/** What whoever recalled a thing said about it. */
import type { LeafTexts } from "./verdict-shape";

export interface RecallNotice {
  readonly organisation: number;
  /** Opened leaves of the reason, pointers below it: `""`, `/zh`, `/en`. */
  readonly leaves: LeafTexts;
}
