import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { makeFixtures } from "../fixtures/make.mjs";
import { serveWithModels } from "./support/serve-with-models";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of dist/, below a path: nothing may assume the root of a host. */
    site: string;
    /** The same with the linear model alone: soon done, for what does not ask the transformer. */
    linearSite: string;
    /** Paths of the small files of tests/fixtures by name. */
    fixtures: Record<string, string>;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serve(join(root, "dist"), { under: "/some/where/" });
  const linear = await serveWithModels(["linear-atlas"]);
  project.provide("site", server.url);
  project.provide("linearSite", linear.url);
  project.provide("fixtures", await makeFixtures(join(root, ".cache/fixtures")));
  return async () => void (await Promise.all([server.close(), linear.close()]));
}
