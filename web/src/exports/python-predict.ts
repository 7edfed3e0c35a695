/** Lines of Python that compute what a linear model says of every cell of `PARTS`; expects `manifest`, `read`, `matches` and `cells`. */
export const PREDICT_LINES = `# ... and the input of this model, over the genes that the file measures.
def rank_normal(values):
    values = values.astype(np.float32)
    zeros = int((values == 0).sum())
    distinct, inverse, times = np.unique(values, return_inverse=True, return_counts=True)
    ranks = np.cumsum(times) - (times - 1) / 2  # average ranks of ties
    z = np.sqrt(2) * erfinv(2 * ranks / (len(values) + 1) - 1)[inverse]
    norm = np.sqrt(np.square(z).sum())
    return z * (np.sqrt(len(values)) / norm) if norm > 0 and zeros < len(values) else np.zeros(len(values))


encoding = manifest["encoding"]


def scores(block, total):
    if encoding["name"] == "rank-normal":
        return np.stack([rank_normal(row) for row in block])
    return np.log1p(encoding["target_sum"] * block / np.maximum(total, 1e-12)[:, None])


# --- Predictions: logit = bias + sum over measured genes of weight x (score - mean score in training).
blob = read(manifest["files"]["weights"]["path"])
tensors = {}
for t in manifest["tensors"]:
    values = np.frombuffer(blob, t["dtype"], int(np.prod(t["shape"])), t["offset"])
    tensors[t["name"]] = values.reshape(t["shape"]).astype(np.float64)


# Files of fewer than half of the model's genes have other ranks and totals than training had: a model with panel cells is fitted to them.
def panel_cells(blob):
    genes, cells = np.frombuffer(blob, "<u4", 2, 8)
    stored, at = np.frombuffer(blob, "<u4", cells, 16), 16 + 4 * int(cells)
    amounts = np.zeros((cells, genes))
    for row, values in zip(amounts, stored):
        gene = 0
        for _ in range(values):
            while blob[at] == 255:
                gene, at = gene + 255, at + 1
            gene += blob[at]
            row[gene], gene, at = blob[at + 1], gene + 1, at + 2
    return amounts


def weights_of(measured):
    weights, bias, mean = tensors["weights"][measured], tensors["bias"], tensors["mean"][measured]
    if 2 * measured.sum() >= len(measured) or "panel" not in manifest["files"]:
        return weights, bias, mean
    amounts = panel_cells(read(manifest["files"]["panel"]["path"]))
    if encoding["name"] != "rank-normal":
        amounts = np.expm1(amounts / 24)
    amounts = amounts[[len(np.unique(row[measured])) > 1 for row in amounts]]
    if len(amounts) < 20:
        return weights, bias, mean
    full = scores(amounts, amounts.sum(axis=1))
    panel = scores(amounts[:, measured], amounts[:, measured].sum(axis=1))
    known = (full - tensors["mean"]) @ tensors["weights"]
    mean, deviation = panel.mean(axis=0), np.maximum(panel.std(axis=0), 1e-3)
    standard = (panel - mean) / deviation
    prior = weights * full[:, measured].std(axis=0)[:, None]
    kernel = standard @ standard.T
    kernel += 4 * np.trace(kernel) / len(kernel) * np.eye(len(kernel))
    rest = known - known.mean(axis=0) - standard @ prior
    weights = (prior + standard.T @ np.linalg.solve(kernel, rest)) / deviation[:, None]
    return weights, bias + known.mean(axis=0), mean


def logits_of(part, counts, measured):
    weights, bias, mean = weights_of(measured)
    totals = np.asarray(part.X.sum(axis=1)).ravel()
    logits = np.full((part.n_obs, len(bias)), np.nan)
    for first in range(0, part.n_obs, 1000):
        block = counts[first : first + 1000].toarray()[:, measured]
        logits[first : first + 1000] = (scores(block, totals[first : first + 1000]) - mean) @ weights + bias
    logits[np.asarray(counts.sum(axis=1)).ravel() == 0] = np.nan  # no counts
    return logits


is_read = np.concatenate([np.full(part.n_obs, reads) for part, _, reads in PARTS])
logits = np.concatenate([
    logits_of(part, counts, measured) if reads else np.full((part.n_obs, tensors["bias"].size), np.nan)
    for (part, _, reads), (counts, measured) in zip(PARTS, matches)
])

first = 0
for head in manifest["heads"]:
    classes = np.array([c["label"] for c in head["classes"]], dtype=object)
    clusters = head.get("clusters", 0)  # above 0: a gate per cluster, then each cluster's own logits
    width = clusters * (1 + len(classes)) if clusters else len(classes)
    own = logits[:, first : first + width]
    first += width
    if clusters:
        nearest = np.nan_to_num(own[:, :clusters]).argmax(axis=1)
        own = own[:, clusters:].reshape(len(own), clusters, len(classes))[np.arange(len(own)), nearest]
    p = softmax(own / head["temperature"], axis=1)
    known = ~np.isnan(p[:, 0])
    top = np.where(known, np.nan_to_num(p).argmax(axis=1), 0)
    name = head["phenotype"]
    cells[name + "_label"] = np.where(known, classes[top], None)
    cells[name + "_probability"] = np.where(known, p[np.arange(len(p)), top], np.nan)
    # Without counts all classes are equally likely; of cells that the model does not read nothing is said.
    entropy = np.where(known, -(p * np.log(np.maximum(p, 1e-300))).sum(axis=1), np.log(len(classes)))
    cells[name + "_entropy"] = np.where(is_read, entropy, np.nan)
    print(f"\\n{name}\\n{cells[name + '_label'].value_counts().head(10).to_string()}")
`;
