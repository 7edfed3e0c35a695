import type { FileInfo, ModelInfo, SampleInfo, StudyInfo } from "../contract/types";
import { geneColumns, py, storedLines } from "./python-source";

type Study = Pick<FileInfo, "name" | "reading" | "matrices" | "coverage"> & { study: StudyInfo };

const bool = (is: boolean) => (is ? "True" : "False");

/** How a file's matrix is read; the same lines for files that hold theirs alike. */
const bodyOf = ({ matrix, values, scale, hasOthers }: SampleInfo): string =>
  `${storedLines({ path: matrix, values, scale, hasOthers })}return source`.replaceAll(/^(?=.)/gm, "    ");

/** Joins genes as the page does: `joined(files)` of each file's (symbol, Ensembl id) gives all genes, and the places of each file's. */
const JOIN_LINES = `IDENTIFIER = re.compile(r"(ENS[A-Z]*G\\d+(\\.\\d+)?|\\d+|ENTREZ.*)$")
ENSEMBL = re.compile(r"ENS[A-Z]*G\\d{11}")


def is_readable(names):
    judged = [name for name in names if name][:200]
    return sum(bool(IDENTIFIER.match(name)) for name in judged) < len(judged) / 2


def genes_of(columns):  # (symbol, Ensembl id) of every gene
    shown = next((column for column in columns if is_readable(column)), columns[0])
    with_ids = next((c for c in columns if sum(bool(ENSEMBL.match(n)) for n in c[:200]) > min(200, len(c)) / 2), [""] * len(shown))
    ids = [(ENSEMBL.match(name) or [""])[0] for name in with_ids]
    names = [symbol or name for symbol, name in zip(shown, columns[0])]
    return [("" if key and name.startswith(key) else name, key) for name, key in zip(names, ids)]


meanings = {}  # other names of a gene -> its symbol and id
for symbol, ensembl_id, aliases, *_ in vocabulary:
    for name in filter(None, [symbol, *aliases.split("|")]):
        meanings.setdefault(name.lower(), []).extend(filter(None, ["" if name == symbol else symbol.upper(), ensembl_id]))


def joined(files):
    entries, by_id, by_symbol, by_upper = [], {}, {}, {}  # an entry: symbol, id, the file that took it last

    def name_it(symbol, place):
        by_symbol.setdefault(symbol, []).append(place)
        by_upper.setdefault(symbol.upper(), []).append(place)

    def by_alias(symbol, key):
        meant = meanings.get(symbol.lower(), []) if symbol and not key else []
        found = {place for name in meant for place in by_id.get(name, by_upper.get(name, []))}
        return found if len(found) == 1 else []

    looks = [
        lambda symbol, key: by_id.get(key, []) if key else [],
        lambda symbol, key: by_symbol.get(symbol, []) if symbol else [],
        lambda symbol, key: by_upper.get(symbol.upper(), []) if symbol else [],
        by_alias,
    ]
    places = [np.full(len(genes), -1) for genes in files]
    # Files with symbols and ids tell which symbol is which id: the others join through them.
    for file in sorted(range(len(files)), key=lambda file: not any(symbol and key for symbol, key in files[file])):
        # Weaker evidence is looked at only where no other gene of the file has stronger.
        for look in looks if entries else []:
            for gene, (symbol, key) in enumerate(files[file]):
                if places[file][gene] >= 0:
                    continue
                free = (p for p in look(symbol, key) if entries[p][2] != file and (not key or entries[p][1] in ("", key)))
                place = next(free, None)
                if place is None:
                    continue
                places[file][gene] = place
                if key and not entries[place][1]:
                    entries[place][1] = key
                    by_id.setdefault(key, []).append(place)
                if symbol and not entries[place][0]:
                    entries[place][0] = symbol
                    name_it(symbol, place)
                entries[place][2] = file
        for gene, (symbol, key) in enumerate(files[file]):
            if places[file][gene] < 0:
                places[file][gene] = place = len(entries)
                entries.append([symbol, key, file])
                if key:
                    by_id.setdefault(key, []).append(place)
                if symbol:
                    name_it(symbol, place)
    return entries, places
`;

