import type { Reading } from "../../../contract/types";
import type { ByteSource } from "../../readers/byte-source";
import type { Sample } from "../sample";
import { importZarr } from "./import";
import { RemoteStore } from "./remote-store";
import { storeName } from "./roots";
import { storeSource, type StoreSource } from "./source";
import type { Store } from "./store";

/** A store at an address, read by pieces; where that cannot be, the sample that is converted. */
export async function openRemote(
  url: string,
  store: Store,
  reading: Reading,
): Promise<{ source: ByteSource } | { sample: Pick<Sample, "name" | "write">; note: string }> {
  const shared: StoreSource = { kind: "store", root: store.root, at: { url } };
  const unlisted =
    store instanceof RemoteStore && !store.isListed
      ? " It gives no list of what it holds (consolidated metadata): beside X and raw, only the layer counts and embeddings of usual " +
        "names are looked for; zarr.consolidate_metadata writes the list."
      : "";
  const size = store.bytes === null ? "; its size is told as that of its values unpacked" : "";
  const note = `${store.name} is read over the network by the pieces that are needed${size}.${unlisted}`;
  const source = await storeSource(store, shared, reading, note);
  if (source) return { source };
  return {
    sample: { name: storeName(store.root || store.name), write: (bytes) => importZarr(store, bytes) },
    note: `${store.name} was read over the network once, whole, as a matrix of it lies gene by gene.${unlisted}`,
  };
}
