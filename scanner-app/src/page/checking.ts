/** What stands at the top while the worker is at work: the server's words below are not checked yet. */
import type { Words } from "../messages/words";
import { element } from "./element";
import { toneIcon } from "./icons";

export function announceChecking(main: HTMLElement, words: Words): void {
  document.getElementById("banner")?.remove();
  main.prepend(
    element(
      "section",
      { class: "banner with-icon checking", "data-tone": "open", id: "banner", role: "status" },
      toneIcon("open"),
      element(
        "div",
        { class: "banner-text" },
        element("h1", {}, words.say("checking.title")),
        element("p", {}, words.say("checking.text")),
      ),
    ),
  );
}
