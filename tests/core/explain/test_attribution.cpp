#include "support.hpp"

#include <numeric>

#include "base/bytes.hpp"
#include "explain/attribution.hpp"
#include "parity/attribution_expected.hpp"

using namespace phenolens;
namespace expects = expected::attribution;

namespace {

constexpr std::size_t kGenes = 37;

/// Adds cells [from, to) of the expected values, their zeros left out.
void add_cells(AttributionSums& sums, std::size_t from, std::size_t to) {
    for (std::size_t cell = from; cell < to; ++cell) {
        std::vector<std::int32_t> genes;
        std::vector<float> values;
        for (std::size_t gene = kGenes; gene-- > 0;) {
            const double value = expects::values[cell * kGenes + gene];
            if (value == 0) continue;
            genes.push_back(static_cast<std::int32_t>(gene));
            values.push_back(static_cast<float>(value));
        }
        sums.add(1, static_cast<std::size_t>(expects::part[cell]), genes, values);
    }
}

AttributionSums all_cells() {
    AttributionSums sums(2, 4, kGenes);
    add_cells(sums, 0, expects::part.size());
    return sums;
}

}  // namespace

TEST_CASE("attribution sums equal NumPy's and SciPy's statistics of the cells") {
    const auto found = all_cells().report(1, false);
    CHECK(found.cells == 90);
    CHECK(found.parts == 4);
    check_all_close(found.mean, expects::mean, tolerance::kFloat);
    check_all_close(found.mean_abs, expects::mean_abs, tolerance::kFloat);
    check_all_close(found.positive_share, expects::positive_share, tolerance::kFloat);
    check_all_close(found.negative_share, expects::negative_share, tolerance::kFloat);
    for (std::size_t gene = 0; gene < kGenes; ++gene)
        check_close(found.expressed_share[gene], expects::positive_share[gene] + expects::negative_share[gene], tolerance::kFloat);
    check_all_close(found.se, expects::se_cells, tolerance::kFloat);
    check_all_close(found.t, expects::t_cells, tolerance::kFloat);
    check_all_close(found.p, expects::p_cells, 1e-9);
    check_all_close(found.q, expects::q_cells, 1e-9);
    check_close(found.split_half.spearman, expects::split_spearman[0], 1e-9);
}

TEST_CASE("with donors, their means are the units of the test") {
    const auto found = all_cells().report(1, true);
    check_all_close(found.se, expects::se_parts, tolerance::kFloat);
    CHECK(found.reach[0] == Approx(3.182446));  // t of 3 degrees of freedom
    check_all_close(found.t, expects::t_parts, 1e-5);
    check_all_close(found.p, expects::p_parts, 1e-7);
    check_all_close(found.q, expects::q_parts, 1e-7);
}

TEST_CASE("attribution sums of any split merge to the whole, also through bytes") {
    const auto whole = all_cells().report(1, false);
    for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{45}, std::size_t{90}}) {
        AttributionSums first(2, 4, kGenes), second(2, 4, kGenes);
        add_cells(first, 0, cut);
        add_cells(second, cut, 90);
        ByteWriter writer;
        second.write(writer);
        const auto bytes = writer.take();
        ByteReader reader(bytes);
        first.merge(AttributionSums::read(reader));
        CHECK(reader.at_end());
        const auto merged = first.report(1, false);
        check_all_close(merged.mean, whole.mean, tolerance::kFloat);
        check_all_close(merged.t, whole.t, tolerance::kFloat);
        check_close(merged.split_half.jaccard50, whole.split_half.jaccard50, tolerance::kDouble);
    }
    AttributionSums other(2, 3, kGenes);
    check_error(ErrorCode::internal, "cannot be merged", [&] { other.merge(all_cells()); });
}

