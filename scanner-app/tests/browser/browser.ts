/** Headless Chromium for tests: the system's own, never a downloaded one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { displayOf } from "../../src/verifier/identifier";
import { readJson, VECTORS } from "../material";
import type { ServedPage, TestServer } from "./server";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

export interface BundleVector {
  bundle: { question: { id: string } };
  trustRoot: unknown;
  now: number;
  asked: string | null;
}

/** Return whether a browser is there; say so where it is not. */
export function hasBrowser(): boolean {
  const there = existsSync(EXECUTABLE);
  if (!there) console.warn(`skipped: no browser at ${EXECUTABLE}; set CHROMIUM`);
  return there;
}

export function launch(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ["--no-sandbox", ...args] });
}

export function vectorOf(name: string): BundleVector {
  return readJson<BundleVector>(join(VECTORS, "bundles", `${name}.json`));
}

/** Serve the verdict page of a vector at `/vector/{name}`. */
export function serveVector(server: TestServer, name: string, changes: Partial<ServedPage> = {}): string {
  const { bundle, trustRoot } = vectorOf(name);
  const { id } = bundle.question;
  const path = `/vector/${name}`;
  server.pages.set(path, {
    page: "verdict",
    lang: "en",
    title: "vector",
    body: '<section class="banner" id="banner"><h1>Not checked on this device</h1></section><p id="claim">The server says: fine.</p>',
    id,
    display: displayOf(id),
    data: JSON.stringify(bundle),
    trustRoot,
    ...changes,
  });
  return path;
}

/** Open the page of a vector with its clock at the vector's time, and wait until it is checked. */
export async function openVector(page: Page, origin: string, path: string, now: number): Promise<void> {
  await page.clock.setFixedTime(now * 1000);
  await page.goto(origin + path);
  await page.waitForSelector('main[data-state="checked"], main[data-state="failed"]');
}
