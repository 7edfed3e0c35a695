#include "support.hpp"

#include <limits>

#include "read/matrix_block.hpp"

using namespace phenolens;

namespace {

CsrInput small() { return {100, 3, 4, {7, 9, 9, 12}, {0, 3, 1, 2, 3}, {1, 2, 3, 4, 5}}; }

MatrixBlock make(CsrInput input) { return make_block(std::move(input), ValueKind::counts); }

}  // namespace

TEST_CASE("a block's pointers may start anywhere") {
    const MatrixBlock block = make(small());
    CHECK(block.starts == std::vector<std::size_t>{0, 2, 2, 5});
    CHECK(block.stored(1) == 0);
    CHECK(block.genes_of(2)[1] == 2);
    CHECK(block.values_of(2)[2] == 5);
}

TEST_CASE("indices in disorder are sorted and duplicates summed, cell by cell") {
    CsrInput input = small();
    input.indptr = {0, 3, 3, 5};
    input.indices = {3, 0, 3, 2, 1};
    const MatrixBlock block = make(input);
    CHECK(block.starts == std::vector<std::size_t>{0, 2, 2, 4});
    CHECK(block.indices == std::vector<std::int32_t>{0, 3, 1, 2});
    CHECK(block.values == std::vector<float>{2, 4, 5, 4});
}

TEST_CASE("sorting and summing equals a naive dense sum") {
    std::mt19937 random(3);
    const std::size_t cells = 40, genes = 25;
    CsrInput input{0, cells, genes, {0}, {}, {}};
    std::vector<float> dense(cells * genes);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t i = 0; i < random() % 30; ++i) {
            const std::size_t gene = random() % genes;
            input.indices.push_back(static_cast<std::int32_t>(gene));
            input.values.push_back(static_cast<float>(1 + random() % 9));
            dense[cell * genes + gene] += input.values.back();
        }
        input.indptr.push_back(static_cast<std::int64_t>(input.values.size()));
    }
    const MatrixBlock block = make(input), expected = block_of(dense, genes);
    CHECK(block.starts == expected.starts);
    CHECK(block.indices == expected.indices);
    CHECK(block.values == expected.values);
}

TEST_CASE("damaged blocks are refused by the part that is damaged") {
    const auto refused = [](const std::string& words, auto damage) {
        CsrInput input = small();
        damage(input);
        check_error(ErrorCode::bad_file, words, [&] { make(input); });
    };
    refused("indptr falls from 9 to 8 at cell 101", [](auto& i) { i.indptr[2] = 8; });
    refused("indptr falls from -1", [](auto& i) { i.indptr[0] = -1; });
    refused("indptr has 3 entries for 3 cells", [](auto& i) { i.indptr.pop_back(); });
    refused("promises 9.007e+15 stored values", [](auto& i) { i.indptr[3] = 1LL << 53; });
    refused("there are 4 indices and 5 data", [](auto& i) { i.indices.pop_back(); });
    refused("indices name gene column 4 at cell 102", [](auto& i) { i.indices[4] = 4; });
    refused("indices name gene column -1 at cell 100", [](auto& i) { i.indices[0] = -1; });
    refused("data hold NaN at cell 102 (counting from 0), gene column 2",
            [](auto& i) { i.values[3] = std::numeric_limits<float>::quiet_NaN(); });
    refused("data hold infinity", [](auto& i) { i.values[0] = std::numeric_limits<float>::infinity(); });
    refused("data hold infinity", [](auto& i) {
        i.indices = {0, 0, 1, 2, 3};
        i.values[0] = i.values[1] = std::numeric_limits<float>::max();
    });
}

TEST_CASE("values below zero are refused unless they are known to be scaled") {
    CsrInput input = small();
    input.values[2] = -0.5;
    check_error(ErrorCode::bad_input, "hold -0.5 at cell 102", [&] { make(input); });
    CHECK(make_block(input, ValueKind::scaled).values[2] == -0.5f);
}

TEST_CASE("a dense block leaves out zeros and wants every value") {
    const MatrixBlock block = block_of({0, 1, 0, 2, 0, 0}, 3);
    CHECK(block.starts == std::vector<std::size_t>{0, 1, 2});
    CHECK(block.indices == std::vector<std::int32_t>{1, 0});
    check_error(ErrorCode::bad_file, "needs 6 values, but has 5",
                [] { make_dense_block(0, 2, 3, std::vector<float>(5), ValueKind::counts); });
    check_error(ErrorCode::bad_file, "NaN", [] { block_of({0, NAN}, 2); });
}

TEST_CASE("a block without cells is a block") {
    CHECK(make({0, 0, 4, {5}, {}, {}}).cells == 0);
    CHECK(make_dense_block(0, 0, 4, {}, ValueKind::counts).cells == 0);
}

TEST_CASE("no random damage crashes: a block is made or an Error thrown") {
    std::mt19937 random(11);
    int made = 0;
    for (int round = 0; round < 3000; ++round) {
        CsrInput input{0, random() % 6, random() % 8, {}, {}, {}};
        const std::size_t stored = random() % 20;
        for (std::size_t i = 0; i <= input.cells; ++i)
            input.indptr.push_back(static_cast<std::int64_t>(random() % 21) - (random() % 50 == 0 ? 30 : 0));
        if (random() % 2) std::sort(input.indptr.begin(), input.indptr.end());
        if (random() % 2) {
            input.indptr.front() = 0;
            input.indptr.back() = static_cast<std::int64_t>(stored);
            if (random() % 2) std::sort(input.indptr.begin(), input.indptr.end());
        }
        if (random() % 9 == 0) input.indptr.push_back(static_cast<std::int64_t>(random()) << (random() % 40));
        for (std::size_t i = 0; i < stored; ++i)
            input.indices.push_back(
                static_cast<std::int32_t>(random() % (random() % 30 == 0 ? 4000000000u : std::max<std::size_t>(input.genes, 1))));
        for (std::size_t i = 0; i < stored + (random() % 9 == 0); ++i)
            input.values.push_back(random() % 40 == 0 ? NAN : static_cast<float>(random() % 5));
        try {
            const MatrixBlock block = make_block(input, ValueKind::counts);
            ++made;
            for (std::size_t cell = 0; cell < block.cells; ++cell) {
                const auto genes = block.genes_of(cell);
                for (std::size_t i = 0; i < genes.size(); ++i) {
                    if (genes[i] < 0 || static_cast<std::size_t>(genes[i]) >= block.genes || (i > 0 && genes[i] <= genes[i - 1]))
                        FAIL("a damaged block was taken");
                }
            }
        } catch (const Error&) {}
    }
    CHECK(made > 100);
}
