import { DOUBLET_CELLS } from "../contract/doublets";
import { MISSING_IN_PYTHON } from "../contract/missing";
import type { PythonQuestion } from "./python-question";
import { py } from "./python-source";

/* Lines of Python beside quality and predictions: accuracy on labels, counts of the genes of sex, doublets. */

const table = (entries: [string, string][]) =>
  entries.length === 0 ? "{}" : `{\n${entries.map(([from, to]) => `    ${py(from)}: ${py(to)},`).join("\n")}\n}`;

/** Accuracy on labels of the file; expects `adata` and `cells`. */
export function scoreLines({ labels, model }: Pick<PythonQuestion, "labels" | "model">): string {
  if (!labels) return "";
  const classes = model.heads.find(({ phenotype }) => phenotype === labels.phenotype)?.classes ?? [];
  const matches = labels.matches.flatMap(({ label, code }): [string, string][] =>
    code >= 0 && classes[code] ? [[label, classes[code].label]] : [],
  );
  return `
# Accuracy on your labels, as they were matched to the model's classes.
MATCHES = ${table(matches)}
truth = adata.obs[${py(labels.column)}].astype(str).map(MATCHES)
scored = truth.notna() & cells[${py(`${labels.phenotype}_label`)}].notna()
correct = cells.loc[scored, ${py(`${labels.phenotype}_label`)}] == truth[scored]
print(f"top-1 accuracy: {correct.mean():.4f} on {scored.sum()} labelled cells")
`;
}

/** Counts of the genes of sex per donor: what the verdict rests on (docs/trust.md). */
export function sexLines(): string {
  return `
# --- Sex by counted genes: what the verdict per donor rests on (a tenth of the other kind, ten counts, no cells of both sexes)
Y_GENES = "RPS4Y1 DDX3Y EIF1AY KDM5D UTY ZFY USP9Y EIF2S3Y".split()


def sex_counts(part, names):
    called = lambda name: {plain(name).upper(), str(symbol_of.get(ensembl(plain(name)), "")).upper()}
    upper = [set().union(*(called(column[i]) for column in names)) for i in range(part.n_vars)]
    return pd.DataFrame({
        "xist_counts": np.asarray(part.X[:, [i for i, found in enumerate(upper) if "XIST" in found]].sum(axis=1)).ravel(),
        "y_counts": np.asarray(part.X[:, [i for i, found in enumerate(upper) if found & set(Y_GENES)]].sum(axis=1)).ravel(),
        "all_counts": np.asarray(part.X.sum(axis=1)).ravel(),
    })


sex = pd.concat([sex_counts(part, names) for part, names, _ in PARTS]).set_axis(adata.obs_names)
DONORS = next((name for name in ["donor_id", "donor", "donors", "patient_id", "patient"] if name in adata.obs), None)
NO_DONOR = r"${MISSING_IN_PYTHON}"
names_of = adata.obs[DONORS].astype(str).str.strip() if DONORS else None
print(sex.groupby(names_of.mask(names_of.str.contains(NO_DONOR))).sum() if DONORS else sex.sum())
`;
}

/** Doublet scores by scanpy's port of Scrublet. */
export function doubletLines({ doublets, info }: Pick<PythonQuestion, "doublets" | "info">): string {
  if (!doublets) return "";
  const { column, rate, threshold } = doublets;
  // Of several files, genes that all measure.
  const all = info.study ? "source[:, shared]" : "source";
  const own = column === null ? "" : `adata.obs[${py(column)}].astype(str)`;
  const samples =
    column === null
      ? `scorable = np.ones(adata.n_obs, dtype=bool)\nscored = ${all}.copy()`
      : `sizes = ${own}.map(${own}.value_counts())
scorable = (adata.obs[${py(column)}].notna() & (sizes >= ${DOUBLET_CELLS.fewest})).to_numpy()
scored = ${all}[scorable].copy()
scored.obs["sample"] = ${own}.to_numpy()[scorable]`;
  const batch = column === null ? "" : ', batch_key="sample"';
  return `
# --- Doublets by scanpy's port of Scrublet, which chooses variable genes otherwise than Scrublet and the page: like scores, not the same.
${samples}
sc.pp.scrublet(scored, expected_doublet_rate=${rate}${batch}${threshold === null ? "" : `, threshold=${threshold}`}, random_state=0)
cells.loc[scorable, "doublet_score"] = scored.obs["doublet_score"].to_numpy()
cells.loc[scorable, "predicted_doublet"] = scored.obs["predicted_doublet"].to_numpy()
print(f"\\ndoublets: {int(scored.obs['predicted_doublet'].sum())} of {scored.n_obs} cells")
`;
}