TEST_CASE("cells read by unequal genes count for the genes that they measure, as a naive count of these says") {
    // Two lists of genes: the first has genes 3 to 36, the second 0 to 29 in reverse, and one that is put in no place.
    constexpr std::size_t kFirst = 34, kSecond = 31;
    std::vector<std::int32_t> first_places, second_places;
    for (std::int32_t gene = 3; gene < 37; ++gene) first_places.push_back(gene);
    for (std::int32_t gene = 29; gene >= 0; --gene) second_places.push_back(gene);
    second_places.push_back(-1);
    AttributionSums first(2, 4, kFirst), second(2, 4, kSecond), joined(2, 4, kGenes);
    const auto value_of = [](std::size_t cell, std::int32_t gene) {
        return gene < 0 ? 9.0f : static_cast<float>(expects::values[cell * kGenes + static_cast<std::size_t>(gene)]);
    };
    const auto is_first = [](std::size_t cell) { return expects::part[cell] < 2 && cell % 3 != 0; };
    for (std::size_t cell = 0; cell < 90; ++cell) {
        const auto& places = is_first(cell) ? first_places : second_places;
        std::vector<std::int32_t> genes;
        std::vector<float> values;
        for (std::size_t i = 0; i < places.size(); ++i) {
            genes.push_back(static_cast<std::int32_t>(i));
            values.push_back(value_of(cell, places[i]));
        }
        (is_first(cell) ? first : second).add(1, static_cast<std::size_t>(expects::part[cell]), genes, values);
    }
    joined.merge_at(first, first_places);
    joined.merge_at(second, second_places);
    ByteWriter writer;
    joined.write(writer);
    const auto bytes = writer.take();
    ByteReader reader(bytes);
    const auto read = AttributionSums::read(reader);
    const auto found = read.report(1, false), donors = read.report(1, true);
    CHECK(found.cells == 90);
    for (std::int32_t gene = 0; gene < 37; ++gene) {
        const auto at = static_cast<std::size_t>(gene);
        double n = 0, sum = 0, squares = 0, part_sum[4]{}, part_n[4]{};
        for (std::size_t cell = 0; cell < 90; ++cell) {
            if (is_first(cell) ? gene < 3 : gene > 29) continue;
            const double value = value_of(cell, gene);
            ++n;
            sum += value;
            squares += value * value;
            part_sum[expects::part[cell]] += value;
            ++part_n[expects::part[cell]];
        }
        CHECK(found.measured[at] == n);
        check_close(found.mean[at], sum / n, 1e-5);
        check_close(found.se[at], std::sqrt((squares - sum * sum / n) / (n - 1) / n), 1e-4);
        double parts = 0, of_parts = 0, of_squares = 0;
        for (int part = 0; part < 4; ++part) {
            if (part_n[part] == 0) continue;
            const double mean = part_sum[part] / part_n[part];
            ++parts;
            of_parts += mean;
            of_squares += mean * mean;
        }
        check_close(donors.se[at], std::sqrt((of_squares - of_parts * of_parts / parts) / (parts - 1) / parts), 1e-4);
        // Of 2 and 4 donors: t of 1 and 3 degrees of freedom.
        CHECK(donors.reach[at] == Approx(parts == 2 ? 12.7062 : 3.182446));
    }
    AttributionSums same = all_cells(), placed(2, 4, kGenes);
    std::vector<std::int32_t> all(kGenes);
    std::iota(all.begin(), all.end(), 0);
    placed.merge_at(same, all);
    check_all_close(placed.report(1, true).p, same.report(1, true).p, tolerance::kDouble);
    check_close(placed.report(1, false).split_half.spearman, same.report(1, false).split_half.spearman, tolerance::kDouble);
    all[0] = 1;
    check_error(ErrorCode::internal, "in their places", [&] { placed.merge_at(same, all); });
}

TEST_CASE("a linear model's attributions are weight times distance from the baseline, summed in any runs") {
    const auto scores = floats(expects::scores), baselines = floats(expects::baselines), weights = floats(expects::weights);
    for (const std::size_t run : {std::size_t{1}, std::size_t{7}, std::size_t{70}}) {
        AttributionSums sums(1, 2, kGenes);
        for (std::size_t from = 0; from < 70; from += run) {
            std::vector<const float*> rows;
            for (std::size_t cell = from; cell < from + run; ++cell)
                rows.push_back(baselines.data() + static_cast<std::size_t>(expects::baseline_row[cell]) * kGenes);
            sums.add_linear(0, from % 2, {scores.data() + from * kGenes, run * kGenes}, rows, weights, std::vector<float>(kGenes, 1));
        }
        const auto found = sums.report(0, false);
        check_all_close(found.mean, expects::linear_mean, 1e-5);
        check_all_close(found.mean_abs, expects::linear_mean_abs, 1e-5);
        check_all_close(found.se, expects::linear_se, 1e-5);
    }
}

TEST_CASE("corners of attribution sums: no cell, one cell, the same in all, no such group, too much") {
    AttributionSums sums(3, 2, 3);
    const auto nothing = sums.report(0, false);
    CHECK(nothing.cells == 0);
    CHECK(std::isnan(nothing.mean[0]));
    CHECK(std::isnan(nothing.split_half.spearman));
    const std::vector<std::int32_t> genes{0, 2};
    const std::vector<float> values{0.5f, -2};
    sums.add(0, 0, genes, values);
    const auto one = sums.report(0, false);
    CHECK(one.mean[2] == -2);
    CHECK(std::isnan(one.se[0]));
    CHECK(std::isnan(one.p[0]));
    sums.add(0, 1, genes, values);
    sums.add(0, 1, genes, values);
    const auto same = sums.report(0, false);
    CHECK(same.se[0] == 0);
    CHECK(same.t[0] == INFINITY);
    CHECK(same.t[2] == -INFINITY);
    CHECK(same.p[0] == 0);
    CHECK(std::isnan(same.p[1]));
    CHECK(same.split_half.jaccard50 == 1);
    check_error(ErrorCode::internal, "is not one of", [&] { sums.add(3, 0, genes, values); });
    check_error(ErrorCode::internal, "Gene 3", [&] { sums.add(0, 0, std::vector<std::int32_t>{3}, std::vector<float>{1}); });
    check_error(ErrorCode::memory, "fewer groups", [] { AttributionSums(60, 100, 20'000); });
}
