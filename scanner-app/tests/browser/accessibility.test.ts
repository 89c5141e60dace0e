/** axe-core over every page, in both languages, light and dark: no violation. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launch, serveVector, vectorOf } from "./browser";
import { TestServer } from "./server";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(!hasBrowser())("accessibility", () => {
  const server = new TestServer();
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    browser = await launch();
    origin = await server.start();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function violations(
    path: string,
    ready: string,
    scheme: "light" | "dark",
    now: number,
  ): Promise<string[]> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: scheme });
    const page = await context.newPage();
    await page.clock.setFixedTime(now * 1000);
    await page.goto(origin + path);
    await page.waitForSelector(ready);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations;
    });
    await context.close();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }

  test.each([
    ["sealed_by_a_quorum", "zh", "light"],
    ["component_of_a_recalled_lot", "en", "light"],
    ["attestations_of_every_standing", "en", "dark"],
    ["field_changed_in_sql", "zh", "dark"],
    ["sealed_by_too_few", "en", "light"],
  ] as const)("the verdict page of %s in %s, %s", async (name, language, scheme) => {
    const path = `${serveVector(server, name)}?lang=${language}`;

    expect(await violations(path, 'main[data-state="checked"]', scheme, vectorOf(name).now)).toEqual([]);
  });

  test.each([
    ["zh", "light"],
    ["en", "dark"],
  ] as const)("the scanner in %s, %s", async (language, scheme) => {
    expect(await violations(`/scan?lang=${language}`, ".finder", scheme, 1.7e9)).toEqual([]);
  });

  test.each(["light", "dark"] as const)("the dossier page, %s", async (scheme) => {
    const { bundle, trustRoot, now } = vectorOf("component_of_a_recalled_lot");
    const dossier = { borrower: 1, uscc: null, assets: [bundle.question.id], until: now };
    serveVector(server, "component_of_a_recalled_lot", {
      page: "dossier",
      data: JSON.stringify({ format: "suyuan-dossier/1", dossier, bundles: [bundle], verdicts: [] }),
      trustRoot,
    });

    expect(await violations("/vector/component_of_a_recalled_lot", ".asset", scheme, now)).toEqual([]);
  });
});
