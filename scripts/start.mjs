// `npm start`: builds what is missing or stale, then serves the page.
import { join } from "node:path";
import { main, Refusal, root, say } from "./lib/run.mjs";
import { serve } from "./lib/serve.mjs";
import { web } from "./lib/steps.mjs";

await main(async () => {
  await web();
  const port = Number(process.env.PORT ?? 4173);
  const host = process.env.HOST ?? "127.0.0.1";
  const { url } = await serve(join(root, "dist"), { port, host }).catch((error) => {
    throw error.code === "EADDRINUSE" ? new Refusal(`Port ${port} is taken: set PORT to another, as in \`PORT=8080 npm start\`.`) : error;
  });
  say(`the page is at ${url} (Ctrl-C stops it)`);
});
