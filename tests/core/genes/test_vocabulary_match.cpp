#include "support.hpp"

#include "genes/vocabulary_match.hpp"

using namespace phenolens;

TEST_CASE("columns that a vocabulary knows are told, nameless ones are known to none") {
    const auto names = read_gene_names("G1\n\nX\nG0\nG1", {});
    CHECK(known_columns(names, genes_tsv(2)) == std::vector<std::uint8_t>{1, 0, 0, 1, 1});
}

TEST_CASE("before a file's genes are known no vocabulary is looked for in it") {
    check_error(ErrorCode::internal, "before the file's genes", [] { match_vocabulary({}, {}, read_vocabulary(genes_tsv(2))); });
}
