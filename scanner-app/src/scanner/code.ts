/**
 * From a scanned or typed text to a path on our own server.
 *
 * Whatever host a label names, only the identifier is taken from it: a forged label may point at a look-alike server
 * (GS1 Digital Link URI Syntax; GS1 General Specifications §7.8 for element strings).
 */

export interface ReadCode {
  /** Path on our own server. */
  readonly path: string;
  /** The identifier as people write it. */
  readonly display: string;
  /** Host that the label names, `null` where it names none. */
  readonly host: string | null;
}

export type CodeProblem = "unknown" | "check-digit";

/** Lengths of the keys that begin a GS1 identifier, 0 where they vary, and where their check digit stands. */
const KEYS: Readonly<Record<string, number>> = {
  "00": 18,
  "01": 14,
  "253": 0,
  "255": 0,
  "401": 0,
  "402": 17,
  "414": 13,
  "415": 13,
  "417": 13,
  "8003": 0,
  "8004": 0,
  "8006": 18,
  "8010": 0,
  "8013": 0,
  "8017": 18,
  "8018": 18,
};
/** Application identifiers that make a key finer. */
const FINER = new Set(["10", "21", "22", "235", "254", "8011", "8020"]);
/** Application identifiers of fixed length that stand between the ones above (General Specifications §7.8.5). */
const FIXED: Readonly<Record<string, number>> = {
  "11": 6,
  "13": 6,
  "15": 6,
  "16": 6,
  "17": 6,
  "20": 2,
  "02": 14,
};
/** Beginnings of codes that the server's look-up reads. */
const OTHER_SCHEMES =
  /^(?:urn:(?:epc|oid):|oid:|did:|hdl:|doi:|info:(?:hdl|doi)\/|uscc:|lei:|vin:|iso6346:|ecode:|vaa:|url:)/i;
/**
 * Codes without a beginning that the server's look-up reads: containers, vehicles, credit codes, legal entities, object
 * identifiers, Handles, VAA, and element strings with application identifiers that are not known here.
 */
const OTHER_CODES =
  /^(?:[A-Za-z]{4}\d{7}|(?=\D*\d)[0-9A-Za-z]{17,18}|[0-9A-Za-z]{18}\d\d|[0-2](?:\.\d+){2,}|(?:1[01]|2[01])\.[\w.-]+\/.+|VAA[0-9A-Z]{5,}|(?:\][A-Za-z]\d)?\d{2}[!-~]{12,})$/;
/** A part of a path that may be a compressed Digital Link. */
const COMPRESSED = /^(?!\d+$)(?=.*[0-9A-Z_-])[\w-]{6,}$/;
const SEPARATOR = "\u001d";
const LONGEST = 2048;

/** Return where our own server answers for a code, or why the text is none. */
export function readCode(text: string): ReadCode | CodeProblem {
  const trimmed = unmarked(narrowed(text.trim()).slice(0, LONGEST));
  if (/^https?:\/\//i.test(trimmed)) return fromAddress(trimmed);
  const handle = /^(?:hdl:|info:hdl\/)?(8[68]\.[0-9.]+)\/(.+)$/i.exec(trimmed);
  if (handle?.[1] !== undefined && handle[2] !== undefined) return industrial(handle[1], handle[2], null);
  if (OTHER_SCHEMES.test(trimmed)) return lookedUp(trimmed);
  if (trimmed.startsWith("(")) return known(fromPairs(bracketedPairs(trimmed), null), trimmed);
  const digits = trimmed.replace(/[\s-]/g, "");
  if (/^(\d{8}|\d{12,14})$/.test(digits)) return fromPairs([["01", digits.padStart(14, "0")]], null);
  if (/^\d{18}$/.test(digits)) {
    // A credit code may be all digits, too.
    const unit = fromPairs([["00", digits]], null);
    return unit === "check-digit" ? lookedUp(digits) : unit;
  }
  const read = fromPairs(elementPairs(trimmed), null);
  return read === "unknown" && !OTHER_CODES.test(trimmed.replaceAll(SEPARATOR, ""))
    ? read
    : known(read, trimmed);
}

/** Return what was read, or leave a code that only the server reads to its look-up. */
function known(read: ReadCode | CodeProblem, text: string): ReadCode | CodeProblem {
  return read === "unknown" ? lookedUp(text) : read;
}

/** Return the server's own look-up, which knows every other writing. */
function lookedUp(text: string): ReadCode {
  return { path: `/lookup?code=${encodeURIComponent(text)}`, display: text, host: null };
}

type Pair = readonly [string, string];

function fromAddress(text: string): ReadCode | CodeProblem {
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    return "unknown";
  }
  const parts = address.pathname.split("/").filter((part) => part !== "");
  const { host } = address;
  for (const [place, part] of parts.entries()) {
    const suffix = parts
      .slice(place + 1)
      .map(decoded)
      .join("/");
    if (/^8[68]\.[0-9.]+$/.test(part) && suffix !== "") return industrial(part, suffix, host);
    if (OTHER_SCHEMES.test(`${part}:${suffix}`)) return { ...lookedUp(`${part}:${suffix}`), host };
    if (part in KEYS && parts[place + 1] !== undefined) {
      if (parts.length - place > 2 && isCompressed(parts, place)) return { ...lookedUp(text), host };
      const pairs: Pair[] = [];
      for (let at = place; at + 1 < parts.length; at += 2)
        pairs.push([parts[at] ?? "", decoded(parts[at + 1] ?? "")]);
      return fromPairs(pairs, host);
    }
  }
  return isCompressed(parts, 0) ? { ...lookedUp(text), host } : "unknown";
}

