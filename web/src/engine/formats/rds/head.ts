import { AnalysisError } from "../../../contract/errors";
import type { Feed } from "./feed";

const NAME = /\.(rds|rdata|rda)(\.gz)?$/i;

/** Whether a file is one of R's by its name. */
export const isRds = (name: string): boolean => NAME.test(name);
export const withoutRds = (name: string): string => name.replace(NAME, "");

/** How files of other kinds begin, and what they are. */
const OTHERS: [RegExp, string][] = [
  [/^\u0028\u00b5\u002f\u00fd/, "packed by zstd"],
  [/^(A\n|RDA\d)/, "written as text"],
  [/^(B\n|RDB\d)/, "written in this computer's order of bytes"],
];

/** Reads how a file begins, up to its objects; says whether `saveRDS` or `save` wrote it. Throws AnalysisError for any other. */
export async function readHead(feed: Feed): Promise<"rds" | "rdata"> {
  if (!(await feed.tryFill(7))) throw feed.damaged("it is too short");
  const begins = String.fromCharCode(...feed.bytes(7));
  const isData = /^RDX[23]\nX\n$/.test(begins);
  if (isData) return "rdata";
  if (begins.startsWith("X\n")) {
    feed.back(5);
    return "rds";
  }
  const how = OTHERS.find(([pattern]) => pattern.test(begins))?.[1];
  const { name } = feed;
  if (!how) throw new AnalysisError("bad-file", `${name} is no file of R: it is not as saveRDS or save write one.`);
  const again = /\.rds/i.test(name)
    ? `x <- readRDS("${name}"); saveRDS(x, "readable.rds")`
    : `load("${name}"); save(list = ls(), file = "readable.RData")`;
  throw new AnalysisError("unsupported", `${name} is ${how}, which is not read. In R: ${again}`);
}
