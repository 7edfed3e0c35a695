#include "explain/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

constexpr double kMostBytes = 256e6;
constexpr std::size_t kTop = 50;
/// Genes and cells summed in registers before they go to the sums: a cache line of floats, and few enough cells that single precision loses
/// nothing.
constexpr std::size_t kLine = 16, kRowsTogether = 64;

std::vector<std::int32_t> largest(std::span<const double> values, std::size_t count) {
    std::vector<std::int32_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] != 0 && !std::isnan(values[i])) order.push_back(static_cast<std::int32_t>(i));
    const std::size_t kept = std::min(count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), [&](std::int32_t a, std::int32_t b) {
        const double x = std::abs(values[static_cast<std::size_t>(a)]), y = std::abs(values[static_cast<std::size_t>(b)]);
        return x != y ? x > y : a < b;
    });
    order.resize(kept);
    std::sort(order.begin(), order.end());
    return order;
}

SplitHalf compare_halves(std::span<const double> first, std::span<const double> second) {
    std::vector<double> a, b;
    for (std::size_t gene = 0; gene < first.size(); ++gene) {
        if ((first[gene] == 0 && second[gene] == 0) || std::isnan(first[gene]) || std::isnan(second[gene])) continue;
        a.push_back(first[gene]);
        b.push_back(second[gene]);
    }
    const auto top = largest(first, kTop), other = largest(second, kTop);
    std::vector<std::int32_t> both;
    std::set_intersection(top.begin(), top.end(), other.begin(), other.end(), std::back_inserter(both));
    const double either = static_cast<double>(top.size() + other.size() - both.size());
    return {spearman(a, b), either > 0 ? static_cast<double>(both.size()) / either : kNaN};
}

/// Standard error and t of `n` units with this sum and sum of squares; a mean that never varies is infinitely far from zero.
void t_of(double n, double sum, double squares, double& se, double& t) {
    if (n < 2) {
        se = t = kNaN;
        return;
    }
    const double mean = sum / n;
    const double variance = std::max(0.0, squares - n * mean * mean) / (n - 1);
    // What cancellation leaves of units that are all the same.
    se = variance <= 1e-14 * squares / n ? 0 : std::sqrt(variance / n);
    t = se > 0 ? mean / se : mean == 0 ? kNaN : std::copysign(std::numeric_limits<double>::infinity(), mean);
}

}  // namespace

AttributionSums::AttributionSums(std::size_t groups, std::size_t parts, std::size_t genes) : groups_(groups), parts_(parts), genes_(genes) {
    const double bytes = static_cast<double>(groups) * static_cast<double>(genes) * static_cast<double>(parts + 6) * sizeof(double);
    if (bytes > kMostBytes) {
        throw Error(ErrorCode::memory, sentence("Attributions of ", groups, " groups and ", parts, " donors over ", genes,
                                                " genes would take ", std::llround(bytes / 1e6), " MB (at most ",
                                                std::llround(kMostBytes / 1e6), "); choose fewer groups, or no donor column."));
    }
    cells_.assign(groups * parts, 0);
    part_sums_.assign(groups * parts * genes, 0);
    const std::vector<double> zeros(genes, 0);
    of_group_.assign(groups, {zeros, zeros, zeros, zeros, zeros, zeros});
}

void AttributionSums::check(std::size_t group, std::size_t part) const {
    if (group >= groups_ || part >= parts_)
        throw Error(ErrorCode::internal,
                    sentence("Group ", group, ", part ", part, " is not one of ", groups_, " groups of ", parts_, " parts."));
}

void AttributionSums::add_linear(std::size_t group, std::size_t part, std::span<const float> scores,
                                 std::span<const float* const> baselines, std::span<const float> weights,
                                 std::span<const float> expressed) {
    check(group, part);
    const std::size_t cells = baselines.size();
    if (scores.size() != cells * genes_ || weights.size() != genes_ || expressed.size() != genes_)
        throw Error(ErrorCode::internal, "Scores, baselines and weights are not of the same cells and genes.");
    cells_[group * parts_ + part] += static_cast<double>(cells);
    Sums& sums = of_group_[group];
    for (std::size_t gene = 0; gene < genes_; ++gene) sums.expressed[gene] += expressed[gene];
    double* part_sum = part_sums_.data() + (group * parts_ + part) * genes_;
    for (std::size_t from = 0; from < cells; from += kRowsTogether) {
        const std::size_t to = std::min(from + kRowsTogether, cells);
        for (std::size_t gene = 0; gene < genes_; gene += kLine) {
            const std::size_t width = std::min(kLine, genes_ - gene);
            float sum[kLine]{}, squares[kLine]{}, absolute[kLine]{}, positive[kLine]{}, negative[kLine]{}, weight[kLine]{};
            std::copy_n(weights.data() + gene, width, weight);
            const auto add_cell = [&](const float* score, const float* baseline, std::size_t lanes) {
                for (std::size_t i = 0; i < lanes; ++i) {
                    const float value = weight[i] * (score[i] - baseline[i]);
                    sum[i] += value;
                    squares[i] += value * value;
                    absolute[i] += std::abs(value);
                    positive[i] += value > 0 ? 1.0f : 0.0f;
                    negative[i] += value < 0 ? 1.0f : 0.0f;
                }
            };
            for (std::size_t cell = from; cell < to; ++cell) {
                const float* score = scores.data() + cell * genes_ + gene;
                // A fixed width lets the compiler keep all sums in registers.
                if (width == kLine)
                    add_cell(score, baselines[cell] + gene, kLine);
                else
                    add_cell(score, baselines[cell] + gene, width);
            }
            for (std::size_t i = 0; i < width; ++i) {
                sums.sum[gene + i] += sum[i];
                sums.squares[gene + i] += squares[i];
                sums.absolute[gene + i] += absolute[i];
                sums.positive[gene + i] += positive[i];
                sums.negative[gene + i] += negative[i];
                part_sum[gene + i] += sum[i];
            }
        }
    }
}

