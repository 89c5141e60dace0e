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
  /** Which beginnings of `bearing` may be a prefix, where that is not the whole (or, of GS1, four to twelve digits). */
  readonly prefixes?: PrefixRule;
}

interface PrefixRule {
  readonly shortest: number;
  readonly longest: number;
  /** The sign before which a prefix may end; empty where it may end anywhere. */
  readonly separator: string;
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
  /** A serial written behind the digits. */
  readonly serial?: Tail;
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
  "253": { digits: 13, lead: 0, level: "class", serial: ["item", set82(17)] },
  "255": { digits: 13, lead: 0, level: "class", serial: ["item", digits(12)] },
  "401": { digits: 0, lead: 0, level: "document", text: ASSET },
  "402": { digits: 17, lead: 0, level: "document" },
  "414": { digits: 13, lead: 0, level: "place", extensions: { "254": ["place", LOT_OR_SERIAL] } },
  "415": { digits: 13, lead: 0, level: "party", extensions: { "8020": ["document", set82(25)] } },
  "417": { digits: 13, lead: 0, level: "party" },
  "8003": { digits: 13, lead: 0, level: "class", serial: ["item", set82(16)] },
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
  // Its last two characters check the others and stand in neither half.
  "8013": {
    digits: 0,
    lead: 0,
    level: "class",
    text: /^[0-9]{4}[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,19}[2-9A-HJ-NP-Z]{2}$/,
  },
  "8017": { digits: 18, lead: 0, level: "party" },
  "8018": { digits: 18, lead: 0, level: "party" },
};

const GS1 = "https://id.gs1.org/";
const IDIS_PREFIX = /^8[68]\.[0-9]{3,5}(?:\.[0-9]+)?$/;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const ANYWHERE: PrefixRule = { shortest: 4, longest: 24, separator: "" };

/** A scheme whose canonical form is read by one pattern: its groups are the bearing part, and what follows in the rest. */
type Form = readonly [scheme: string, level: Level, pattern: RegExp, prefixes?: PrefixRule];

/** Forms of docs/formats.md §1 beside those of GS1, 86. and 88. */
const FORMS: readonly Form[] = [
  ["uscc", "party", /^uscc:([0-9A-HJ-NP-RTUWXY]{18})$/],
  ["lei", "party", /^lei:([0-9A-Z]{18}[0-9]{2})$/],
  ["idis", "party", /^did:cn:(8[68]\.[0-9]{3,5}(?:\.[0-9]+)?)$/],
  ["didbid", "party", /^did:bid:([a-z0-9]{4})$/, { shortest: 4, longest: 64, separator: ":" }],
  [
    "didbid",
    "item",
    /^did:bid:((?:[a-z0-9]{4}:)?[ezs](?:f[1-9A-HJ-NP-Za-km-z]{22,31}|s[\w+/=-]{32}|t[02-9ac-hj-np-z]{42}))$/,
    { shortest: 4, longest: 64, separator: ":" },
  ],
  ["didweb", "party", /^did:web:([0-9a-z.-]+(?:%3A[0-9]+)?)$/, { shortest: 3, longest: 64, separator: ":" }],
  [
    "didweb",
    "item",
    /^did:web:([0-9a-z.-]+(?:%3A[0-9]+)?(?::(?:[\w.-]|%[0-9A-Fa-f]{2})+)+)$/,
    { shortest: 3, longest: 64, separator: ":" },
  ],
  [
    "oid",
    "item",
    /^urn:oid:((?:[01]\.[1-3]?[0-9]|2\.(?:0|[1-9][0-9]*))(?:\.(?:0|[1-9][0-9]*))*)$/,
    { shortest: 3, longest: 64, separator: "." },
  ],
  ["vin", "item", /^vin:([0-9A-HJ-NPR-Z]{2}[0-8A-HJ-NPR-Z])([0-9A-HJ-NPR-Z]{14})$/],
  ["iso6346", "item", /^urn:epc:id:bic:([A-Z]{3})([UJZR][0-9]{6})[0-9]$/],
  ["epc", "class", /^urn:epc:idpat:(gid:[0-9]+)\.([0-9]+\.\*)$/],
  ["epc", "item", /^urn:epc:id:((?:gid|usdod|adi):[0-9A-Z]+)\.([0-9A-Z.%-]+)$/],
  ["epc", "item", /^urn:epc:id:(imovn:[0-9]{7})$/],
  ["vaa", "item", /^vaa:(VAA[0-9A-Z./_:-]{2,47})$/, ANYWHERE],
  [
    "ecode",
    "item",
    /^ecode:(0[0-9A-F]{3,63}|1[0-9]{5,24}|2[0-9]{5,32}|3[0-9A-Z]{5}[0-9A-Za-z]{1,39})$/,
    { ...ANYWHERE, shortest: 5 },
  ],
  ["ecode", "item", /^ecode:(4[0-9A-Z]{5})(\S.{0,199})$/u],
];

