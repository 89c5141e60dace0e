/** What the server tells the page in `#suyuan-page`: where things are, not what to believe. */

/** A root of trust, as the verifier reads it (docs/formats.md §7, traceability/proof). */
export type TrustRootText = Readonly<Record<string, unknown>>;

export interface PageSettings {
  readonly page: "verdict" | "dossier";
  /** Canonical form of what was asked for. */
  readonly id: string;
  readonly display: string;
  /** Address of the bundle or dossier. */
  readonly data: string;
  readonly download: string;
  readonly reports: string;
  /** Address to which the SHA-256 of a picture is appended. */
  readonly pictures: string;
  readonly trustRoot: TrustRootText;
}

declare global {
  /** Trust root pinned at build time, `null` where the build pins none. */
  const SUYUAN_TRUST_ROOT: TrustRootText | null;
  /** A name for this build: what has no hash in its name carries it behind a question mark. */
  const SUYUAN_BUILD: string;
}

export function settingsOf(page: Document): PageSettings {
  return JSON.parse(page.getElementById("suyuan-page")?.textContent ?? "{}") as PageSettings;
}

/** Return the trust root that counts: the pinned one where the build has one. */
export function trustRootOf(settings: PageSettings): {
  readonly root: TrustRootText;
  readonly pinned: boolean;
} {
  return SUYUAN_TRUST_ROOT === null
    ? { root: settings.trustRoot, pinned: false }
    : { root: SUYUAN_TRUST_ROOT, pinned: true };
}