void AttributionSums::add(std::size_t group, std::size_t part, std::span<const std::int32_t> genes, std::span<const float> values) {
    check(group, part);
    if (genes.size() != values.size()) throw Error(ErrorCode::internal, "Attributions and genes are not equally many.");
    for (const std::int32_t gene : genes) {
        if (gene < 0 || static_cast<std::size_t>(gene) >= genes_)
            throw Error(ErrorCode::internal, sentence("Gene ", gene, " is not one of ", genes_, "."));
    }
    ++cells_[group * parts_ + part];
    Sums& sums = of_group_[group];
    double* part_sum = part_sums_.data() + (group * parts_ + part) * genes_;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        const auto gene = static_cast<std::size_t>(genes[i]);
        const double value = values[i];
        sums.sum[gene] += value;
        sums.squares[gene] += value * value;
        sums.absolute[gene] += std::abs(value);
        sums.positive[gene] += value > 0;
        sums.negative[gene] += value < 0;
        ++sums.expressed[gene];
        part_sum[gene] += value;
    }
}

void AttributionSums::merge(const AttributionSums& other) {
    if (other.groups_ != groups_ || other.parts_ != parts_ || other.genes_ != genes_)
        throw Error(ErrorCode::internal, "Attributions of another lane are of other groups or genes and cannot be merged.");
    const auto add_all = [](std::vector<double>& to, const std::vector<double>& from) {
        for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    };
    if (!measured_.empty() || !other.measured_.empty()) {
        count_measured();
        for (std::size_t i = 0; i < cells_.size(); ++i)
            for (std::size_t gene = 0; gene < genes_; ++gene)
                measured_[i * genes_ + gene] += other.part_cells(i / parts_, i % parts_, gene);
    }
    add_all(cells_, other.cells_);
    add_all(part_sums_, other.part_sums_);
    for (std::size_t group = 0; group < groups_; ++group) {
        Sums& to = of_group_[group];
        const Sums& from = other.of_group_[group];
        const auto mine = to.all();
        const auto others = from.all();
        for (std::size_t i = 0; i < mine.size(); ++i) add_all(*mine[i], *others[i]);
    }
}

void AttributionSums::count_measured() {
    if (!measured_.empty()) return;
    measured_.reserve(part_sums_.size());
    for (const double cells : cells_) measured_.insert(measured_.end(), genes_, cells);
}

void AttributionSums::merge_at(const AttributionSums& other, std::span<const std::int32_t> places) {
    std::vector<std::uint8_t> taken(genes_, 0);
    bool fits = other.groups_ == groups_ && other.parts_ == parts_ && other.genes_ == places.size();
    for (const std::int32_t place : places) {
        if (place == -1) continue;
        fits = fits && place >= 0 && static_cast<std::size_t>(place) < genes_ && !taken[static_cast<std::size_t>(place)];
        if (fits) taken[static_cast<std::size_t>(place)] = 1;
    }
    if (!fits) throw Error(ErrorCode::internal, "Attributions over other genes cannot be put in their places.");
    count_measured();
    for (std::size_t from = 0; from < places.size(); ++from) {
        if (places[from] < 0) continue;
        const auto to = static_cast<std::size_t>(places[from]);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            measured_[i * genes_ + to] += other.part_cells(i / parts_, i % parts_, from);
            part_sums_[i * genes_ + to] += other.part_sums_[i * places.size() + from];
        }
        for (std::size_t group = 0; group < groups_; ++group) {
            const auto mine = of_group_[group].all();
            const auto others = other.of_group_[group].all();
            for (std::size_t i = 0; i < mine.size(); ++i) (*mine[i])[to] += (*others[i])[from];
        }
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] += other.cells_[i];
}

