import { existsSync } from "node:fs";
import puppeteer, { type ElementHandle } from "puppeteer-core";
import type { OtherBrowser } from "./other-browser";

const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

export const firefoxPath = (): string | null => FIREFOX.find(existsSync) ?? null;

/** Firefox over WebDriver BiDi. */
export async function startFirefox(url: string): Promise<OtherBrowser> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefoxPath()!, headless: true, protocolTimeout: 400_000 });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(url);
  return {
    // The page's policy forbids eval, also to the function that would be made here: the text goes as a function's body.
    evaluate: <T>(script: string) => page.evaluate(`(async () => { ${script} })()`) as Promise<T>,
    choose: async (selector, path) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      await input!.uploadFile(path);
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
