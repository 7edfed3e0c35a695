import { AnalysisError } from "../../../contract/errors";

/** Files of an archive that are looked at. */
export const MOST_ENTRIES = 10_000;

export const tooMany = (name: string) =>
  new AnalysisError(
    "unsupported",
    `${name} holds more than ${MOST_ENTRIES.toLocaleString("en")} files. Unpack it, and give the ones to open.`,
  );

export const damaged = (name: string, why: string) => new AnalysisError("bad-file", `${name} is damaged: ${why}. Get it again.`);

/**
 * The path of an entry as it is shown and told apart; null for what programs put beside files. No file is ever written by it, so that
 * steps upwards in it lead nowhere; they are left out all the same.
 */
export function entryName(path: string): string | null {
  const parts = path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  if (parts.length === 0 || parts[0] === "__MACOSX" || parts.at(-1)!.startsWith("._") || parts.at(-1) === ".DS_Store") return null;
  return parts.join("/");
}