std::vector<double> AttributionSums::half(std::size_t group, bool second) const {
    std::vector<double> mean(genes_, 0), cells(genes_, 0);
    bool takes = !second, is_empty = true;
    for (std::size_t part = 0; part < parts_; ++part) {
        if (part_cells(group, part) == 0) continue;
        if (takes) {
            is_empty = false;
            const auto sum = part_sum(group, part);
            for (std::size_t gene = 0; gene < genes_; ++gene) {
                mean[gene] += sum[gene];
                cells[gene] += part_cells(group, part, gene);
            }
        }
        takes = !takes;
    }
    if (is_empty) return {};
    for (std::size_t gene = 0; gene < genes_; ++gene) mean[gene] = cells[gene] > 0 ? mean[gene] / cells[gene] : kNaN;
    return mean;
}

void AttributionSums::test(std::size_t group, bool by_part, GroupAttribution& out) const {
    const Sums& sums = of_group_[group];
    double known = -1, reach = kNaN;
    for (std::size_t gene = 0; gene < genes_; ++gene) {
        double n = out.measured[gene], sum = sums.sum[gene], squares = sums.squares[gene];
        if (by_part) {
            n = sum = squares = 0;
            for (std::size_t part = 0; part < parts_; ++part) {
                const double cells = part_cells(group, part, gene);
                if (cells == 0) continue;
                const double mean = part_sum(group, part)[gene] / cells;
                ++n;
                sum += mean;
                squares += mean * mean;
            }
        }
        double se, t;
        t_of(n, sum, squares, se, t);
        // Of most genes the units are as many as of the one before.
        if (n != known) reach = student_t_isf(0.025, (known = n) - 1);
        out.reach[gene] = static_cast<float>(reach);
        const bool is_read = sums.absolute[gene] > 0;
        out.se[gene] = static_cast<float>(se);
        out.t[gene] = static_cast<float>(is_read ? t : kNaN);
        // In this order, NaN stays.
        out.p[gene] = is_read ? std::min(2 * student_t_sf(std::abs(t), n - 1), 1.0) : kNaN;
    }
    out.q = benjamini_hochberg(out.p);
}

GroupAttribution AttributionSums::report(std::size_t group, bool by_part) const {
    check(group, 0);
    GroupAttribution out;
    for (std::size_t part = 0; part < parts_; ++part) {
        out.cells += part_cells(group, part);
        out.parts += part_cells(group, part) > 0;
    }
    for (auto* values :
         {&out.mean, &out.mean_abs, &out.se, &out.reach, &out.positive_share, &out.negative_share, &out.expressed_share, &out.t})
        values->assign(genes_, std::numeric_limits<float>::quiet_NaN());
    out.measured.assign(genes_, 0);
    out.p.assign(genes_, kNaN);
    out.q = out.p;
    out.split_half = {kNaN, kNaN};
    if (out.cells == 0) return out;
    const Sums& sums = of_group_[group];
    for (std::size_t part = 0; part < parts_; ++part)
        for (std::size_t gene = 0; gene < genes_; ++gene) out.measured[gene] += static_cast<float>(part_cells(group, part, gene));
    const auto share = [&](const std::vector<double>& from, std::vector<float>& to) {
        for (std::size_t gene = 0; gene < genes_; ++gene) to[gene] = static_cast<float>(from[gene] / std::max(1.0f, out.measured[gene]));
    };
    share(sums.sum, out.mean);
    share(sums.absolute, out.mean_abs);
    share(sums.positive, out.positive_share);
    share(sums.negative, out.negative_share);
    share(sums.expressed, out.expressed_share);
    test(group, by_part, out);
    const auto first = half(group, false), second = half(group, true);
    if (!first.empty() && !second.empty()) out.split_half = compare_halves(first, second);
    return out;
}

void AttributionSums::write(ByteWriter& writer) const {
    writer.put_count(groups_);
    writer.put_count(parts_);
    writer.put_count(genes_);
    writer.put_all(std::span<const double>(cells_));
    writer.put_all(std::span<const double>(measured_));
    writer.put_all(std::span<const double>(part_sums_));
    for (const Sums& sums : of_group_) {
        for (const auto* values : sums.all()) writer.put_all(std::span<const double>(*values));
    }
}

AttributionSums AttributionSums::read(ByteReader& reader) {
    AttributionSums out;
    out.groups_ = reader.take_count();
    out.parts_ = reader.take_count();
    out.genes_ = reader.take_count();
    out.cells_ = reader.take_all<double>();
    out.measured_ = reader.take_all<double>();
    out.part_sums_ = reader.take_all<double>();
    if (out.cells_.size() != out.groups_ * out.parts_ || out.part_sums_.size() != out.cells_.size() * out.genes_) reader.fail();
    if (!out.measured_.empty() && out.measured_.size() != out.part_sums_.size()) reader.fail();
    for (std::size_t group = 0; group < out.groups_; ++group) {
        Sums sums;
        for (auto* values : sums.all()) {
            *values = reader.take_all<double>();
            if (values->size() != out.genes_) reader.fail();
        }
        out.of_group_.push_back(std::move(sums));
    }
    return out;
}

}  // namespace phenolens
