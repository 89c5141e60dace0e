/** The verdict page in a browser without a secure context's privileges: it checks by itself and says what it found. */
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launch, openVector, serveVector, vectorOf } from "./browser";
import { TestServer } from "./server";

const SCREENSHOTS = process.env.SCREENSHOTS;

describe.skipIf(!hasBrowser())("the verdict page", () => {
  const server = new TestServer();
  let browser: Browser;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    origin = await server.start();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
  });

  const open = async (name: string): Promise<void> => {
    await openVector(page, origin, serveVector(server, name), vectorOf(name).now);
  };
  const status = (fact: string): Promise<string | null> =>
    page.locator(`[data-fact="${fact}"]`).getAttribute("data-status");
  const text = (selector: string): Promise<string> =>
    page.locator(selector).evaluate((shown) => shown.textContent ?? "");

  test("a sound thing on a development chain matches and is never called proven", async () => {
    await open("sound");

    expect(await text("#banner h1")).toBe("No recall found, story complete");
    expect(await status("recall")).toBe("matched");
    expect(await status("copy")).toBe("not_checked");
    expect(await page.locator('[data-status="proven"]').count()).toBe(0);
    expect(await page.locator(".step").count()).toBe(7);
    expect(await text("#proof")).toContain(`Checked by code from ${new URL(origin).host}`);
    expect(await page.locator("#claim").count()).toBe(0);
  });

  test("a place has its names beside its code, each by whose word", async () => {
    await open("place_that_two_firms_name");

    const place = await text("#step-1 .step-where");
    expect(place).toContain("Dock 3 (414)6901234000238");
    expect(place).toContain("so named by the same firm");
    expect(place).toContain("海岚提货口 by the word of 上海家乐佑电器连锁有限公司");
  });

  test.each([
    ["alias_of_one_holder", "confirmed", "and so does whoever holds the other code"],
    ["alias_that_nobody_on_the_network_holds", "one_sided", "Only Qingdao Hailan says so."],
    ["alias_denied_by_the_other_side", "disputed", "says that it is another thing"],
    ["alias_that_two_things_claim", "disputed", "are one thing"],
    ["recalled_under_a_one_sided_alias", "one_sided", "Attention: under this code it is recalled."],
  ])("%s is told as %s", async (name, standing, said) => {
    await open(name);

    expect(await page.locator(".alias").getAttribute("data-standing")).toBe(standing);
    expect(await text("#aliases")).toContain(said);
    expect(await page.locator("#attestations").count()).toBe(1);
  });

  test("what a quorum sealed is proven", async () => {
    await open("sealed_by_a_quorum");

    expect(await status("recall")).toBe("proven");
    expect(await status("product")).toBe("claimed");
  });

  test("a recalled component is the first thing said, with what to do", async () => {
    await open("component_of_a_recalled_lot");

    expect(await page.locator("#banner").getAttribute("data-tone")).toBe("bad");
    expect(await text("#banner h1")).toContain("Recalled");
    expect(await page.locator("#banner .advice").count()).toBe(1);
  });

  test("a refused bundle shows one message and none of its content", async () => {
    await open("sealed_by_too_few");

    expect(await text("#banner h1")).toBe("Do not rely on this page");
    expect(await page.locator(".fact, .step, #product").count()).toBe(0);
    expect(await page.locator("#report").count()).toBe(1);
  });

  test("a field changed by the server is refused", async () => {
    await open("field_changed_in_sql");

    expect(await page.locator('.step[data-status="refused"]').count()).toBeGreaterThan(0);
    expect(await text("#banner h1")).toBe("Something here does not agree");
  });

  test("a bundle that cannot be fetched leaves the server's words, still labelled", async () => {
    const path = serveVector(server, "sound", { status: 503 });
    await openVector(page, origin, path, vectorOf("sound").now);

    expect(await text("#banner")).toContain("503");
    expect(await page.locator("#claim").count()).toBe(1);
  });

  test("the language switches in place and is remembered", async () => {
    await open("sound");
    await page.click('#languages a[hreflang="zh"]');
    await page.waitForFunction(() =>
      document.querySelector("#banner h1")?.textContent?.includes("未发现召回"),
    );
    await page.reload();
    await page.waitForSelector('main[data-state="checked"]');

    expect(await text("#banner h1")).toBe("未发现召回，记录完整");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
  });

  test("a problem is reported without leaving the page", async () => {
    await open("sound");
    await page.click("#report summary");
    await page.fill("#report textarea", "The label is a copy.");
    await page.click("#report button");
    await page.waitForFunction(() =>
      document.querySelector(".report-answer")?.textContent?.startsWith("Thank you"),
    );

    expect(server.reports.at(-1)).toContain("text=The+label+is+a+copy.");
  });

  test("the page needs no WebCrypto and nothing from another host", async () => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await page.addInitScript(() => Object.defineProperty(globalThis.crypto, "subtle", { value: undefined }));
    await open("sealed_by_a_quorum");

    expect(await status("story")).toBe("proven");
    expect([...hosts]).toEqual([new URL(origin).host]);
  });

  test("nothing is wider than a small phone", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of [
      "attestations_of_every_standing",
      "component_of_a_recalled_lot",
      "of_another_thing",
    ]) {
      await open(name);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([name, widest]).toEqual([name, 320]);
    }
  });

  test.skipIf(SCREENSHOTS === undefined)("screenshots", async () => {
    mkdirSync(SCREENSHOTS ?? "", { recursive: true });
    for (const name of (
      process.env.SHOTS ?? "sound,component_of_a_recalled_lot,sealed_by_too_few,sealed_by_a_quorum"
    ).split(",")) {
      for (const language of ["zh", "en"]) {
        for (const [width, height, scheme] of [
          [360, 740, "light"],
          [1280, 800, "light"],
          [360, 740, "dark"],
        ] as const) {
          const context = await browser.newContext({
            viewport: { width, height },
            colorScheme: scheme,
            timezoneId: "Asia/Shanghai",
          });
          const shot = await context.newPage();
          const path = serveVector(server, name);
          await openVector(shot, origin, `${path}?lang=${language}`, vectorOf(name).now);
          await shot.screenshot({
            path: `${SCREENSHOTS}/${name}-${language}-${width}-${scheme}.png`,
            fullPage: true,
          });
          await context.close();
        }
      }
    }
  });
});
