import { AnalysisError } from "../../../contract/errors";
import { fileLink } from "../../platform/remote/links";
import { nameIn } from "../../platform/remote/name-in";
import { fetchPiece } from "../../platform/remote/pieces";
import { probe } from "../../platform/remote/probe";
import { zipEntries } from "../archive/zip";
import { inflate } from "../given-bytes";
import { namedBytes, type NamedBytes } from "../named-bytes";
import { RemoteStore } from "./remote-store";
import { noAnnData, storeRoots, zarrStores } from "./roots";
import { FilesStore, type Store } from "./store";

/** Bytes asked for at once of an archive: a piece of it is found by a few bytes before it. */
const AHEAD = 64 << 10;

/** What an address holds: stores, of which one is meant, or a file that is to be fetched whole. */
export type AtAddress = { kind: "stores"; stores: Store[] } | { kind: "whole"; url: string; response: Response };

/** Looks at an address of a store's folder, or of a .zip of one. Throws AnalysisError. */
export async function lookAt(address: string): Promise<AtAddress> {
  const { url } = fileLink(address);
  if (!/\.zip(\/|$)/i.test(new URL(url).pathname)) {
    const store = await RemoteStore.open(url);
    const roots = store.isListed ? storeRoots(store.paths) : [""];
    if (roots.length === 0) throw noAnnData(store.name);
    return { kind: "stores", stores: roots.map((root) => store.at(root)) };
  }
  const name = nameIn(url);
  const offer = await probe(url, name);
  if (offer.kind === "whole") return { kind: "whole", url, response: offer.response };
  const stores = zarrStores(await zipEntries(rangeBytes(url, name, offer.size)));
  if (stores.length === 0) throw noAnnData(name);
  return { kind: "stores", stores: stores.map((store) => new FilesStore(store)) };
}

/** The one store among some. Throws AnalysisError(bad-input) where there are several. */
export function onlyStore(address: string, stores: readonly Store[]): Store {
  const [store, ...more] = stores as [Store, ...Store[]];
  if (more.length === 0) return store;
  const names = stores.slice(0, 4).map(({ root }) => root.slice(1));
  throw new AnalysisError(
    "bad-input",
    `${address} holds ${stores.length} AnnData stores: give the address of one, with ${names.join(" or ")} at its end` +
      `${stores.length > 4 ? ", or another" : ""}.`,
  );
}

/** A store that was found at an address before, for another thread. */
export async function storeAgain(url: string, root: string): Promise<Store> {
  const found = await lookAt(url);
  const store = found.kind === "stores" ? found.stores.find((one) => one.root === root) : undefined;
  if (!store) throw new AnalysisError("network", `${url} is not what it was any more. Open it again.`);
  return store;
}

/** A file at an address that sends parts of it. */
function rangeBytes(url: string, name: string, size: number): NamedBytes {
  let ahead = { from: 0, bytes: new Uint8Array(0) };
  const read = async (from: number, to: number) => {
    if (from < ahead.from || to > ahead.from + ahead.bytes.length) {
      const length = Math.min(Math.max(to - from, AHEAD), size - from);
      const bytes = await fetchPiece(url, name, async () => false, { offset: from, length });
      if (bytes?.length !== length) throw new AnalysisError("network", `${name} was changed on its host while it was read. Open it again.`);
      if (length > AHEAD) return bytes;
      ahead = { from, bytes };
    }
    return ahead.bytes.subarray(from - ahead.from, to - ahead.from);
  };
  async function* stored(from = 0, to = size): AsyncGenerator<Uint8Array> {
    const end = Math.min(to, size);
    if (end > from) yield await read(from, end);
  }
  return namedBytes(name, size, stored, inflate);
}
