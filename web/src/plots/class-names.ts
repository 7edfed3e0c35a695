/** Names of the Cell Ontology as biologists shorten them; what is not listed keeps its name. */
const SHORT: Readonly<Record<string, string>> = {
  "CD4-positive, alpha-beta T cell": "CD4 T cell",
  "CD8-positive, alpha-beta T cell": "CD8 T cell",
  "natural killer cell": "NK cell",
  "mature NK T cell": "NKT cell",
  "gamma-delta T cell": "γδ T cell",
  "mucosal invariant T cell": "MAIT cell",
  "conventional dendritic cell": "cDC",
  "plasmacytoid dendritic cell": "pDC",
  "hematopoietic precursor cell": "HSPC",
  "hematopoietic stem cell": "HSC",
  "erythroid lineage cell": "erythroid cell",
  "microglial cell": "microglia",
  "oligodendrocyte precursor cell": "OPC",
  "endothelial cell of lymphatic vessel": "lymphatic endothelial cell",
  "cardiac muscle cell": "cardiomyocyte",
  "cell of skeletal muscle": "skeletal muscle cell",
  "pancreatic acinar cell": "acinar cell",
  "pancreatic ductal cell": "ductal cell",
  "type B pancreatic cell": "beta cell",
  "pancreatic A cell": "alpha cell",
  "pancreatic D cell": "delta cell",
  "epithelial cell of proximal tubule": "proximal tubule cell",
  "kidney loop of Henle epithelial cell": "loop of Henle cell",
  "renal principal cell": "principal cell",
  "renal intercalated cell": "intercalated cell",
  "pulmonary alveolar type 1 cell": "AT1 cell",
  "pulmonary alveolar type 2 cell": "AT2 cell",
  "cortical cell of adrenal gland": "adrenal cortex cell",
  "luminal epithelial cell of mammary gland": "luminal cell",
  "placental villous trophoblast": "villous trophoblast",
};

/** A class's name as it is shown; files, links and tooltips have the ontology's own. */
export const shortClass = (label: string): string =>
  SHORT[label] ?? label.replace("thymus-derived ", "").replace(/\b(CD[48])-positive, alpha-beta T cell/, "$1 T cell");
