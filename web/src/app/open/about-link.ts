import { isConvertedFile, isStoreAddress } from "../../contract/cell-files";

/** What was typed as a link: the address to open, and what can be done with it in a sentence; no address where nothing can be opened. */
export interface AboutLink {
  url: string | null;
  says: string;
}

const DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
const GEO = /^(?:GSE|GSM|GDS)\d+$/i;
const GEO_PAGE = /^(?:https?|ftp):\/\/(?:www|ftp)\.ncbi\.nlm\.nih\.gov\/geo\//i;
/** What is opened with others beside it, and so by no link. */
const ONE_OF_THREE = /\.mtx(\.gz)?$/i;

/** Reads an address, a DOI or an accession. The engine finds the file of a page (engine/platform/remote). */
export function aboutLink(typed: string): AboutLink {
  const text = typed.trim();
  if (text === "") return { url: null, says: "" };
  const doi = DOI.exec(text)?.[1];
  if (doi) return ofDoi(doi);
  if (GEO.test(text) || GEO_PAGE.test(text))
    return {
      url: null,
      says:
        "GEO lets no other page read its files: download its supplementary files (.h5ad, .h5, matrix.mtx with its tables, RAW.tar) " +
        `${GEO.test(text) ? `(ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=${text.toUpperCase()}) ` : ""}and drop them here.`,
    };
  if (/^https:\/\/cellxgene\.cziscience\.com\//i.test(text))
    return {
      url: null,
      says:
        "A page of CELLxGENE Discover holds no file: choose Download and .h5ad there, and paste the address that it shows " +
        "(datasets.cellxgene.cziscience.com/….h5ad): only the parts that are needed are read.",
    };
  if (/^https:\/\/(?:www\.)?zenodo\.org\/records?\/\d+\/?(?:[?#].*)?$/i.test(text))
    return {
      url: text.replace("//www.", "//"),
      says: "A Zenodo record: its .h5ad or .h5 file is opened if there is only one, else they are listed.",
    };
  if (/^https:\/\/(?:[\w-]+\.)?figshare\.com\/articles\//i.test(text))
    return { url: text, says: "A figshare article: its .h5ad or .h5 file is opened if there is only one, else they are listed." };
  const name = text.replace(/[?#].*$/, "").replace(/^.*\//, "");
  if (ONE_OF_THREE.test(name))
    return { url: null, says: `${name} is one of three files: download them (matrix, barcodes, features) and drop them here together.` };
  if (isStoreAddress(text)) return { url: text, says: "A zarr store: only the pieces that are needed are read." };
  if (isConvertedFile(name)) return { url: text, says: `${name} is downloaded and converted on this computer before it is read.` };
  if (/^https?:\/\//i.test(text)) return { url: text, says: "A file: only the parts that are needed are read, where its host allows." };
  return { url: text, says: "Neither a DOI nor an address: those begin with 10. or https://." };
}

/** DOIs that Zenodo and figshare give hold the number of the record; what others lead to cannot be told here. */
function ofDoi(doi: string): AboutLink {
  const zenodo = /^10\.5281\/zenodo\.(\d+)$/i.exec(doi)?.[1];
  if (zenodo) return aboutLink(`https://zenodo.org/records/${zenodo}`);
  const figshare = /^10\.\d+\/(?:m9\.figshare|figshare\.plus)\.(\d+)(?:\.v\d+)?$/i.exec(doi)?.[1];
  if (figshare) return aboutLink(`https://figshare.com/articles/dataset/_/${figshare}`);
  return { url: null, says: `This DOI is not of Zenodo or figshare: open doi.org/${doi}, and paste the address of the file there.` };
}
