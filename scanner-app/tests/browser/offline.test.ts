/** The offline check: one file opened from the disk, which gives the same verdicts and speaks to nobody. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launch, vectorOf } from "./browser";

const FILE = pathToFileURL(join(import.meta.dirname, "..", "..", "dist", "assets", "offline.html")).href;

describe.skipIf(!hasBrowser())("the offline check", () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const context = await browser.newContext({
      offline: true,
      locale: "en-GB",
      viewport: { width: 360, height: 740 },
    });
    page = await context.newPage();
    page.on("request", (request) => requests.push(request.url()));
  });

  const choose = async (place: number, value: unknown): Promise<void> => {
    const buffer = Buffer.from(JSON.stringify(value));
    await page
      .locator("input[type=file]")
      .nth(place)
      .setInputFiles({ name: "file.json", mimeType: "application/json", buffer });
  };

  test("a proof is checked against the chosen root", async () => {
    const { bundle, trustRoot, now } = vectorOf("sealed_by_a_quorum");
    await page.clock.setFixedTime(now * 1000);
    await page.goto(FILE);
    await choose(0, { trustRoot });
    await choose(1, bundle);
    await page.waitForSelector("#banner");

    expect(await page.locator('[data-fact="recall"]').getAttribute("data-status")).toBe("proven");
    expect(await page.locator("#report").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test("against another root it is refused", async () => {
    const { bundle, now } = vectorOf("sealed_by_a_quorum");
    await page.clock.setFixedTime(now * 1000);
    await page.goto(FILE);
    await choose(0, vectorOf("sound").trustRoot);
    await choose(1, bundle);
    await page.waitForSelector("#banner");

    expect(await page.locator("#banner").getAttribute("data-tone")).toBe("bad");
    expect(await page.locator(".fact").count()).toBe(0);
  });

  test("a dossier is checked row by row", async () => {
    const { bundle, trustRoot, now } = vectorOf("sound");
    const dossier = { borrower: 1, uscc: null, assets: [bundle.question.id], until: now };
    await page.clock.setFixedTime(now * 1000);
    await page.goto(FILE);
    await choose(0, trustRoot);
    await choose(1, { format: "suyuan-dossier/1", dossier, bundles: [bundle], verdicts: [] });
    await page.waitForSelector(".asset");

    expect(await page.locator('[data-check="recall"]').getAttribute("data-outcome")).toBe("PASS");
  });

  test("nothing but the file itself was ever asked for", () => {
    expect([...new Set(requests)]).toEqual([FILE]);
  });
});
