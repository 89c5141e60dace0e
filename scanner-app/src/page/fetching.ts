/** Fetching what is to be checked, and saying plainly why it could not be fetched. */
import type { MessageKey } from "../messages/catalogue";
import type { Values, Words } from "../messages/words";
import { element } from "./element";
import { toneIcon } from "./icons";

export class FetchFailed extends Error {
  constructor(
    readonly key: MessageKey,
    readonly values: Values = {},
  ) {
    super(key);
  }
}

export async function fetchedText(address: string): Promise<string> {
  let answer: Response;
  try {
    // The very request that the page preloads, or it would be sent twice.
    answer = await fetch(address, { mode: "cors", credentials: "same-origin" });
  } catch {
    throw new FetchFailed("failure.network", { host: location.host });
  }
  if (answer.status === 404) throw new FetchFailed("failure.not_found");
  if (!answer.ok) throw new FetchFailed("failure.server", { status: String(answer.status) });
  return answer.text();
}

export function failureOf(words: Words, failure: unknown): HTMLElement {
  const known = failure instanceof FetchFailed;
  const retry = element("button", { type: "button" }, words.say("failure.retry"));
  retry.addEventListener("click", () => location.reload());
  return element(
    "section",
    { class: "banner with-icon", "data-tone": "open", id: "banner", role: "alert" },
    toneIcon("open"),
    element(
      "div",
      { class: "banner-text" },
      element("h1", {}, words.say("failure.title")),
      element("p", {}, words.say(known ? failure.key : "failure.worker", known ? failure.values : {})),
      retry,
    ),
  );
}
