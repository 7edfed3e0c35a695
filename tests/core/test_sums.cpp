#include "support.hpp"

#include "../parity/core_expected.hpp"
#include "base/bytes.hpp"
#include "cells/quality.hpp"
#include "stats/distribution.hpp"
#include "stats/pca.hpp"
#include "survey/moments.hpp"
#include "survey/survey.hpp"

using namespace phenolens;

namespace {

Covariance covariance_of(const std::vector<float>& rows, std::size_t dims) {
    Covariance covariance(dims);
    for (std::size_t at = 0; at < rows.size(); at += dims) covariance.add({rows.data() + at, dims});
    return covariance;
}

/// What comes back from a sum's bytes.
template <typename Sum> Sum through_bytes(const Sum& sum) {
    ByteWriter writer;
    sum.write(writer);
    const auto bytes = writer.take();
    ByteReader reader(bytes);
    Sum read = Sum::read(reader);
    CHECK(reader.at_end());
    return read;
}

}  // namespace

TEST_CASE("quality by hand") {
    // Genes 0 and 1 nuclear, 2 mitochondrial.
    const auto block = block_of({1, 0, 3, 0, 0, 0, 2, 2, 0}, 3);
    const CellQuality quality = measure_quality(block, {0, 0, 1}, ValueKind::counts);
    CHECK(quality.totals == std::vector<float>{4, 0, 4});
    CHECK(quality.detected == std::vector<float>{2, 0, 2});
    CHECK(quality.mitochondrial == std::vector<float>{0.75f, 0, 0});
}

TEST_CASE("quality of log1p values is of what they stand for") {
    const std::vector<float> logs = {std::log1p(1.0f), 0, std::log1p(3.0f)};
    const CellQuality quality = measure_quality(block_of(logs, 3, ValueKind::log1p), {0, 0, 1}, ValueKind::log1p);
    check_close(quality.totals[0], 4, tolerance::kFloat);
    check_close(quality.mitochondrial[0], 0.75, tolerance::kFloat);
}

TEST_CASE("a distribution equals numpy's") {
    const std::vector<float> values(expected::distribution_values.begin(), expected::distribution_values.end());
    const Distribution d = distribution_of(values, 8);
    check_all_close(std::vector<double>{d.min, d.q1, d.median, d.q3, d.max}, expected::distribution_quartiles, tolerance::kDouble);
    check_all_close(d.counts, expected::distribution_counts, 0);
    CHECK(d.edges.size() == 9);
}

TEST_CASE("a distribution of one value, of none, and of what is not finite") {
    const Distribution one = distribution_of(std::vector<float>{3, NAN, 3}, 4);
    CHECK(one.median == 3);
    CHECK(one.counts == std::vector<double>{2, 0, 0, 0});
    CHECK(std::isnan(distribution_of({}, 4).mean));
    check_error(ErrorCode::bad_input, "between 1 and", [] { distribution_of({}, 0); });
}

TEST_CASE("a sketch is near the exact distribution, does not depend on order, and merges to the same") {
    std::mt19937 random(8);
    std::lognormal_distribution<float> draw(7, 1.2f);
    std::vector<float> values(3001);
    for (float& value : values) value = draw(random) - 200;
    values[7] = 0;
    values[9] = NAN;
    Sketch whole;
    whole.add(values);
    const Distribution exact = distribution_of(values, 20), near = whole.distribution(20);
    CHECK(near.min == exact.min);
    CHECK(near.max == exact.max);
    check_close(near.mean, exact.mean, 1e-9);
    for (const auto& [a, b] : {std::pair{near.q1, exact.q1}, {near.median, exact.median}, {near.q3, exact.q3}})
        check_close(a, b, tolerance::kSketch);
    for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{1500}, std::size_t{3001}}) {
        Sketch second, first;
        first.add(std::span(values).first(cut));
        second.add(std::span(values).subspan(cut));
        second.merge(through_bytes(first));
        const Distribution merged = second.distribution(20);
        CHECK(merged.counts == near.counts);
        CHECK(merged.median == near.median);
        CHECK(merged.min == near.min);
        check_close(merged.mean, near.mean, tolerance::kDouble);
    }
}

