import { preact } from "@preact/preset-vite";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { contentSecurityPolicy } from "./scripts/vite/content-security-policy.ts";
import { serviceWorker } from "./scripts/vite/service-worker.ts";
import { staticAssets } from "./scripts/vite/static-assets.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `remote.html` opens data by URL under a looser policy; see scripts/vite/content-security-policy.ts. */
const pages = ["index", "remote"].filter((page) => existsSync(here(`web/${page}.html`)));

export default defineConfig(({ mode }) => ({
  root: here("web"),
  // Relative, so that dist/ works from any folder of any static host.
  base: "./",
  cacheDir: here(".cache/vite"),
  plugins: [
    preact({ prefreshEnabled: mode === "development", devToolsEnabled: false }),
    contentSecurityPolicy(),
    // `--mode small` leaves out what hosts with a limit of 25 MiB per file refuse.
    staticAssets({ root: here("."), small: mode === "small" }),
    serviceWorker(here("web/src/sw/service-worker.ts")),
  ],
  resolve: {
    // What jsPDF asks for to turn pages of HTML into PDF: nothing here does.
    alias: [{ find: /^(canvg|html2canvas|dompurify)$/, replacement: here("scripts/vite/absent.ts") }],
    // ONNX Runtime's own wasm is served from dist/ort/; without this condition it would be emitted a second time.
    conditions: [...defaultClientConditions, "onnxruntime-web-use-extern-wasm"],
  },
  optimizeDeps: { exclude: ["onnxruntime-web"] },
  worker: { format: "es" },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    // Inlined assets would need data: in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // h5wasm carries its wasm inside its JavaScript: 4 MB, loaded with the first file.
    chunkSizeWarningLimit: 4500,
    rolldownOptions: { input: pages.map((page) => here(`web/${page}.html`)) },
  },
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: true },
}));
