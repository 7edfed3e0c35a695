/** Features that name themselves as something other than genes, where no column says so. */
export const NAMED_FEATURES: readonly (readonly [RegExp, string])[] = [
  [/^(neg(ative)?[ _-]?control|negprb|system[ _-]?control|falsecode|control[ _-]?(probe|codeword))/i, "Negative Control"],
  [/^(blank|(unassigned|deprecated)[ _-]?codeword)([ _-]?\d+)?$/i, "Blank Codeword"],
  [/^ercc[-_]\d{5}$/i, "Spike-in"],
  [/(_totalseq[a-d]?$|[-_]adt$|^(adt|ab|protein)[-_:])/i, "Antibody Capture"],
  [/^(hto|hashtag|cmo)[-_]?\w*$/i, "Multiplexing Capture"],
  [/^(chr)?(\d\d?|[xym]|mt|[gk][il]\d+\.\d)[:_-]\d+[_-]\d+$/i, "Peaks"],
];