/** Return the identifier that a canonical form writes, or refuse any other writing. */
export function identifierOf(canonical: string): Identifier {
  if (canonical.startsWith(GS1)) return gs1Identifier(canonical);
  const found =
    canonical.startsWith("hdl:") && !UNPRINTABLE.test(canonical)
      ? handleOf(canonical)
      : (smallMakersVehicle(canonical) ?? addressOf(canonical) ?? formOf(canonical));
  if (found !== null) return found;
  throw new BundleRefused("identifier-invalid", canonical);
}

function formOf(canonical: string): Identifier | null {
  for (const [scheme, level, pattern, prefixes] of FORMS) {
    const [, bearing, after = ""] = pattern.exec(canonical) ?? [];
    if (bearing !== undefined && !UNPRINTABLE.test(canonical)) {
      return { scheme, canonical, level, bearing, before: "", after, ...(prefixes && { prefixes }) };
    }
  }
  return null;
}

function handleOf(canonical: string): Identifier | null {
  const value = canonical.slice(4);
  const [bearing, after] = cut(value, "/");
  const isNational = /^8[68]\./.test(bearing);
  const longest = isNational ? 255 : 2048;
  const form = isNational ? IDIS_PREFIX : /^[\w-]+(?:\.[\w-]+)*$/;
  if (!form.test(bearing) || bearing.length > 64 || after === "" || utf8Bytes(value).length > longest)
    return null;
  return { scheme: isNational ? "idis" : "handle", canonical, level: "item", bearing, before: "", after };
}

/** Return the vehicle of a small maker, whose name goes on at the twelfth place (ISO 3780). */
function smallMakersVehicle(canonical: string): Identifier | null {
  const [, first = "", middle = "", second = "", last = ""] =
    /^vin:([0-9A-HJ-NPR-Z]{2}9)([0-9A-HJ-NPR-Z]{8})([0-9A-HJ-NPR-Z]{3})([0-9A-HJ-NPR-Z]{3})$/.exec(
      canonical,
    ) ?? [];
  if (first === "") return null;
  return {
    scheme: "vin",
    canonical,
    level: "item",
    bearing: first + second,
    before: "",
    after: middle + last,
  };
}