/** Where a file holds logarithms, all are counts per 10,000 of a cell's own genes. */
const PER_TEN_THOUSAND = `    total = np.asarray(part.X.sum(axis=1)).ravel()  # another file holds logarithms: counts per 10,000
    values = csr_matrix(values.multiply(1e4 / np.maximum(total, 1e-12)[:, None]))
`;

const filesLines = ({ study, reading, coverage }: Study, paths: readonly string[], model: ModelInfo): string => {
  const unread = new Set(coverage.find((one) => one.model === model.name)?.unread?.map(({ sample }) => sample));
  const bodies = [...new Set(study.samples.map(bodyOf))];
  const rows = study.samples.map((one) => {
    const columns = JSON.stringify(geneColumns({ reading, geneColumns: one.geneColumns }));
    const how = `source_${bodies.indexOf(bodyOf(one)) + 1}, ${columns}, ${bool(!unread.has(one.sample))}`;
    return `    (${py(one.sample)}, ${py(paths[one.place]!)}, ${one.cells}, ${one.genes}, ${how}),`;
  });
  return `${bodies.map((body, i) => `def source_${i + 1}(adata):\n${body}`).join("\n\n\n")}


# Name of the sample, file, cells, genes, how its matrix is read, columns of var that name genes, whether the model reads it.
FILES = [
${rows.join("\n")}
]`;
};

/**
 * Lines of Python that read several files as one, as the page does: `adata` with the cells of all, `source` with the genes of the matrix,
 * `shared` of which are measured in every file, and `PARTS`, what is read by its own genes. Expects `vocabulary` and `gene_names`.
 */
export function studyLines(info: Study, matrix: string, paths: readonly string[], model: ModelInfo): string {
  const { study, reading } = info;
  const isLog = info.matrices.find(({ path }) => path === matrix)?.values === "log1p";
  const isShared = matrix === study.shared && study.genes.every < study.genes.any;
  return `# --- Several files as one. Genes are joined by Ensembl id, else by symbol, else ignoring case, else by alias.
FILE = ${py(info.name)}


${filesLines(info, paths, model)}

${JOIN_LINES}

opened, sources, names, obs = [], [], [], []
for sample, path, n_cells, n_genes, source_of, gene_columns, _ in FILES:
    opened.append(anndata.read_h5ad(path))
    assert opened[-1].n_obs == n_cells, f"{path} is not the same file"
    sources.append(source_of(opened[-1]))
    assert sources[-1].n_vars == n_genes, f"the script cannot tell genes from other features in {path}"
    names.append(gene_names(sources[-1], gene_columns, ${bool([undefined, "_index"].includes(reading.genesFrom))}))
    obs.append(opened[-1].obs.assign(**{${py(study.column)}: sample}))

# Cells that share a name with those of another file have their sample behind it.
known = pd.Series([name for frame in obs for name in set(frame.index)])
if known.duplicated().any():
    obs = [frame.set_axis(frame.index.astype(str) + f"-{sample}") for frame, (sample, *_) in zip(obs, FILES)]
adata = anndata.AnnData(obs=pd.concat(obs))

entries, places = joined([genes_of(columns) for columns in names])
measured_in = np.bincount(np.concatenate(places), minlength=len(entries))
shared = measured_in == len(FILES)
assert (len(entries), shared.sum()) == (${study.genes.any}, ${study.genes.every}), "the genes are joined otherwise than on the page"


def at_places(part, place):
    scatter = csr_matrix((np.ones(len(place)), (np.arange(len(place)), place)), shape=(len(place), len(entries)))
    values = csr_matrix(part.X @ scatter)
${isLog ? PER_TEN_THOUSAND : ""}    return values


source = anndata.AnnData(
    vstack([at_places(part, place) for part, place in zip(sources, places)], format="csr"),
    obs=adata.obs[[]],
    var=pd.DataFrame(index=anndata.utils.make_index_unique(pd.Index([symbol or key for symbol, key, _ in entries]))),
)
${
  isShared
    ? `# The genes that every file measures are read as those of one file.
source = source[:, shared].copy()
entries = [entry for entry, every in zip(entries, shared) if every]
shared = np.ones(len(entries), bool)
columns = [[symbol or key for symbol, key, _ in entries], [key for _, key, _ in entries]]
PARTS = [(source, columns, True)]`
    : `# Each file is read by its own genes.
PARTS = [(part, columns, reads) for part, columns, (*_, reads) in zip(sources, names, FILES)]`
}`;
}
