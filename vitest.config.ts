import { defineConfig } from "vitest/config";

export default defineConfig({
  cacheDir: ".cache/vitest",
  test: {
    // Two at a time: lanes and Chromium are processes of their own.
    maxWorkers: 2,
    reporters: ["default"],
    projects: [
      {
        resolve: { conditions: ["node", "import", "module", "default"] },
        test: {
          name: "web",
          environment: "node",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/web/support/global-setup.ts"],
          setupFiles: ["tests/web/support/fail-on-console.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.e2e.ts"],
          globalSetup: ["tests/e2e/serve-dist.ts"],
          // One Chromium at a time, so that what a test times is its own.
          fileParallelism: false,
          // Generous: a busy machine is slow, not wrong.
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
