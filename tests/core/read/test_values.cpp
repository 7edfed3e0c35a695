#include "support.hpp"

#include "read/values.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 300;

ValueVerdict judge(const std::vector<float>& dense) {
    const MatrixBlock block = block_of(dense, kGenes, ValueKind::scaled);
    return judge_values(block.values, block.starts);
}

/// Counts, each changed by `change(count, total of the cell, gene)`.
template <typename Change> std::vector<float> changed(Change change) {
    std::vector<float> dense = random_counts(20, kGenes, 5);
    for (std::size_t cell = 0; cell < 20; ++cell) {
        double total = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) total += dense[cell * kGenes + gene];
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            float& value = dense[cell * kGenes + gene];
            if (value != 0) value = static_cast<float>(change(static_cast<double>(value), total, gene));
        }
    }
    return dense;
}

void check_verdict(const ValueVerdict& verdict, ValueKind kind, const std::string& words) {
    INFO(verdict.why);
    CHECK(std::string(name_of(verdict.kind)) == name_of(kind));
    CHECK(verdict.why.find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("values: whole numbers are counts") {
    check_verdict(judge(random_counts(20, kGenes, 5)), ValueKind::counts, "are whole numbers, up to 8");
}

TEST_CASE("values: nothing but zeros is empty") {
    check_verdict(judge(std::vector<float>(kGenes * 3)), ValueKind::empty, "3 cells looked at are zero");
}

TEST_CASE("values: one below zero is scaled") {
    check_verdict(judge(changed([](double x, double, std::size_t gene) { return x - 1.5 * (gene % 2 == 0); })), ValueKind::scaled,
                  "below zero (lowest -0.5)");
}

TEST_CASE("values: log1p of counts scaled to one total") {
    check_verdict(judge(changed([](double x, double total, std::size_t) { return std::log1p(1e4 * x / total); })), ValueKind::log1p,
                  "sums to about 10,000");
}

TEST_CASE("values: log1p of which only some genes are left") {
    check_verdict(judge(changed([](double x, double total, std::size_t gene) {
                      return gene % (total > 150 ? 2 : 3) == 0 ? std::log1p(1e4 * x / total) : 0;
                  })),
                  ValueKind::log1p, "whole multiples");
}

TEST_CASE("values: scaled counts without a logarithm are fractional counts") {
    check_verdict(judge(changed([](double x, double total, std::size_t) { return 1e4 * x / total; })), ValueKind::fractional_counts,
                  "too large for logarithms");
    check_verdict(judge(changed([](double x, double total, std::size_t) { return 100 * x / total; })), ValueKind::fractional_counts,
                  "without a logarithm");
}

TEST_CASE("values: corrected counts, large and not whole, are fractional counts") {
    check_verdict(judge(changed([](double x, double, std::size_t gene) { return x * 11.3 * (1 + 0.01 * static_cast<double>(gene % 7)); })),
                  ValueKind::fractional_counts, "scaled or corrected");
}

TEST_CASE("values: what is not finite is an error") {
    check_error(ErrorCode::bad_file, "NaN", [] { judge_values(std::vector<float>{1, NAN}, std::vector<std::size_t>{0, 2}); });
}

TEST_CASE("kinds of values have one name each") {
    for (const ValueKind kind : {ValueKind::counts, ValueKind::fractional_counts, ValueKind::log1p, ValueKind::scaled, ValueKind::empty})
        CHECK(value_kind(name_of(kind)) == kind);
    check_error(ErrorCode::bad_input, "'raw' is no kind of values", [] { value_kind("raw"); });
}
