import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { OtherBrowser } from "./other-browser";

/** WebKitGTK's own browser, which its driver starts. */
function miniBrowser(): string | null {
  const libraries = "/usr/lib";
  const folders = readdirSync(libraries).flatMap((triplet) =>
    ["webkit2gtk-4.1", "webkit2gtk-4.0"].map((name) => `${libraries}/${triplet}/${name}/MiniBrowser`),
  );
  return folders.find(existsSync) ?? null;
}

export const hasWebKit = (): boolean => existsSync("/usr/bin/WebKitWebDriver") && existsSync("/usr/bin/Xvfb") && miniBrowser() !== null;

/** A display in memory: WebKitGTK draws on nothing less. */
async function display(): Promise<{ name: string; end(): void }> {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
  return { name: `:${number}`, end: () => void server.kill() };
}

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** WebKitGTK over WebDriver (W3C), by its few commands that a test needs. */
export async function startWebKit(url: string): Promise<OtherBrowser> {
  const screen = await display();
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const driver: ChildProcess = spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: screen.name, LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  });
  const ask = async <T>(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  const end = (): void => {
    driver.kill();
    screen.end();
  };
  try {
    for (let tries = 0; ; tries++) {
      if (
        await ask("GET", "/status").then(
          () => true,
          () => false,
        )
      )
        break;
      if (tries > 100) throw new Error("WebKitWebDriver does not answer.");
      await sleep(100);
    }
    const alwaysMatch = { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } };
    const { sessionId } = await ask<{ sessionId: string }>("POST", "/session", { capabilities: { alwaysMatch } });
    const session = `/session/${sessionId}`;
    await ask("POST", `${session}/timeouts`, { script: 300_000, pageLoad: 60_000 });
    await ask("POST", `${session}/window/rect`, { width: 1440, height: 900 });
    await ask("POST", `${session}/url`, { url });
    return {
      evaluate: (script) =>
        ask("POST", `${session}/execute/async`, {
          script:
            `const done = arguments[arguments.length - 1]; (async () => { ${script} })().then((value) => done({ value }), ` +
            `(error) => done({ error: String(error) }));`,
          args: [],
        }).then((answer) => {
          const { value, error } = answer as { value: never; error?: string };
          if (error !== undefined) throw new Error(error);
          return value;
        }),
      choose: async (selector, path) => {
        const element = await ask<Record<string, string>>("POST", `${session}/element`, { using: "css selector", value: selector });
        await ask("POST", `${session}/element/${element[ELEMENT]}/value`, { text: path });
      },
      screenshot: async () => Buffer.from(await ask<string>("GET", `${session}/screenshot`), "base64"),
      close: async () => {
        await ask("DELETE", session).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
