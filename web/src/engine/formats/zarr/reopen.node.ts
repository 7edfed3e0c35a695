import { resolve } from "node:path";
import { AnalysisError } from "../../../contract/errors";
import type { ByteSource } from "../../readers/byte-source";
import { expand } from "../archive/expand";
import { archiveAround, fileBytes, filesIn, isFolder } from "../files-in.node";
import { storeAgain } from "./remote";
import { zarrStores } from "./roots";
import { knownStore, type StoreSource } from "./source";
import { FilesStore } from "./store";

/** Opens a store that another thread has found. */
export async function reopenStore(source: StoreSource): Promise<ByteSource> {
  const { root, at } = source;
  if ("url" in at) return knownStore(await storeAgain(at.url, root), source);
  if ("files" in at) throw new AnalysisError("internal", "Under Node a store is given by its path.");
  const full = resolve(at.path);
  const archive = isFolder(full) ? null : archiveAround(full);
  const files = archive ? (await expand([fileBytes(archive)])).files : filesIn(full);
  const store = zarrStores(files).find((one) => one.root === root);
  if (!store) throw new AnalysisError("bad-file", `${root} is not there any more. Open it again.`);
  return knownStore(new FilesStore(store), source);
}
