/** The canonical form of an identifier and its two halves (docs/formats.md §1). */
import { utf8Bytes } from "./bytes";
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
  /** The sign before which a prefix of `bearing` may end, empty where it may end anywhere; else it is the whole. */
  readonly levels?: string | undefined;
}

/** What may follow a key: the level that it gives, and the texts that it may be. */
type Tail = readonly [Level, RegExp];

interface KeyRule {
  /** Digits of the key, its check digit last; 0 where the key is text. */
  readonly digits: number;
  /** Digits before the bearing part; they begin the rest. */
  readonly lead: number;
  readonly level: Level;
  /** Texts that the key may be, where it is text. */
  readonly text?: RegExp;
  /** Serials that may be written behind the digits and make it an item. */
  readonly serial?: RegExp;
  /** By the application identifier that follows. */
  readonly extensions?: Readonly<Record<string, Tail>>;
}

/** Texts of GS1 character set 82 (General Specifications §7.11) of a greatest length. */
const set82 = (longest: number): RegExp => new RegExp(`^[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,${longest}}$`);
const digits = (longest: number): RegExp => new RegExp(`^[0-9]{1,${longest}}$`);

const LOT_OR_SERIAL = set82(20);
/** Keys that begin with their company prefix, which is digits. */
const ASSET = /^[0-9]{4}[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,26}$/;

