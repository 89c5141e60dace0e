/** One sign for each status, and one for each tone: never colour alone. */
import type { Status } from "../verifier/verdict-shape";
import { drawing } from "./element";

/** How a reader should take an answer. */
export type Tone = "calm" | "warn" | "bad" | "open";

const STATUS_PATHS: Readonly<Record<Status, string>> = {
  proven: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM8.5 12l2.5 2.5 4.5-5",
  matched: "M4 9h16M4 15h16",
  claimed: "M4 5h16v11H10l-4 4v-4H4z",
  hidden_by_owner: "M3 3l18 18M10 6a9 9 0 0 1 11 6 12 12 0 0 1-3 4M6 8a12 12 0 0 0-3 4c2 5 8 7 12 5",
  withheld_by_server: "M4 5h16v6H4zM4 13h7v6H4M15 15l5 5M20 15l-5 5M7 8h1",
  not_checked: "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01",
  refused: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6",
};

const TONE_PATHS: Readonly<Record<Tone, string>> = {
  calm: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 10h8M8 14h8",
  warn: "M12 4L2.5 20h19zM12 10v4M12 17v.01",
  bad: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7v6M12 16.5v.01",
  open: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.7 9.5a2.4 2.4 0 1 1 3.5 2.1c-.8.5-1.2 1-1.2 1.9M12 16.7v.01",
};

export function statusIcon(status: Status): SVGElement {
  return drawing(STATUS_PATHS[status], "icon");
}

/** Return the sign of a tone; a calm answer carries the sign of how well it is known. */
export function toneIcon(tone: Tone, status?: Status): SVGElement {
  const known =
    tone === "calm" && (status === "proven" || status === "claimed")
      ? STATUS_PATHS[status]
      : TONE_PATHS[tone];
  return drawing(known, "icon tone-icon");
}
