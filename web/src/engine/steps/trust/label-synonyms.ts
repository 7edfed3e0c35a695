import { plainLabel, wordsOf } from "./plain-label";

/*
 * Names that files use for cell types and other phenotypes -> class names to try, best first.
 * Only names that mean the same, or a subtype of the class: a coarser name (T cell for a CD4 T cell) is left unmatched.
 */
const TABLE = `
cd14+ mono	classical monocyte|CD14-positive monocyte|monocyte
cd14+ monocyte	classical monocyte|CD14-positive monocyte|monocyte
cd14 monocyte	classical monocyte|CD14-positive monocyte|monocyte
cd14 mono	classical monocyte|CD14-positive monocyte|monocyte
fcgr3a+ mono	non-classical monocyte|monocyte
fcgr3a+ monocyte	non-classical monocyte|monocyte
cd16+ mono	non-classical monocyte|monocyte
cd16+ monocyte	non-classical monocyte|monocyte
cd16 mono	non-classical monocyte|monocyte
nonclassical monocyte	non-classical monocyte|monocyte
non classical monocyte	non-classical monocyte|monocyte
nk	natural killer cell
nk cell	natural killer cell
cd16+ nk cell	natural killer cell
cd56dim nk cell	natural killer cell
cd56bright nk cell	natural killer cell
cd56+ nk	natural killer cell
b	B cell
bcell	B cell
cd19+ b	B cell
cd20+ b	B cell
naive b cell	B cell
memory b cell	B cell
plasma	plasma cell
plasmablast	plasma cell
cd4 t	CD4-positive, alpha-beta T cell
cd4 t cell	CD4-positive, alpha-beta T cell
cd4+ t cell	CD4-positive, alpha-beta T cell
cd4+ t	CD4-positive, alpha-beta T cell
naive cd4 t	CD4-positive, alpha-beta T cell
naive cd4 t cell	CD4-positive, alpha-beta T cell
naive cd4+ t cell	CD4-positive, alpha-beta T cell
cd4 tcm	CD4-positive, alpha-beta T cell
cd4 tem	CD4-positive, alpha-beta T cell
cd4 ctl	CD4-positive, alpha-beta T cell
cd4 proliferating	CD4-positive, alpha-beta T cell
cd8 tcm	CD8-positive, alpha-beta T cell
cd8 tem	CD8-positive, alpha-beta T cell
cd8 proliferating	CD8-positive, alpha-beta T cell
cd8 effector	CD8-positive, alpha-beta T cell
b intermediate	B cell
cdc1	conventional dendritic cell
cdc2	conventional dendritic cell
cd1c+ dc	conventional dendritic cell
nk cd56bright	natural killer cell
nk proliferating	natural killer cell
hsc	hematopoietic precursor cell
eryth	erythroid lineage cell
memory cd4 t	CD4-positive, alpha-beta T cell
memory cd4 t cell	CD4-positive, alpha-beta T cell
memory cd4+ t cell	CD4-positive, alpha-beta T cell
cd4+/cd25 t reg	CD4-positive, alpha-beta T cell
cd4+/cd45ro+ memory	CD4-positive, alpha-beta T cell
cd4+/cd45ra+/cd25- naive t	CD4-positive, alpha-beta T cell
cd4+ t helper2	CD4-positive, alpha-beta T cell
regulatory t cell	CD4-positive, alpha-beta T cell
reg. t cell	CD4-positive, alpha-beta T cell
regulatory t	CD4-positive, alpha-beta T cell
regulatoryt	CD4-positive, alpha-beta T cell
treg	CD4-positive, alpha-beta T cell
helper t cell	CD4-positive, alpha-beta T cell
thelper	CD4-positive, alpha-beta T cell
cd8 t	CD8-positive, alpha-beta T cell
cd8 t cell	CD8-positive, alpha-beta T cell
cd8+ t cell	CD8-positive, alpha-beta T cell
cd8+ t	CD8-positive, alpha-beta T cell
naive cd8 t cell	CD8-positive, alpha-beta T cell
memory cd8 t cell	CD8-positive, alpha-beta T cell
cd8+ cytotoxic t	CD8-positive, alpha-beta T cell
cd8+/cd45ra+ naive cytotoxic	CD8-positive, alpha-beta T cell
cytotoxic t cell	CD8-positive, alpha-beta T cell
cytotoxict	CD8-positive, alpha-beta T cell
naivecytotoxic	CD8-positive, alpha-beta T cell
dc	conventional dendritic cell|dendritic cell
dendritic	conventional dendritic cell|dendritic cell
dendritic cell	conventional dendritic cell|dendritic cell
cdc	conventional dendritic cell|dendritic cell
myeloid dendritic cell	conventional dendritic cell|dendritic cell
pdc	plasmacytoid dendritic cell|dendritic cell
megakaryocyte	megakaryocyte|platelet
megakaryocyte cell	megakaryocyte|platelet
mk	megakaryocyte|platelet
platelet cell	platelet
mast	mast cell
erythrocyte	erythroid lineage cell|erythrocyte
erythroid cell	erythroid lineage cell
erythroblast	erythroid lineage cell
red blood cell	erythroid lineage cell|erythrocyte
hspc	hematopoietic precursor cell
hematopoietic stem cell	hematopoietic precursor cell
cd34+	hematopoietic precursor cell
kupffer cell	macrophage
microglia	microglial cell
micro	microglial cell
astro	astrocyte
oligo	oligodendrocyte
opc	oligodendrocyte precursor cell
oligodendrocyte progenitor cell	oligodendrocyte precursor cell
exc	glutamatergic neuron
excitatory neuron	glutamatergic neuron
glutamatergic	glutamatergic neuron
inh	GABAergic neuron
inhibitory neuron	GABAergic neuron
gabaergic	GABAergic neuron
interneuron	GABAergic neuron
endothelial	endothelial cell
endo	endothelial cell
smooth muscle	smooth muscle cell
cardiomyocyte	cardiac muscle cell
beta cell	type B pancreatic cell
beta	type B pancreatic cell
alpha cell	pancreatic A cell
alpha	pancreatic A cell
delta cell	pancreatic D cell
delta	pancreatic D cell
acinar	pancreatic acinar cell
acinar cell	pancreatic acinar cell
ductal	pancreatic ductal cell
ductal cell	pancreatic ductal cell
at1	pulmonary alveolar type 1 cell
at2	pulmonary alveolar type 2 cell
type i pneumocyte	pulmonary alveolar type 1 cell
type ii pneumocyte	pulmonary alveolar type 2 cell
ciliated cell	ciliated epithelial cell
ciliated	ciliated epithelial cell
peripheral blood	blood
pbmc	blood
brain cortex	cerebral cortex
cortex	cerebral cortex
skin	skin of body
muscle	skeletal muscle tissue
skeletal muscle	skeletal muscle tissue
adrenal	adrenal gland
prostate	prostate gland
thyroid	thyroid gland
fat	adipose tissue
bladder	urinary bladder
breast tissue	breast
healthy	normal
control	normal
ctrl	normal
none	normal
sle	systemic lupus erythematosus
lupus	systemic lupus erythematosus
luad	lung adenocarcinoma
tnbc	triple-negative breast carcinoma
f	female
m	male
woman	female
man	male
adult	adult stage
fetal	fetal stage
foetal	fetal stage
`;

const LINES = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [label, classes] = line.split("\t") as [string, string];
    return { label, classes: classes.split("|") };
  });

let byName: Map<string, string[]> | undefined;
let byWords: Map<string, string[]> | undefined;

/** Class names that a label, brought to its plain form, may stand for. */
export function synonymsOf(plain: string): string[] {
  byName ??= new Map(LINES.map(({ label, classes }) => [plainLabel(label), classes]));
  return byName.get(plain) ?? [];
}

/** The same by a label's words, whatever their order. */
export function synonymsOfWords(words: string): string[] {
  byWords ??= new Map(LINES.map(({ label, classes }) => [wordsOf(label), classes]));
  return byWords.get(words) ?? [];
}

/** Names of classes and their synonyms that share words with a label: the words of each, with the class names that it stands for. */
export const synonymWords = (): { words: string; classes: string[] }[] =>
  LINES.map(({ label, classes }) => ({ words: wordsOf(label), classes }));
