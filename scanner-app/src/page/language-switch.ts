/** The two links in the page's bar: they switch in place, and without this script they ask the server. */
import { type Language, rememberLanguage } from "../messages/catalogue";

export function listenForLanguage(current: Language, change: (language: Language) => void): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#languages a")) {
    const language: Language = link.hreflang === "zh" ? "zh" : "en";
    mark(link, language === current);
    link.onclick = (event) => {
      event.preventDefault();
      rememberLanguage(language);
      const address = new URL(location.href);
      address.searchParams.delete("lang");
      history.replaceState(null, "", address);
      change(language);
    };
  }
  document.documentElement.lang = current;
}

function mark(link: HTMLAnchorElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
