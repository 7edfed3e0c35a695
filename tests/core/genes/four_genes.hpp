#pragma once

#include <string>

/// genes.tsv of four genes: an alias that is another's symbol, a name in mixed case, a line that ends as on Windows.
inline const std::string kVocabulary = "symbol\tensembl_id\taliases\tscale\n"
                                       "ACTB\tENSG00000075624\tPS1TP5BP1\t1.5\n"
                                       "C1orf43\tENSG00000143612\tNICE-3|HSPC012\t1\n"
                                       "MARCHF1\tENSG00000145416\tMARCH1|ACTB\t1\n"
                                       "TBCE\tENSG00000284770\t\t1\r\n";
