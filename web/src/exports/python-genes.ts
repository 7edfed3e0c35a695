/**
 * Lines of Python that match names of genes to a model's vocabulary as the page does: `matched(part, names)` gives counts over the
 * vocabulary and which of its genes are measured. Expects `manifest` and `vocabulary`; `isFolded`: case does not tell species apart.
 */
export const geneLines = (
  isFolded: boolean,
): string => `# --- Genes: matched by Ensembl id, else by symbol, else ignoring case, else by alias; ambiguous names are dropped.
GENOMES = ("GRCh38", "GRCh37", "hg19", "hg38", "mm10", "GRCm39", "GRCm38")
# Mouse symbols differ from human ones by case only.
FOLD = ${isFolded ? "True" : "False"}


def ensembl(name):
    stem = name.replace("_", ".").split(".")[0]
    return stem if stem.startswith("ENS") and stem[-12:-11] == "G" and stem[-11:].isdigit() and stem[3:-11].isupper() else ""


def plain(name):
    name = str(name).strip()
    genome = next((g for g in GENOMES if name.startswith(g) and name[len(g):len(g) + 1] in tuple("-_.:|")), None)
    return name[len(genome):].lstrip("-_.:|") if genome else name


books = [{}, {}, {}, {}]


def add(book, name, gene):
    if name:
        books[book][name] = gene if books[book].get(name, gene) == gene else -1


for gene, (symbol, ensembl_id, aliases, *_) in enumerate(vocabulary):
    add(0, ensembl(ensembl_id), gene)
    add(1, symbol, gene)
    if FOLD:
        add(2, symbol.upper(), gene)
    for alias in filter(None, aliases.split("|")):
        add(3, alias.upper() if FOLD else alias, gene)


COMPOSITE = re.compile(r"(.+?)[_|;: ]+\\(?(ENS[A-Z]*G\\d{11})(?:\\.\\d+)?\\)?")  # SYMBOL_ENSG..., SYMBOL|ENSG...


def find(name):
    name = plain(name)
    both = COMPOSITE.fullmatch(name)
    if both:
        return min((find(part) for part in both.groups()), key=lambda hit: (hit[0] < 0, hit[1]))
    if ensembl(name):
        return books[0].get(ensembl(name), -1), 0
    for book, key in ((1, name), (2, name.upper()), (3, name.upper() if FOLD else name)):
        if books[book].get(key, -1) >= 0:
            return books[book][key], book
    return -1, 9


def gene_names(source, gene_columns, by_index):  # the names of each gene, a list a column
    named = [c for c in gene_columns if c in source.var and source.var[c].dtype.kind not in "iuf"]
    return ([list(source.var_names.astype(str))] if by_index else []) + [list(source.var[c].astype(str)) for c in named]


def matched(part, names):
    hits = [min((find(column[i]) for column in names), key=lambda hit: (hit[0] < 0, hit[1])) for i in range(part.n_vars)]
    best = {}
    for gene, book in hits:
        if gene >= 0:
            best[gene] = min(book, best.get(gene, 9))
    kept = [(column, gene) for column, (gene, book) in enumerate(hits) if gene >= 0 and book == best[gene]]
    columns, genes = np.array(kept, dtype=int).reshape(-1, 2).T
    to_vocabulary = csr_matrix((np.ones(len(kept)), (columns, genes)), shape=(part.n_vars, len(vocabulary)))
    measured = np.zeros(len(vocabulary), bool)
    measured[genes] = True
    return csr_matrix(part.X @ to_vocabulary), measured  # columns of the same gene are summed
`;
