/** The dossier page in a browser: every asset is checked there, with an answer and a reason for each row. */
import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launch, openVector, vectorOf } from "./browser";
import { TestServer } from "./server";

const SCREENSHOTS = process.env.SCREENSHOTS;

describe.skipIf(!hasBrowser())("the dossier page", () => {
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

  function serve(names: readonly string[], path: string): number {
    const vectors = names.map(vectorOf);
    const now = vectors[0]?.now ?? 0;
    const assets = vectors.map(({ bundle }) => bundle.question.id);
    const dossier = { borrower: 1, uscc: null, assets, until: now + 86400, title: "May", audience: "bank" };
    const file = {
      format: "suyuan-dossier/1",
      dossier,
      bundles: vectors.map(({ bundle }) => bundle),
      verdicts: [],
    };
    server.pages.set(path, {
      page: "dossier",
      lang: "en",
      title: "dossier",
      body: '<section class="banner" id="banner"><h1>Not checked</h1></section>',
      id: "dossier",
      display: "dossier",
      data: JSON.stringify(file),
      trustRoot: vectors[0]?.trustRoot,
    });
    return now;
  }

  test("every row has an answer, a reason and what it rests on", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    const now = serve(["sound", "component_of_a_recalled_lot"], "/dossiers/two");
    await openVector(page, origin, "/dossiers/two", now);

    expect(await page.locator("#banner").getAttribute("data-tone")).toBe("bad");
    expect(await page.locator(".asset").count()).toBe(2);
    expect(
      await page.locator('.asset:nth-of-type(3) [data-check="recall"]').getAttribute("data-outcome"),
    ).toBe("PASS");
    expect(
      await page.locator('.asset:nth-of-type(4) [data-check="recall"]').getAttribute("data-outcome"),
    ).toBe("FAIL");
    const reasons = await page.locator(".checks tbody td:last-child").allTextContents();
    expect(reasons.every((reason) => reason.length > 5 && !reason.includes("{"))).toBe(true);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBe(360);
  });

  test.skipIf(SCREENSHOTS === undefined)("screenshots", async () => {
    mkdirSync(SCREENSHOTS ?? "", { recursive: true });
    const now = serve(["sound", "component_of_a_recalled_lot"], "/dossiers/two");
    for (const language of ["zh", "en"]) {
      for (const width of [360, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        await openVector(page, origin, `/dossiers/two?lang=${language}`, now);
        await page.screenshot({ path: `${SCREENSHOTS}/dossier-${language}-${width}.png`, fullPage: true });
        await page.close();
      }
    }
  });
});