const RULES: Readonly<Record<string, KeyRule>> = {
  "00": { digits: 18, lead: 1, level: "package" },
  "01": {
    digits: 14,
    lead: 1,
    level: "class",
    extensions: { "10": ["lot", LOT_OR_SERIAL], "21": ["item", LOT_OR_SERIAL], "235": ["item", set82(28)] },
  },
  "253": { digits: 13, lead: 0, level: "class", serial: set82(17) },
  "255": { digits: 13, lead: 0, level: "class", serial: digits(12) },
  "401": { digits: 0, lead: 0, level: "document", text: ASSET },
  "402": { digits: 17, lead: 0, level: "document" },
  "414": { digits: 13, lead: 0, level: "place", extensions: { "254": ["place", LOT_OR_SERIAL] } },
  "415": { digits: 13, lead: 0, level: "party", extensions: { "8020": ["document", set82(25)] } },
  "417": { digits: 13, lead: 0, level: "party" },
  "8003": { digits: 13, lead: 0, level: "class", serial: set82(16) },
  "8004": { digits: 0, lead: 0, level: "item", text: ASSET },
  "8006": {
    digits: 14,
    lead: 1,
    level: "class",
    extensions: { "10": ["lot", LOT_OR_SERIAL], "21": ["item", LOT_OR_SERIAL] },
  },
  "8010": {
    digits: 0,
    lead: 0,
    level: "class",
    // "/8011/" within would make the halves ambiguous.
    text: /^(?!.*\/8011\/)[0-9]{4}[#\-/0-9A-Z]{1,26}$/,
    extensions: { "8011": ["item", digits(12)] },
  },
  "8013": { digits: 0, lead: 0, level: "class", text: ASSET },
  "8017": { digits: 18, lead: 0, level: "party" },
  "8018": { digits: 18, lead: 0, level: "party" },
};

const GS1 = "https://id.gs1.org/";
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/**
 * A scheme whose canonical form is read by a pattern: its odd groups are the bearing part, the even ones the rest behind it.
 * `levels` is that of an identifier.
 */
type Form = readonly [scheme: string, level: Level, pattern: RegExp, levels?: string];

/** Forms of docs/formats.md §1 beside those of GS1 (that they are canonical, not that their check digits are right). */
const FORMS: readonly Form[] = [
  ["idis", "item", /^hdl:(?=.{1,64}\/)(8[68]\.\d{3,5}(?:\.\d+)?)\/(.+)$/],
  ["handle", "item", /^hdl:(?!8[68]\.)(?=.{1,64}\/)([\w-]+(?:\.[\w-]+)*)\/(.+)$/],
  ["idis", "party", /^did:cn:(8[68]\.\d{3,5}(?:\.\d+)?)$/],
  ["uscc", "party", /^uscc:([\dA-HJ-NP-RTUWXY]{18})$/],
  ["lei", "party", /^lei:([\dA-Z]{18}\d\d)$/],
  ["didbid", "party", /^did:bid:([\da-z]{4})$/, ":"],
  ["didbid", "item", /^did:bid:((?:[\da-z]{4}:)?[ezs][fst][\w+/=-]{22,42})$/, ":"],
  ["didweb", "party", /^did:web:([\da-z.-]+(?:%3A\d+)?)$/, ":"],
  ["didweb", "item", /^did:web:([\da-z.-]+(?:%3A\d+)?(?::[\w.%-]+)+)$/, ":"],
  ["oid", "item", /^urn:oid:([012](?:\.(?:0|[1-9]\d*))+)$/, "."],
  // A small maker's name goes on at the twelfth place (ISO 3780).
  ["vin", "item", /^vin:(?!.*[IOQ])([\dA-Z]{2}[0-8A-Z])([\dA-Z]{14})$/],
  ["vin", "item", /^vin:(?!.*[IOQ])([\dA-Z]{2}9)([\dA-Z]{8})([\dA-Z]{3})([\dA-Z]{3})$/],
  ["iso6346", "item", /^urn:epc:id:bic:([A-Z]{3})([UJZR]\d{6})\d$/],
  ["epc", "class", /^urn:epc:idpat:(gid:\d+)\.(\d+\.\*)$/],
  ["epc", "item", /^urn:epc:id:(imovn:\d{7}|(?:gid|usdod|adi):[\dA-Z]+(?=\.))(?:\.([\dA-Z.%-]+))?$/],
  ["vaa", "item", /^vaa:(VAA[\dA-Z./_:-]{2,47})$/, ""],
  ["ecode", "item", /^ecode:(0[\dA-F]{3,63}|[12]\d{5,32}|3[\dA-Z]{5}[\dA-Za-z]{1,39})$/, ""],
  ["ecode", "item", /^ecode:(4[\dA-Z]{5})(.+)$/],
  ["url", "item", /^url:(https?:\/\/[^/?#A-Z]+)(\/[!-~]*)$/],
];

/** Return the identifier that a canonical form writes, or refuse any other writing. */
export function identifierOf(canonical: string): Identifier {
  if (canonical.startsWith(GS1)) return gs1Identifier(canonical);
  if (
    !UNPRINTABLE.test(canonical) &&
    utf8Bytes(canonical).length <= (/^hdl:8[68]/.test(canonical) ? 259 : 2052)
  ) {
    for (const [scheme, level, pattern, levels] of FORMS) {
      const [, bearing, after = "", more = "", last = ""] = pattern.exec(canonical) ?? [];
      if (bearing !== undefined)
        return { scheme, canonical, level, bearing: bearing + more, before: "", after: after + last, levels };
    }
  }
  throw new BundleRefused("identifier-invalid", canonical);
}

/** Return prefix and rest where the prefix has a given number of characters. */
export function halvesOf(identifier: Identifier, length: number): Halves {
  const { scheme, bearing, before, after, levels } = identifier;
  const prefix = bearing.slice(0, length);
  const isSound =
    scheme === "gs1"
      ? /^\d{4,12}$/.test(prefix) && prefix.length === length
      : length === bearing.length ||
        (length > 0 && length < bearing.length && (levels === "" || levels === bearing[length]));
  if (!isSound) throw new BundleRefused("prefix-invalid", `${identifier.canonical} ${length}`);
  return { scheme, prefix, rest: before + bearing.slice(length) + after };
}

/** Return whether the ledger keeps a head for it. */
export function hasHead(identifier: Identifier): boolean {
  return identifier.level === "item" || identifier.level === "lot" || identifier.level === "package";
}

/** Return the class that an item or lot belongs to (a class: itself), `null` where its scheme has no classes. */
export function classOf({ canonical, level }: Identifier): string | null {
  if (level === "class") return canonical;
  const [, ai = "", value = ""] = /^https:\/\/id\.gs1\.org\/(\d+)\/([^/]+)/.exec(canonical) ?? [];
  if (ai === "01" || ai === "8006" || ai === "8010") return `${GS1}${ai}/${value}`;
  if (ai === "8003") return `${GS1}${ai}/${value.slice(0, 14)}`;
  return ai === "253" || ai === "255" ? `${GS1}${ai}/${value.slice(0, 13)}` : null;
}

/** Return the class of an item or lot whose lots and classes are followed (GTIN with serial or lot). */
export function followedClassOf(identifier: Identifier): string | null {
  return /\/01\/\d{14}\/(?:10|21)\//.test(identifier.canonical) ? classOf(identifier) : null;
}

/** Return the lot of an item by its number, `null` where the item has no lots or the number is none. */
export function lotOf(item: Identifier, lot: string): string | null {
  const [, found] = /^(https:\/\/id\.gs1\.org\/01\/\d{14})\/21\//.exec(item.canonical) ?? [];
  return found !== undefined && LOT_OR_SERIAL.test(lot) ? `${found}/10/${encoded(lot)}` : null;
}

/** Return how people write it: `(01)06901234567892(21)ABC`, `88.118.8/JXDY`; a text of another kind as it is. */
export function displayOf(canonical: string): string {
  if (!canonical.startsWith(GS1))
    return canonical.replace(/^(?:hdl|uscc|lei|vin|vaa|ecode|url|urn:oid|urn:epc:id:bic):/, "");
  const segments = canonical.slice(GS1.length).split("/");
  return segments.map((part, place) => (place % 2 === 0 ? `(${part})` : decodeURIComponent(part))).join("");
}

function gs1Identifier(canonical: string): Identifier {
  const parts = canonical.slice(GS1.length).split("/");
  const [ai = "", value = "", extensionAi, extension = ""] = parts.map((part) => decoded(part, canonical));
  const rule = RULES[ai];
  const key = rule && keyOf(rule, ai, value);
  if (key && parts.length === 2) return { scheme: "gs1", canonical, ...key };
  const tail = rule?.extensions?.[extensionAi ?? ""];
  if (!key || !tail || parts.length !== 4 || !tail[1].test(extension)) {
    throw new BundleRefused("identifier-invalid", canonical);
  }
  return {
    scheme: "gs1",
    canonical,
    ...key,
    level: tail[0],
    after: `${key.after}/${extensionAi}/${extension}`,
  };
}

type KeyParts = Pick<Identifier, "bearing" | "before" | "after" | "level">;

function keyOf(rule: KeyRule, ai: string, value: string): KeyParts | null {
  const { digits: count, lead, level, text, serial } = rule;
  if (text) {
    // The check characters of a GMN stand in neither half.
    const bearing = ai === "8013" ? value.slice(0, -2) : value;
    return text.test(value) ? { bearing, before: `${ai}/`, after: "", level } : null;
  }
  // A GRAI carries a zero before its thirteen digits, which belongs to neither half.
  const isReturnable = ai === "8003";
  const key = isReturnable ? value.slice(1) : value;
  const digits = key.slice(0, count);
  const behind = key.slice(count);
  // The number of the piece and the count of pieces stand behind a GTIN and belong to the class.
  const isSound =
    ai === "8006"
      ? /^[0-9]{4}$/.test(behind) && behind.slice(0, 2) > "00" && behind.slice(0, 2) <= behind.slice(2)
      : behind === "" || serial?.test(behind);
  if ((isReturnable && value[0] !== "0") || !hasCheckDigit(digits, count) || !isSound) return null;
  return {
    bearing: digits.slice(lead, -1),
    before: `${ai}/${lead > 0 ? `${digits.slice(0, lead)}/` : ""}`,
    after: behind && `/${behind}`,
    level: behind && serial ? "item" : level,
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
