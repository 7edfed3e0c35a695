import { AnalysisError } from "../../../contract/errors";
import type { ByteSource } from "../../readers/byte-source";
import { expand } from "../archive/expand";
import { fileBytes } from "../given-bytes";
import { storeAgain } from "./remote";
import { zarrStores } from "./roots";
import { knownStore, type StoreSource } from "./source";
import { FilesStore } from "./store";

/** Opens a store that another worker has found. */
export async function reopenStore(source: StoreSource): Promise<ByteSource> {
  const { root, at } = source;
  if ("url" in at) return knownStore(await storeAgain(at.url, root), source);
  if ("path" in at) throw new AnalysisError("internal", "A page opens no path.");
  const { files } = await expand(at.files.map(fileBytes));
  const store = zarrStores(files).find((one) => one.root === root);
  if (!store) throw new AnalysisError("bad-file", `${root} is not among the files any more. Give them again.`);
  return knownStore(new FilesStore(store), source);
}
