#include "explain/pruning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// A head's logits as its genes are taken away one by one.
class Pruner {
public:
    Pruner(const LinearModel& model, std::size_t head, std::size_t cluster, std::span<const double> shares)
        : temperature_(model.heads()[head].temperature), link_(model.heads()[head].link), classes_(model.heads()[head].classes),
          genes_(model.genes().size()) {
        weights_.resize(genes_ * classes_);
        for (std::size_t c = 0; c < classes_; ++c) {
            const auto column = model.weights_of(head, static_cast<std::int32_t>(c), -1, cluster);
            for (std::size_t gene = 0; gene < genes_; ++gene) weights_[gene * classes_ + c] = column[gene];
            offset_.push_back(model.offset_of(head, static_cast<std::int32_t>(c), -1, cluster));
        }
        for (const double share : shares) counts_.push_back(static_cast<std::size_t>(std::lround(share * static_cast<double>(genes_))));
    }

    /// Takes a cell: its scores' distances from the baseline, and the logits of all its genes.
    void take(const float* scores, const float* baseline, std::size_t code) {
        code_ = code;
        distances_.resize(genes_);
        whole_ = offset_;
        for (std::size_t gene = 0; gene < genes_; ++gene) {
            distances_[gene] = scores[gene] - baseline[gene];
            const float* row = weights_.data() + gene * classes_;
            for (std::size_t c = 0; c < classes_; ++c) whole_[c] += static_cast<double>(row[c]) * scores[gene];
        }
        first_ = likeliest(whole_);
    }

    float probability(std::span<const double> logits) const {
        if (link_ == Link::logistic) return static_cast<float>(logistic(logits[code_] / temperature_));
        const double most = *std::max_element(logits.begin(), logits.end());
        double sum = 0;
        for (const double logit : logits) sum += std::exp((logit - most) / temperature_);
        return static_cast<float>(std::exp((logits[code_] - most) / temperature_) / sum);
    }

    float whole() const { return probability(whole_); }

    /// Each gene's attribution to the class explained, minus that to `against`.
    std::vector<float> attributions(std::int32_t against) const {
        std::vector<float> out(genes_);
        for (std::size_t gene = 0; gene < genes_; ++gene) {
            const float* row = weights_.data() + gene * classes_;
            out[gene] = (row[code_] - (against < 0 ? 0 : row[against])) * distances_[gene];
        }
        return out;
    }

    /// Takes genes away in this order; writes a probability and whether the likeliest class stays, per share.
    void prune(std::span<const std::int32_t> order, float* probabilities, std::uint8_t* kept) const {
        std::vector<double> logits = whole_;
        std::size_t taken = 0;
        for (std::size_t s = 0; s < counts_.size(); ++s) {
            for (; taken < counts_[s]; ++taken) {
                const auto gene = static_cast<std::size_t>(order[taken]);
                const float* row = weights_.data() + gene * classes_;
                for (std::size_t c = 0; c < classes_; ++c) logits[c] -= static_cast<double>(row[c]) * distances_[gene];
            }
            probabilities[s] = probability(logits);
            kept[s] = likeliest(logits) == first_;
        }
    }

private:
    static std::size_t likeliest(std::span<const double> logits) {
        return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    }

    double temperature_;
    Link link_;
    std::size_t classes_, genes_;
    /// Row-major genes x classes.
    std::vector<float> weights_;
    std::vector<double> offset_;
    std::vector<std::size_t> counts_;
    std::vector<float> distances_;
    std::vector<double> whole_;
    std::size_t code_ = 0, first_ = 0;
};

/// Genes from the largest score down, ties by number.
std::vector<std::int32_t> descending(std::span<const float> scores) {
    std::vector<std::int32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    const auto value = [&](std::int32_t gene) {
        return std::isnan(scores[static_cast<std::size_t>(gene)]) ? -std::numeric_limits<float>::infinity()
                                                                  : scores[static_cast<std::size_t>(gene)];
    };
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return value(a) > value(b); });
    return order;
}

