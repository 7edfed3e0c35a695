/**
 * Lines of Python that read an annotation.json and put its names into `adata.obs`, as the annotated file has them: the cells' groups after
 * all splits, and each group's name, term, confidence and source. `path` is a Python string, `column` the name of the first column.
 */
export const namesLines = (path: string, column: string): string => `
# --- Names of groups, as they were given in Annotate (annotation.json; docs/formats.md)
annotation = json.loads(Path(${path}).read_text(encoding="utf-8"))


def unpacked(text):  # bits a cell, then one more than each code in base64
    bits, data = text.split(":")
    return np.frombuffer(base64.b64decode(data), f"<u{int(bits) // 8}").astype(np.int64) - 1


codes = unpacked(annotation["codes"])
if len(codes) != adata.n_obs:
    raise SystemExit(f"{annotation['file']['name']} has {len(codes)} cells, and {FILE} {adata.n_obs}: these names are of another file.")
leaves = np.array([None] + [start["name"] for start in annotation["start"]], dtype=object)[codes + 1]
for split in annotation["splits"]:
    dealt = np.isin(leaves, split["of"])
    leaves[dealt] = np.array(split["parts"], dtype=object)[unpacked(split["codes"])]
NAME = ${column}
written = {}  # leaf -> what its cells are called, term, confidence, source
for group in annotation["groups"]:
    called = group["name"] if group["mark"] == "named" else group["mark"]
    term = group["ontologyId"] if group["mark"] == "named" else ""
    for leaf in group["members"]:
        written[leaf] = (called, term, group["confidence"], group["source"]) if called else ("", "", None, "")
rows = [written.get(leaf, ("", "", None, "")) for leaf in leaves]
order = [group["name"] if group["mark"] == "named" else group["mark"] for group in annotation["groups"]]
used = {row[0] for row in rows}
categories = [name for name in dict.fromkeys(order) if name and name in used]
adata.obs[NAME] = pd.Categorical([row[0] or None for row in rows], categories=categories)
adata.obs[NAME + "_ontology_term_id"] = pd.Categorical([row[1] or None for row in rows])
adata.obs[NAME + "_confidence"] = np.array([np.nan if row[2] is None else row[2] for row in rows], np.float32)
adata.obs[NAME + "_source"] = pd.Categorical([row[3] or None for row in rows])
for suffix in ("", "_ontology_term_id", "_confidence", "_source"):
    cells[NAME + suffix] = adata.obs[NAME + suffix]
print(f"\\n{NAME}\\n{adata.obs[NAME].value_counts(sort=False).to_string()}")
`;