/** Return whether an address ends, behind a key or at once, in what may be a compressed Digital Link. */
function isCompressed(parts: readonly string[], place: number): boolean {
  return (parts.length - place) % 2 === 1 && COMPRESSED.test(parts.at(-1) ?? "");
}

function fromPairs(pairs: readonly Pair[], host: string | null): ReadCode | CodeProblem {
  const place = pairs.findIndex(([ai]) => ai in KEYS);
  const key = pairs[place];
  if (key === undefined) return "unknown";
  const padded = key[0] === "01" && /^\d{8,14}$/.test(key[1]) ? key[1].padStart(14, "0") : key[1];
  const length = KEYS[key[0]] ?? 0;
  if (length > 0 && (padded.length !== length || /\D/.test(padded))) return "unknown";
  if (length > 0 && key[0] !== "8006" && !hasCheckDigit(padded)) return "check-digit";
  const kept: Pair[] = [[key[0], padded], ...pairs.filter(([ai], at) => at > place && FINER.has(ai))];
  return {
    path: `/${kept.map(([ai, value]) => `${ai}/${encodeURIComponent(value)}`).join("/")}`,
    display: kept.map(([ai, value]) => `(${ai})${value}`).join(""),
    host,
  };
}

function industrial(prefix: string, suffix: string, host: string | null): ReadCode {
  return { path: `/${prefix}/${encodeURIComponent(suffix)}`, display: `${prefix}/${suffix}`, host };
}

function bracketedPairs(text: string): Pair[] {
  return [...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map(
    ([, ai = "", value = ""]) => [ai, value.trim()] as const,
  );
}

/** Return the pairs of a scanned element string: symbology identifier, fixed lengths, separators. */
function elementPairs(text: string): Pair[] {
  let rest = unseparated(text.replace(/^\](?:C1|d2|Q3|e0|J1)/, ""));
  const pairs: Pair[] = [];
  while (rest !== "") {
    const ai = [4, 3, 2]
      .map((size) => rest.slice(0, size))
      .find((name) => name in KEYS || FINER.has(name) || name in FIXED);
    if (ai === undefined) return [];
    const fixed = KEYS[ai] || FIXED[ai] || 0;
    const found = rest.indexOf(SEPARATOR);
    const end = fixed > 0 ? ai.length + fixed : found < 0 ? rest.length : found;
    const value = rest.slice(ai.length, end);
    if (value === "" || value.includes(SEPARATOR)) return [];
    pairs.push([ai, value]);
    rest = unseparated(rest.slice(end));
  }
  return pairs;
}

function unseparated(text: string): string {
  return text.startsWith(SEPARATOR) ? text.slice(1) : text;
}

function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Return a text without the symbology identifier of a code that holds no element string, such as `]Q1` of a link. */
function unmarked(text: string): string {
  return text.replace(/^\](?!C1|d2|Q3|e0|J1)[A-Za-z][0-9A-Za-z](?=.)/, "");
}

/** Return full-width signs, as Chinese keyboards type them, in their narrow form. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}
