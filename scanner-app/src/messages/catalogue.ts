/** Texts in the reader's language; one catalogue is loaded, the other stays on the server. */
import type english from "./en.json";

export type MessageKey = keyof typeof english;
export type Language = "zh" | "en";
export type Texts = Readonly<Record<MessageKey, string>>;

const STORED = "suyuan-language";

/** Return the language to speak: `?lang=`, the reader's earlier choice, what the server rendered, the browser's. */
export function languageOf(page: string, location: Location): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered() ?? page;
  return (asked || navigator.language).toLowerCase().startsWith("zh") ? "zh" : "en";
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Private windows may have no storage; the choice then lasts for this page.
  }
}

/** Return the texts of one page; the build leaves out what the others say. */
export async function loadTexts(language: Language, page: "verdict" | "dossier" | "scan"): Promise<Texts> {
  const catalogues = {
    verdict: { zh: () => import("./zh.json?page=verdict"), en: () => import("./en.json?page=verdict") },
    dossier: { zh: () => import("./zh.json?page=dossier"), en: () => import("./en.json?page=dossier") },
    scan: { zh: () => import("./zh.json?page=scan"), en: () => import("./en.json?page=scan") },
  };
  return (await catalogues[page][language]()).default;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