function addressOf(canonical: string): Identifier | null {
  const [, protocol, bearing, after] = /^url:(https?:)\/\/([^/?#A-Z]+)(\/[!-~]*)$/.exec(canonical) ?? [];
  if (protocol === undefined || bearing === undefined || after === undefined) return null;
  return { scheme: "url", canonical, level: "item", bearing, before: protocol, after };
}

/** Return prefix and rest where the prefix has a given number of characters. */
export function halvesOf(identifier: Identifier, length: number): Halves {
  const { scheme, bearing, before, after } = identifier;
  const isGs1 = scheme === "gs1";
  const { shortest, longest, separator } = identifier.prefixes ?? {
    shortest: isGs1 ? 4 : bearing.length,
    longest: isGs1 ? 12 : bearing.length,
    separator: "",
  };
  const prefix = bearing.slice(0, length);
  if (
    length < shortest ||
    length > Math.min(longest, bearing.length) ||
    (isGs1 && /\D/.test(prefix)) ||
    (separator !== "" && length < bearing.length && bearing[length] !== separator)
  ) {
    throw new BundleRefused("prefix-invalid", `${identifier.canonical} ${length}`);
  }
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
  const [ai = "", value = "", extensionAi, extension] = parts.map((part) => decoded(part, canonical));
  const rule = RULES[ai];
  const tail = extensionAi === undefined ? null : rule?.extensions?.[extensionAi];
  const keyed = rule && (rule.digits === 0 ? textKey(rule, ai, value) : digitKey(rule, ai, value));
  if (
    keyed === null ||
    keyed === undefined ||
    tail === undefined ||
    parts.length > 4 ||
    parts.length % 2 === 1 ||
    (tail !== null && (keyed.hasSerial || !tail[1].test(extension ?? "")))
  ) {
    throw new BundleRefused("identifier-invalid", canonical);
  }
  const { bearing, before, after, level } = keyed;
  if (tail === null) return { scheme: "gs1", canonical, level, bearing, before, after };
  return {
    scheme: "gs1",
    canonical,
    level: tail[0],
    bearing,
    before,
    after: `${after}/${extensionAi}/${extension}`,
  };
}

interface KeyParts extends Pick<Identifier, "bearing" | "before" | "after" | "level"> {
  readonly hasSerial: boolean;
}

function textKey(rule: KeyRule, ai: string, value: string): KeyParts | null {
  if (!rule.text?.test(value)) return null;
  if (ai === "8013") {
    const pair = value.slice(-2);
    if (checkPairOf(value.slice(0, -2)) !== pair) return null;
    return { bearing: value.slice(0, -2), before: `${ai}/`, after: "", level: rule.level, hasSerial: false };
  }
  return { bearing: value, before: `${ai}/`, after: "", level: rule.level, hasSerial: false };
}

function digitKey(rule: KeyRule, ai: string, value: string): KeyParts | null {
  // A GRAI carries a zero before its thirteen digits, which belongs to neither half.
  const isReturnable = ai === "8003";
  const key = isReturnable ? value.slice(1) : value;
  const digits = key.slice(0, rule.digits);
  const behind = key.slice(rule.digits);
  if ((isReturnable && value[0] !== "0") || !hasCheckDigit(digits, rule.digits)) return null;
  const bearing = digits.slice(rule.lead, -1);
  const before = `${ai}/${rule.lead > 0 ? `${digits.slice(0, rule.lead)}/` : ""}`;
  if (ai === "8006") {
    // Number of the piece and count of pieces stand behind the GTIN and belong to the class.
    const isPiece =
      /^[0-9]{4}$/.test(behind) && behind.slice(0, 2) > "00" && behind.slice(0, 2) <= behind.slice(2);
    return isPiece ? { bearing, before, after: `/${behind}`, level: rule.level, hasSerial: false } : null;
  }
  if (behind === "") return { bearing, before, after: "", level: rule.level, hasSerial: false };
  if (!rule.serial?.[1].test(behind)) return null;
  return { bearing, before, after: `/${behind}`, level: rule.serial[0], hasSerial: true };
}

function hasCheckDigit(digits: string, length: number): boolean {
  if (digits.length !== length || /\D/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < length; place++)
    sum += Number(digits[length - 1 - place]) * (place % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

const SET_82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/** Return the check character pair of a text (General Specifications §7.9.5). */
function checkPairOf(text: string): string {
  let sum = 0;
  for (const [place, sign] of [...text].reverse().entries())
    sum += SET_82.indexOf(sign) * (PRIMES[place] ?? 0);
  return `${SET_32[(sum % 1021) >> 5]}${SET_32[(sum % 1021) & 31]}`;
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
