import type { TermBy } from "../../contract/types";
import type { Ontology } from "../steps/trust/is-a";

/*
 * Names that published models give to cell types -> the name of the Cell Ontology term that contains them all. The
 * first rule that fits a label decides. A class of a state (`Tem/Effector helper T cells`) gets the finest term of which
 * all its cells are; where none is, no rule. Labels are lower case, their separators spaces, `CD16+` is `cd16` and
 * `CD16-` is `cd16neg`.
 */
const RULES = `
doublet|unknown|unassigned|low qual|mix(ed)?\\b(?!.*dc)|malignant
\\bmaits?\\b	mucosal invariant T cell
\\bi?nkt\\b	mature NK T cell
gamma delta|\\bgdt\\b|\\btgd\\b|t gd\\b	gamma-delta T cell
double negative thymocyte	double negative thymocyte
double positive thymocyte	double-positive, alpha-beta thymocyte
\\btregs?\\b|regulatory t|\\bt ?reg	regulatory T cell
follicular helper|\\btfh\\b	T follicular helper cell
th1 th17|type 1 ?/ ?17	CD4-positive, alpha-beta T cell
type 17 helper|\\bth17\\b	T-helper 17 cell
type 1 helper|\\bth1\\b	T-helper 1 cell
type 2 helper|\\bth2\\b	T-helper 2 cell
cd4.*\\bcd8|cd8.*\\bcd4	T cell
cd4 (t )?naive|naive cd4|tnaive cd4	naive thymus-derived CD4-positive, alpha-beta T cell
cd4 cm\\b	central memory CD4-positive, alpha-beta T cell
cd4 (t )?(em|tem)\\b	effector memory CD4-positive, alpha-beta T cell
cd8 (t )?naive|naive cd8	naive thymus-derived CD8-positive, alpha-beta T cell
cd8 (t )?(em|tem)\\b	effector memory CD8-positive, alpha-beta T cell
\\bcd4\\b|helper t	CD4-positive, alpha-beta T cell
cytotoxic t|\\bcd8\\b(?!a)	CD8-positive, alpha-beta T cell
cd16neg nk|nk.*cd16neg|cd56bright|\\bnk 56hi	CD16-negative, CD56-bright natural killer cell, human
cd16 nk|nk cd16|cd56dim|\\bnk 16hi	CD16-positive, CD56-dim natural killer cell, human
cycling t nk	lymphocyte
\\bnk\\b|natural killer	natural killer cell
\\bilc2\\b	group 2 innate lymphoid cell
\\bilc3\\b	group 3 innate lymphoid cell
\\bilc ?1 3\\b|\\bilc\\b(?! precursor)|\\bilc1\\b	innate lymphoid cell
plasmablast	plasmablast
plasma.*iga	IgA plasma cell
plasma.*igg	IgG plasma cell
plasma.*igm	IgM plasma cell
\\bplasmas?\\b|^pc$	plasma cell
germinal|\\bgc b\\b|\\bb gc\\b|\\bgc\\b.*\\bb\\b	germinal center B cell
large pre b	large pre-B-II cell
small pre b	small pre-B-II cell
pre pro b
pro b\\b	pro-B cell
pre b\\b	precursor B cell
b immature|immature b	immature B cell
non switched memory	unswitched memory B cell
switched memory|memory switched	class switched memory B cell
b memory|memory b	memory B cell
b naive|naive b	naive B cell
\\babcs?\\b|age associated b|\\bb (exhausted|cell)|^b$|rest b\\b|\\bb cells?\\b	B cell
mono mac|monocyte macrophage	mononuclear phagocyte
cdc monocyte	mononuclear phagocyte
\\bmnps?\\b	mononuclear phagocyte
nonclassical|non classical|cd16 mono|fcgr3a.*mono|mono.*cd16	non-classical monocyte
intermediate mono	intermediate monocyte
cd14 mono|(?<!non )classical mono|mono.*cd14	classical monocyte
monocyte precursor	promonocyte
\\bmono(cyte)?s?\\b	monocyte
alveolar mac	alveolar macrophage
kupffer	Kupffer cell
microglia	microglial cell
macrophage|\\btam\\b|\\bmac\\b	macrophage
dc langerhans|langerhans	Langerhans cell
pdc precursor
\\bpdcs?\\b|plasmacytoid d	plasmacytoid dendritic cell
dc precursor
follicular dendritic|\\bdc fdc	follicular dendritic cell
\\bcdc|\\bdc[123]a?\\b|migratory d|migdc|conventional d	conventional dendritic cell
\\bdcs?\\b|asdc	dendritic cell
megakaryocyte erythroid|\\bmemp\\b	hematopoietic precursor cell
early mk|megakaryocyte precursor	megakaryocyte progenitor cell
\\bmast\\b	mast cell
neutrophil(?!.*progenitor)	neutrophil
\\bgmp\\b	granulocyte monocyte progenitor cell
\\bcmp\\b	common myeloid progenitor
\\belp\\b	early lymphoid progenitor
hsc mpp|hspc	hematopoietic precursor cell
\\bhsc (mk|erythroid|myeloid|prolif)|\\bhscs?\\b	hematopoietic precursor cell
megakaryocyte.*platelet|platelet.*megakaryocyte
megakaryocyte|\\bmk\\b	megakaryocyte
platelet	platelet
eryth(?!.*phag)	erythroid lineage cell
goblet	goblet cell
enteroendocrine.*neuron|neurons? enteroendocrine
enteroendocrine	enteroendocrine cell
enterocyte	enterocyte
paneth	paneth cell
tuft	brush cell
^ta$|transit amplifying	transit amplifying cell
lgr5 stem	intestinal crypt stem cell
lymphatic	endothelial cell of lymphatic vessel
blood vasc|vascular endo	blood vessel endothelial cell
endothelial	endothelial cell
myofibroblast	myofibroblast cell
fibroblast	fibroblast
stromal	stromal cell
pericyte	pericyte
\\bglia|\\bglial	glial cell
\\bneurons?\\b	neuron
epithelial	epithelial cell
`;

const rules = RULES.trim()
  .split("\n")
  .map((line) => {
    const [pattern = "", name = ""] = line.split("\t");
    return { pattern: new RegExp(pattern), name };
  });

/** Names of terms that rules give. */
export const RULE_TERMS = rules.flatMap(({ name }) => (name ? [name] : []));

const spelled = (label: string) =>
  label
    .toLowerCase()
    .replace(/([a-z0-9])\+/g, "$1 ")
    .replace(/([a-z]+\d+)-(?=[\s_]|$)/g, "$1neg ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The Cell Ontology term of a cell type as a model names it; undefined where nothing says which. */
export function termOfClass(label: string, ontology: Ontology): { id: string; by: TermBy } | undefined {
  const named = ontology.termOf(label);
  if (named) return named.startsWith("CL:") ? { id: named, by: "name" } : undefined;
  const rule = rules.find(({ pattern }) => pattern.test(spelled(label)));
  const id = rule?.name ? ontology.termOf(rule.name) : undefined;
  return id === undefined ? undefined : { id, by: "rule" };
}
