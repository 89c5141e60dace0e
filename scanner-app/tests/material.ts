/** Where test material lies: our vectors, and the standards material of others, which a clone does not have. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const VECTORS = join(ROOT, "tests", "vectors");
export const STANDARDS = join(ROOT, "..", "shared", "standards");

/** Return whether a folder of standards material is there; say so where it is not. */
export function hasStandards(folder: string): boolean {
  const there = existsSync(join(STANDARDS, folder));
  if (!there) console.warn(`skipped: standards material ${folder} is not beside this checkout`);
  return there;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