TEST_CASE("moments equal a naive recomputation, and any split merges to the whole") {
    const std::size_t cells = 31, genes = 17;
    const auto dense = random_counts(cells, genes, 21);
    GeneMoments whole(genes);
    whole.add(block_of(dense, genes), ValueKind::counts);
    CHECK(whole.cells() == cells - 1);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        std::vector<double> logs;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            double total = 0;
            for (std::size_t g = 0; g < genes; ++g) total += dense[cell * genes + g];
            if (total > 0) logs.push_back(std::log1p(1e4 * dense[cell * genes + gene] / total));
        }
        double mean = 0, variance = 0;
        for (const double log : logs) mean += log / static_cast<double>(logs.size());
        for (const double log : logs) variance += (log - mean) * (log - mean) / static_cast<double>(logs.size() - 1);
        check_close(whole.mean()[gene], mean, tolerance::kFloat);
        check_close(whole.variance()[gene], variance, tolerance::kFloat);
    }
    for (std::size_t cut = 0; cut <= cells; cut += 5) {
        const auto middle = dense.begin() + static_cast<std::ptrdiff_t>(cut * genes);
        GeneMoments first(genes), second(genes);
        first.add(block_of({dense.begin(), middle}, genes), ValueKind::counts);
        second.add(block_of({middle, dense.end()}, genes), ValueKind::counts);
        first.merge(through_bytes(second));
        check_all_close(first.mean(), whole.mean(), tolerance::kDouble);
        check_all_close(first.variance(), whole.variance(), tolerance::kFloat);
        CHECK(first.detected() == whole.detected());
    }
}

TEST_CASE("moments of too few cells are not numbers") {
    GeneMoments moments(2);
    CHECK(std::isnan(moments.mean()[0]));
    moments.add(block_of({1, 0}, 2), ValueKind::counts);
    CHECK(moments.mean()[1] == 0);
    CHECK(std::isnan(moments.variance()[0]));
    check_error(ErrorCode::internal, "other genes", [&] { moments.add(block_of({1, 0, 0}, 3), ValueKind::counts); });
}

TEST_CASE("principal components equal scikit-learn's") {
    const std::vector<float> rows(expected::pca_rows.begin(), expected::pca_rows.end());
    const Components found = leading_components(covariance_of(rows, 6), 3);
    check_all_close(found.mean, expected::pca_mean, tolerance::kVector);
    check_all_close(found.rotation, expected::pca_rotation, tolerance::kVector);
    check_all_close(found.explained, expected::pca_explained, tolerance::kVector);
    check_all_close(project(rows, found.mean, found.rotation), expected::pca_positions, 10 * tolerance::kVector);
}

TEST_CASE("covariances of any split merge to the whole; rows that are not finite are left out") {
    std::vector<float> rows(expected::pca_rows.begin(), expected::pca_rows.end());
    rows[13] = NAN;
    const Covariance whole = covariance_of(rows, 6);
    CHECK(whole.rows() == 79);
    for (std::size_t cut = 0; cut <= 80; cut += 9) {
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(cut * 6);
        Covariance first = covariance_of({rows.begin(), middle}, 6);
        first.merge(through_bytes(covariance_of({middle, rows.end()}, 6)));
        check_all_close(first.matrix(), whole.matrix(), tolerance::kDouble);
    }
}

TEST_CASE("few components of many dimensions equal all of them") {
    // Above 256 dimensions the leading ones are found by iteration.
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    const std::size_t dims = 300;
    std::vector<float> rows(400 * dims);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = normal(random) * (i % dims < 4 ? 6.0f + static_cast<float>(i % dims) : 1);
    const Covariance covariance = covariance_of(rows, dims);
    const Components few = leading_components(covariance, 3), many = leading_components(covariance, 200);
    for (std::size_t i = 0; i < 3 * dims; ++i) check_close(few.rotation[i], many.rotation[i], tolerance::kVector);
    for (std::size_t c = 0; c < 3; ++c) check_close(few.explained[c], many.explained[c], tolerance::kFloat);
}

TEST_CASE("components of one row, of constant rows, and of more than there are") {
    check_error(ErrorCode::bad_input, "at least two cells", [] { leading_components(covariance_of({1, 2}, 2), 1); });
    check_error(ErrorCode::bad_input, "At least one component", [] { leading_components(covariance_of({1, 2, 3, 4}, 2), 0); });
    const Components flat = leading_components(covariance_of({1, 2, 1, 2}, 2), 5);
    CHECK(flat.components == 2);
    CHECK(flat.explained == std::vector<float>{0, 0});
    CHECK(std::isnan(project(std::vector<float>{NAN, 0}, flat.mean, flat.rotation)[0]));
    check_error(ErrorCode::internal, "do not fit", [&] { project(std::vector<float>{1}, flat.mean, flat.rotation); });
}

TEST_CASE("bytes that end early or lie about their length are an error") {
    Survey survey;
    survey.add({{1, 2}, {1, 1}, {0, 0.5f}});
    ByteWriter writer;
    survey.write(writer);
    const auto bytes = writer.take();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        check_error(ErrorCode::internal, "state of another lane", [&] {
            ByteReader reader({bytes.data(), length});
            Survey::read(reader);
        });
    }
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        auto damaged = bytes;
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        try {
            ByteReader reader(damaged);
            Survey::read(reader).report(10);
        } catch (const Error&) {}
    }
}
