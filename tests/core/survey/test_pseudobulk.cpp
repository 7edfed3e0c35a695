#include "support.hpp"

#include "survey/pseudobulk.hpp"

using namespace phenolens;

TEST_CASE("pseudobulk sums are naive sums, of counts or of what log1p values stand for, and merge", "[survey]") {
    constexpr std::size_t kCells = 30, kGenes = 20;
    const auto dense = random_counts(kCells, kGenes, 4);
    std::vector<std::int32_t> sample(kCells);
    for (std::size_t cell = 0; cell < kCells; ++cell) sample[cell] = cell % 7 == 6 ? -1 : static_cast<std::int32_t>(cell % 3);
    Pseudobulk whole(kGenes, 3), logs(kGenes, 3), merged(kGenes, 3);
    whole.add(block_of(dense, kGenes), ValueKind::counts, sample);
    auto logarithms = dense;
    for (float& value : logarithms) value = std::log1p(value);
    logs.add(block_of(logarithms, kGenes, ValueKind::log1p), ValueKind::log1p, sample);
    for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 11}, {11, kCells}}) {
        Pseudobulk part(kGenes, 3);
        part.add(block_of(part_of(dense, kGenes, first, last), kGenes), ValueKind::counts, std::span(sample).subspan(first, last - first));
        ByteWriter writer;
        part.write(writer);
        const auto bytes = writer.take();
        ByteReader reader(bytes);
        merged.merge(Pseudobulk::read(reader));
    }
    for (std::size_t of = 0; of < 3; ++of) {
        double total = 0, cells = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            double sum = 0;
            for (std::size_t cell = 0; cell < kCells; ++cell)
                if (sample[cell] == static_cast<std::int32_t>(of)) sum += dense[cell * kGenes + gene];
            CHECK(whole.sum(gene, of) == sum);
            CHECK(merged.sum(gene, of) == sum);
            check_close(logs.sum(gene, of), sum, tolerance::kFloat);
            total += sum;
        }
        for (const auto code : sample) cells += code == static_cast<std::int32_t>(of);
        CHECK(whole.totals()[of] == total);
        CHECK(merged.cells()[of] == cells);
    }
    for (std::size_t gene = 0; gene < kGenes; ++gene)
        for (std::size_t of = 0; of < 3; ++of) CHECK(whole.sums_of(gene)[of] == whole.sum(gene, of));
    // Sample by sample, genes without counts left out, in two parts each.
    Pseudobulk added(kGenes, 3);
    for (std::size_t of = 0; of < 3; ++of) {
        for (const std::size_t half : {0u, 1u}) {
            std::vector<std::int32_t> genes;
            std::vector<double> counts;
            for (std::size_t gene = 0; gene < kGenes; ++gene) {
                if (gene % 2 != half || whole.sum(gene, of) == 0) continue;
                genes.push_back(static_cast<std::int32_t>(gene));
                counts.push_back(whole.sum(gene, of));
            }
            added.add_sums(of, half == 0 ? whole.cells()[of] : 0, genes, counts);
        }
        for (std::size_t gene = 0; gene < kGenes; ++gene) CHECK(added.sum(gene, of) == whole.sum(gene, of));
    }
    CHECK(added.totals() == whole.totals());
    CHECK(added.cells() == whole.cells());
    const std::vector<std::int32_t> beyond{static_cast<std::int32_t>(kGenes)};
    const std::vector<double> one{1};
    check_error(ErrorCode::internal, "a gene that there is not", [&] { added.add_sums(0, 1, beyond, one); });
    check_error(ErrorCode::internal, "a sample that is none", [&] { added.add_sums(3, 1, {}, {}); });
    check_error(ErrorCode::internal, "not a count per gene", [&] { added.add_sums(0, 1, {}, one); });
    check_error(ErrorCode::internal, "a gene that there is not", [&] { whole.sums_of(kGenes); });
    check_error(ErrorCode::memory, "choose a column with fewer groups", [] { Pseudobulk(40000, 2000); });
    check_error(ErrorCode::internal, "samples of other cells", [&] { whole.add(block_of(dense, kGenes), ValueKind::counts, {}); });
    check_error(ErrorCode::internal, "cannot be merged", [&] { whole.merge(Pseudobulk(kGenes, 2)); });
}
