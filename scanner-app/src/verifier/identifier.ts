/** The canonical form of an identifier and its two halves (docs/formats.md §1). */
import { BundleRefused } from "./errors";

export interface Halves {
  readonly scheme: string;
  readonly prefix: string;
  readonly rest: string;
}

/** What an identifier names. Items, lots and packages have a head on the ledger. */
export type Level = "class" | "lot" | "item" | "package" | "place" | "party" | "document";

export interface Identifier {
  readonly scheme: string;
  readonly canonical: string;
  readonly level: Level;
  /** The part that a prefix is cut from. */
  readonly bearing: string;
  /** Parts of the rest before and after what the prefix leaves of `bearing`. */
  readonly before: string;
  readonly after: string;
}

interface KeyRule {
  /** Digits of the key, its check digit last; 0 where the key is text. */
  readonly digits: number;
  /** Digits before the bearing part; they begin the rest. */
  readonly lead: number;
  readonly level: Level;
  /** Level with a serial written behind the digits. */
  readonly serialLevel?: Level;
  /** Levels by the application identifier that follows. */
  readonly extensions?: Readonly<Record<string, Level>>;
}

const RULES: Readonly<Record<string, KeyRule>> = {
  "00": { digits: 18, lead: 1, level: "package" },
  "01": { digits: 14, lead: 1, level: "class", extensions: { "10": "lot", "21": "item", "235": "item" } },
  "253": { digits: 13, lead: 0, level: "class", serialLevel: "item" },
  "255": { digits: 13, lead: 0, level: "class", serialLevel: "document" },
  "401": { digits: 0, lead: 0, level: "document" },
  "402": { digits: 17, lead: 0, level: "document" },
  "414": { digits: 13, lead: 0, level: "place", extensions: { "254": "place" } },
  "417": { digits: 13, lead: 0, level: "party" },
  "8003": { digits: 13, lead: 0, level: "class", serialLevel: "item" },
  "8004": { digits: 0, lead: 0, level: "item" },
  "8010": { digits: 0, lead: 0, level: "class", extensions: { "8011": "item" } },
  "8017": { digits: 18, lead: 0, level: "party" },
  "8018": { digits: 18, lead: 0, level: "party" },
};

const GS1 = "https://id.gs1.org/";

/** Return the identifier that a canonical form writes, or refuse any other writing. */
export function identifierOf(canonical: string): Identifier {
  if (canonical.startsWith(GS1)) return gs1Identifier(canonical);
  const [scheme, value] = cut(canonical, ":");
  if (scheme === "hdl") {
    const [prefix, suffix] = cut(value, "/");
    if (/^8[68](?:\.[0-9A-Za-z]+)+$/.test(prefix) && suffix !== "") {
      return { scheme: "idis", canonical, level: "item", bearing: prefix, before: "", after: suffix };
    }
  }
  if ((scheme === "uscc" && value.length === 18) || (scheme === "lei" && value.length === 20)) {
    return { scheme, canonical, level: "party", bearing: value, before: "", after: "" };
  }
  throw new BundleRefused("identifier-invalid", canonical);
}

/** Return prefix and rest where the prefix has a given number of characters. */
export function halvesOf(identifier: Identifier, length: number): Halves {
  const { scheme, bearing, before, after } = identifier;
  const most = scheme === "gs1" ? Math.min(12, bearing.length) : bearing.length;
  const prefix = bearing.slice(0, length);
  if (length < (scheme === "gs1" ? 4 : most) || length > most || (scheme === "gs1" && /\D/.test(prefix))) {
    throw new BundleRefused("prefix-invalid", `${identifier.canonical} ${length}`);
  }
  return { scheme, prefix, rest: before + bearing.slice(length) + after };
}

/** Return whether the ledger keeps a head for it. */
export function hasHead(identifier: Identifier): boolean {
  return identifier.level === "item" || identifier.level === "lot" || identifier.level === "package";
}

/** Return the class of a lot or item, `null` where there is none. */
export function classOf(identifier: Identifier): string | null {
  const match = /^(https:\/\/id\.gs1\.org\/01\/\d{14})\/(?:10|21|235)\//.exec(identifier.canonical);
  return match?.[1] ?? null;
}

/** Return the lot of a class by its number. */
export function lotOf(classId: string, lot: string): string {
  return `${classId}/10/${encoded(lot)}`;
}

/** Return how people write it: `(01)06901234567892(21)ABC`, `88.118.8/JXDY`. */
export function displayOf(canonical: string): string {
  if (!canonical.startsWith(GS1)) return canonical.slice(canonical.indexOf(":") + 1);
  const segments = canonical.slice(GS1.length).split("/");
  return segments.map((part, place) => (place % 2 === 0 ? `(${part})` : decodeURIComponent(part))).join("");
}

function gs1Identifier(canonical: string): Identifier {
  const refuse = (): never => {
    throw new BundleRefused("identifier-invalid", canonical);
  };
  const [ai = "", written = "", extensionAi, extension, ...more] = canonical.slice(GS1.length).split("/");
  const rule = RULES[ai];
  if (rule === undefined || written === "" || more.length > 0 || extension === "") return refuse();
  const value = decoded(written, canonical);
  const extensionLevel = extensionAi === undefined ? rule.level : rule.extensions?.[extensionAi];
  if (extensionLevel === undefined || (extensionAi !== undefined && extension === undefined)) return refuse();
  const tail = extensionAi === undefined ? "" : `/${extensionAi}/${decoded(extension ?? "", canonical)}`;
  const identifier = { scheme: "gs1", canonical };
  if (rule.digits === 0)
    return { ...identifier, level: extensionLevel, bearing: value, before: `${ai}/`, after: tail };
  // A GRAI carries a zero before its thirteen digits, which belongs to neither half.
  const key = ai === "8003" ? value.slice(1) : value;
  const digits = key.slice(0, rule.digits);
  if ((ai === "8003" && value[0] !== "0") || !hasCheckDigit(digits, rule.digits)) return refuse();
  const serial = key.slice(rule.digits);
  if (serial !== "" && rule.serialLevel === undefined) return refuse();
  return {
    ...identifier,
    level: serial === "" ? extensionLevel : (rule.serialLevel ?? extensionLevel),
    bearing: digits.slice(rule.lead, -1),
    before: `${ai}/${rule.lead > 0 ? `${digits.slice(0, rule.lead)}/` : ""}`,
    after: serial === "" ? tail : `/${serial}`,
  };
}

function hasCheckDigit(digits: string, length: number): boolean {
  if (digits.length !== length || /\D/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < length; place++)
    sum += Number(digits[length - 1 - place]) * (place % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** Return a percent-encoded value, refusing any writing but the canonical one. */
function decoded(written: string, canonical: string): string {
  try {
    const value = decodeURIComponent(written);
    if (encoded(value) === written) return value;
  } catch {
    // Falls through: an escape that is none.
  }
  throw new BundleRefused("identifier-invalid", canonical);
}

/** Percent-encode all but the unreserved characters of RFC 3986. */
function encoded(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function cut(text: string, sign: string): [string, string] {
  const place = text.indexOf(sign);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
