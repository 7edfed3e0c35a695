import { AnalysisError } from "../pipeline/errors";

/** sha256 in hex. Browsers offer it on https and localhost only. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!globalThis.crypto?.subtle) {
    throw new AnalysisError("unsupported", "This page must be served over https or from localhost: without that the browser cannot check the models' checksums.");
  }
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