void check(const LinearModel& model, std::size_t head, std::span<const float> baselines, const AttributionCells& of,
           const PruningPlan& plan) {
    const std::size_t cells = of.cells.size(), genes = model.genes().size();
    if (head >= model.heads().size()) throw Error(ErrorCode::internal, sentence("The model has no head ", head, "."));
    if (of.codes.size() != cells || of.against.size() != cells || of.baselines.size() != cells)
        throw Error(ErrorCode::internal, "What is pruned is not said for every cell.");
    if (baselines.empty() || baselines.size() % genes != 0 || plan.rankings.size() % genes != 0)
        throw Error(ErrorCode::internal, sentence("Baselines and rankings are not over the model's ", genes, " genes."));
    if (cells == 0 ? !plan.rows.empty() : plan.rows.size() % cells != 0)
        throw Error(ErrorCode::internal, "Rankings are not named for every cell.");
    const auto within = [](const std::vector<std::int32_t>& values, std::int32_t least, std::size_t most) {
        return std::all_of(values.begin(), values.end(),
                           [&](std::int32_t value) { return value >= least && (value < 0 || static_cast<std::size_t>(value) < most); });
    };
    const std::size_t classes = model.heads()[head].classes;
    if (!within(of.codes, 0, classes) || !within(of.against, -1, classes) || !within(of.baselines, 0, baselines.size() / genes) ||
        !within(plan.rows, -1, plan.rankings.size() / genes))
        throw Error(ErrorCode::internal, "A class, baseline or ranking does not exist.");
    for (std::size_t i = 0; i < plan.shares.size(); ++i) {
        if (!(plan.shares[i] >= 0 && plan.shares[i] <= 1) || (i > 0 && plan.shares[i] < plan.shares[i - 1]))
            throw Error(ErrorCode::bad_input, "Shares of genes to take away must rise, each from 0 to 1.");
    }
}

}  // namespace

PrunedCells prune_linear(LinearModel& model, std::size_t head, std::span<const float> baselines, const MatrixBlock& block,
                         const AttributionCells& of, const PruningPlan& plan) {
    check(model, head, baselines, of, plan);
    const std::size_t cells = of.cells.size(), genes = model.genes().size(), shares = plan.shares.size();
    const std::size_t rankings = cells == 0 ? 0 : plan.rows.size() / cells;
    PrunedCells out;
    out.orders = 3 + rankings + plan.draws;
    out.whole.assign(cells, std::numeric_limits<float>::quiet_NaN());
    out.probability.assign(cells * out.orders * shares, std::numeric_limits<float>::quiet_NaN());
    out.kept.assign(cells * out.orders * shares, 0);
    // A cell stays in its cluster: what is asked is what its own map makes of fewer genes.
    const auto clusters = model.clusters(block, of.cells, head);
    std::map<std::int32_t, Pruner> pruners;
    std::vector<std::vector<std::int32_t>> orders(plan.rankings.size() / genes);
    for (std::size_t i = 0; i < cells; ++i) {
        const auto scores = model.scores(block, std::span(of.cells).subspan(i, 1));
        if (std::isnan(scores[0])) continue;
        Pruner& pruner = pruners.try_emplace(clusters[i], model, head, static_cast<std::size_t>(clusters[i]), plan.shares).first->second;
        pruner.take(scores.data(), baselines.data() + static_cast<std::size_t>(of.baselines[i]) * genes,
                    static_cast<std::size_t>(of.codes[i]));
        out.whole[i] = pruner.whole();
        const auto write = [&](std::size_t which, std::span<const std::int32_t> order) {
            const std::size_t at = (i * out.orders + which) * shares;
            pruner.prune(order, out.probability.data() + at, out.kept.data() + at);
        };
        auto attributions = pruner.attributions(of.against[i]);
        write(2, descending(attributions));
        for (float& value : attributions) value = std::abs(value);
        auto own = descending(attributions);
        write(0, own);
        std::reverse(own.begin(), own.end());
        write(1, own);
        for (std::size_t r = 0; r < rankings; ++r) {
            if (plan.rows[i * rankings + r] < 0) continue;
            const auto row = static_cast<std::size_t>(plan.rows[i * rankings + r]);
            if (orders[row].empty()) orders[row] = descending(std::span(plan.rankings).subspan(row * genes, genes));
            write(3 + r, orders[row]);
        }
        // Seeded by the cell, so that neither blocks nor lanes matter.
        Random random(plan.seed * 1'000'003 + static_cast<std::uint64_t>(block.first + of.cells[i]));
        for (std::size_t draw = 0; draw < plan.draws; ++draw) {
            for (std::size_t left = own.size(); left > 1; --left) std::swap(own[left - 1], own[random.below(left)]);
            write(3 + rankings + draw, own);
        }
    }
    return out;
}

}  // namespace phenolens
