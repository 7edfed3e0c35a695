import type { Plugin } from "vite";

/**
 * The policy of a page. Nothing may be asked of another origin: that is what "your file does not leave this computer" rests on.
 * `blob:` workers inherit the policy of the page that starts them (a worker from an address would not).
 */
export function policyOf(page: string): string {
  // A page cannot loosen its own policy, so data by address have a page of their own.
  const connect = page === "remote" ? "'self' https: http://localhost:* http://127.0.0.1:*" : "'self'";
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    // Charts set styles inline.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Writes the policy into each page when it is built; the development server needs its own scripts and sockets. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "phenolens:content-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { path }) => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policyOf(path.replace(/^.*\/|\.html$/g, "")) },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
