#include "support.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "analysis.hpp"
#include "predict/reference.hpp"
#include "predict/left_out_ranks.hpp"
#include "stats/statistics.hpp"

using namespace phenolens;

namespace {

/// Row-major genes x profiles of logarithms, some of them tied.
std::vector<double> random_profiles(std::size_t genes, std::size_t profiles, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(0, 8);
    std::vector<double> values(genes * profiles);
    for (double& value : values) value = std::max(0.0, std::round(uniform(random) * 50) / 50 - 2);
    return values;
}

double quantile_of(std::vector<double> values, double quantile) {
    std::sort(values.begin(), values.end());
    const double at = quantile * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at), above = std::min(values.size() - 1, below + 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

double middle_of(const std::vector<double>& values) { return quantile_of(values, 0.5); }

/// SingleR by its description, gene by gene.
struct Naive {
    const ReferenceProfiles& reference;
    LabelMarkers markers;

    explicit Naive(const ReferenceProfiles& of) : reference(of), markers(of.markers) {
        const std::size_t labels = of.label_count, profiles = of.profiles(), genes = of.values.size() / profiles;
        if (!markers.empty()) return;
        const auto wanted = static_cast<std::size_t>(std::round(500 * std::pow(2.0 / 3, std::log2(static_cast<double>(labels)))));
        markers.assign(labels, std::vector<std::vector<std::int32_t>>(labels));
        for (std::size_t a = 0; a < labels; ++a) {
            for (std::size_t b = 0; b < labels; ++b) {
                std::vector<std::pair<double, std::int32_t>> sorted;
                for (std::size_t gene = 0; gene < genes; ++gene) sorted.emplace_back(median(gene, b) - median(gene, a), gene);
                std::sort(sorted.begin(), sorted.end());
                for (std::size_t i = 0; i < std::min(wanted, genes) && sorted[i].first < 0; ++i) markers[a][b].push_back(sorted[i].second);
            }
        }
    }

    double median(std::size_t gene, std::size_t label) const {
        std::vector<double> own;
        for (std::size_t p = 0; p < reference.profiles(); ++p) {
            if (reference.labels[p] == static_cast<std::int32_t>(label)) own.push_back(reference.values[gene * reference.profiles() + p]);
        }
        return middle_of(own);
    }

    std::vector<double> scores(const std::vector<double>& cell, const std::vector<std::size_t>& labels,
                               const ReferenceOptions& options) const {
        std::set<std::int32_t> used;
        for (const std::size_t a : labels) {
            for (const std::size_t b : labels) used.insert(markers[a][b].begin(), markers[a][b].end());
        }
        std::vector<double> own;
        for (const std::int32_t gene : used) own.push_back(cell[static_cast<std::size_t>(gene)]);
        std::vector<double> out;
        for (const std::size_t label : labels) {
            std::vector<double> correlations;
            for (std::size_t p = 0; p < reference.profiles(); ++p) {
                if (reference.labels[p] != static_cast<std::int32_t>(label)) continue;
                std::vector<double> profile;
                for (const std::int32_t gene : used)
                    profile.push_back(reference.values[static_cast<std::size_t>(gene) * reference.profiles() + p]);
                const double found = spearman(own, profile);
                // Where all values tie singlepp takes them for zero vectors, half as far as opposite ones.
                correlations.push_back(std::isnan(found) ? 0.5 : found);
            }
            out.push_back(quantile_of(correlations, options.quantile));
        }
        return out;
    }

    std::pair<std::size_t, double> label(const std::vector<double>& cell, const ReferenceOptions& options) const {
        std::vector<std::size_t> in_use(reference.label_count);
        std::iota(in_use.begin(), in_use.end(), 0);
        for (;;) {
            auto found = scores(cell, in_use, options);
            const auto best = static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin());
            double next = -1000;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (i != best) next = std::max(next, found[i]);
            }
            std::vector<std::size_t> left;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (found[i] >= found[best] - options.fine_tune) left.push_back(in_use[i]);
            }
            if (left.size() == 1 || left.size() == in_use.size()) return {in_use[best], found[best] - next};
            in_use = left;
        }
    }
};

/// Gives how many cells fine tuning gave another label than the highest score.
std::size_t check_equal(const ReferenceProfiles& reference, std::size_t genes, const ReferenceOptions& options) {
    const std::size_t cells = 40, labels = reference.label_count;
    const auto dense = random_counts(cells, genes, 5, 0.6);
    const auto map = map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(genes)), true);
    const Head head = make_heads(std::vector<double>{static_cast<double>(labels)}, std::vector<double>{0.05})[0];
    ReferenceModel model(map, reference, head, options, ValueKind::counts);
    const auto found = model.label(block_of(dense, genes), 0, cells);
    const auto predicted = model.predict(block_of(dense, genes));
    const Naive naive(reference);
    std::size_t tuned = 0;
    for (std::size_t i = 0; i < cells; ++i) {
        INFO("cell " << i);
        const std::vector<double> cell(dense.begin() + static_cast<std::ptrdiff_t>(i * genes),
                                       dense.begin() + static_cast<std::ptrdiff_t>((i + 1) * genes));
        if (i == cells / 2) {
            CHECK(found.best[i] == -1);
            CHECK(predicted.heads[0].top[i * predicted.heads[0].k] == kNoClass);
            CHECK(std::isnan(predicted.score[i]));
            continue;
        }
        std::vector<std::size_t> all(labels);
        std::iota(all.begin(), all.end(), 0);
        const auto scores = naive.scores(cell, all, options);
        for (std::size_t c = 0; c < labels; ++c) check_close(found.scores[i * labels + c], scores[c], 1e-9);
        const auto [best, delta] = naive.label(cell, options);
        CHECK(static_cast<std::size_t>(found.best[i]) == best);
        check_close(found.delta[i], delta, 1e-9);
        tuned += best != static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        // As predictions.
        CHECK(predicted.heads[0].top[i * predicted.heads[0].k] == best);
        check_close(predicted.score[i], scores[best], tolerance::kFloat);
        check_close(predicted.delta[i], delta, tolerance::kFloat);
        check_close(predicted.over_median[i], scores[best] - middle_of(scores), tolerance::kFloat);
        double z = 0, entropy = 0;
        const double highest = *std::max_element(scores.begin(), scores.end());
        for (const double score : scores) z += std::exp((score - highest) / 0.05);
        for (const double score : scores) entropy -= std::exp((score - highest) / 0.05) / z * ((score - highest) / 0.05 - std::log(z));
        check_close(predicted.heads[0].probability[i * predicted.heads[0].k], 1 / z, 1e-5);
        check_close(predicted.heads[0].entropy[i], entropy, 1e-4);
    }
    return tuned;
}

}  // namespace

TEST_CASE("reference labels, scores and deltas equal SingleR recomputed naively, with one profile a label and with several") {
    const std::size_t genes = 1200;
    std::size_t tuned = check_equal({random_profiles(genes, 6, 1), {0, 1, 2, 3, 4, 5}, 6}, genes, {});
    tuned += check_equal({random_profiles(genes, 12, 2), {0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 0}, 5}, genes, {});
    tuned += check_equal({random_profiles(genes, 12, 3), {0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 0}, 5}, genes, {0.5, 0.1});
    // Otherwise fine tuning was not tested.
    CHECK(tuned > 0);
}

TEST_CASE("correlations with each place left out equal those of values ranked anew, ties and constant sides included") {
    for (const unsigned seed : {1u, 2u, 3u, 4u}) {
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> few(0, seed == 1 ? 1000 : 4);
        std::vector<double> a(40), b(40);
        for (double& one : a) one = few(random);
        for (double& one : b) one = seed == 3 ? 0 : few(random);
        if (seed == 4) {
            // Without one place both sides tie throughout.
            a.assign(40, 1);
            b.assign(40, 2);
            a[7] = b[7] = 9;
        }
        const auto naive = [](const std::vector<double>& x, const std::vector<double>& y) {
            const double found = spearman(x, y);
            return std::isnan(found) ? (x == std::vector<double>(x.size(), x[0]) && y == std::vector<double>(y.size(), y[0]) ? 1 : 0.5)
                                     : found;
        };
        const RankedValues ranked_a(a), ranked_b(b);
        check_close(rank_correlation(ranked_a, ranked_b), naive(a, b), 1e-12);
        const auto found = correlations_left_out(ranked_a, ranked_b);
        for (std::size_t i = 0; i < a.size(); ++i) {
            auto x = a, y = b;
            x.erase(x.begin() + static_cast<std::ptrdiff_t>(i));
            y.erase(y.begin() + static_cast<std::ptrdiff_t>(i));
            check_close(found[i], naive(x, y), 1e-12);
        }
    }
    check_error(ErrorCode::internal, "different lengths", [] {
        rank_correlation(RankedValues(std::vector<double>{1}), RankedValues(std::vector<double>{1, 2}));
    });
}

TEST_CASE("a reference's explanation is SingleR's delta, and what it loses when a marker's values are deleted") {
    const std::size_t genes = 400, cells = 12;
    const ReferenceProfiles reference{random_profiles(genes, 12, 2), {0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 0}, 5};
    const auto dense = random_counts(cells, genes, 5, 0.6);
    const auto map = map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(genes)), true);
    const Head head = make_heads(std::vector<double>{5}, std::vector<double>{0.05})[0];
    ReferenceModel model(map, reference, head, {}, ValueKind::counts);
    const auto block = block_of(dense, genes);
    const auto labels = model.label(block, 0, cells);
    std::vector<std::int32_t> all(cells), codes(cells), none(cells, -1);
    std::iota(all.begin(), all.end(), 0);
    for (std::size_t i = 0; i < cells; ++i) codes[i] = std::max(0, labels.best[i]);
    const auto found = model.explain(block, all, codes, none);
    // Another pair of labels, compared over the markers between the two alone.
    std::vector<std::int32_t> others(cells);
    for (std::size_t i = 0; i < cells; ++i) others[i] = (codes[i] + 1) % 5 == found.rival[i] ? (codes[i] + 2) % 5 : (codes[i] + 1) % 5;
    const auto against = model.explain(block, all, codes, others), reverse = model.explain(block, all, others, none);
    const Naive naive(reference);
    const auto without = [&](const LabelMarkers& markers, std::int32_t gene) {
        LabelMarkers out = markers;
        for (auto& of_label : out) {
            for (auto& list : of_label) std::erase(list, gene);
        }
        return out;
    };
    const auto difference = [&](const std::vector<double>& cell, std::size_t a, std::size_t b, const LabelMarkers& markers,
                                const std::vector<std::size_t>& compared) {
        Naive other(reference);
        other.markers = markers;
        const auto scores = other.scores(cell, compared, {});
        const auto at = [&](std::size_t label) {
            return scores[static_cast<std::size_t>(std::find(compared.begin(), compared.end(), label) - compared.begin())];
        };
        return at(a) - at(b);
    };
    std::size_t first = 0, first_pair = 0;
    for (std::size_t i = 0; i < cells; ++i) {
        INFO("cell " << i);
        if (labels.best[i] < 0) {
            CHECK(found.rival[i] == -1);
            CHECK(std::isnan(found.difference[i]));
            CHECK(found.lengths[i] == 0);
            continue;
        }
        check_close(found.difference[i], labels.delta[i], tolerance::kFloat);
        CHECK(reverse.rival[i] == codes[i]);
        check_close(reverse.difference[i], -against.difference[i], tolerance::kFloat);
        const std::vector<double> cell(dense.begin() + static_cast<std::ptrdiff_t>(i * genes),
                                       dense.begin() + static_cast<std::ptrdiff_t>((i + 1) * genes));
        const auto a = static_cast<std::size_t>(codes[i]), b = static_cast<std::size_t>(others[i]);
        const double of_pair = difference(cell, a, b, naive.markers, {a, b});
        check_close(against.difference[i], of_pair, tolerance::kFloat);
        const std::size_t pair_genes = static_cast<std::size_t>(against.lengths[i]);
        for (std::size_t j = first_pair; j < first_pair + pair_genes; j += 7)
            check_close(against.changes[j], of_pair - difference(cell, a, b, without(naive.markers, against.genes[j]), {a, b}), 1e-6);
        // What the last round compared, by the number of its markers.
        const auto rival = static_cast<std::size_t>(found.rival[i]);
        std::vector<std::size_t> compared;
        for (std::size_t set = 0; set < 32; ++set) {
            std::vector<std::size_t> some;
            for (std::size_t label = 0; label < 5; ++label) {
                if (set >> label & 1) some.push_back(label);
            }
            if ((set >> a & 1) == 0 || (set >> rival & 1) == 0) continue;
            if (std::abs(difference(cell, a, rival, naive.markers, some) - labels.delta[i]) < 1e-9) compared = some;
        }
        REQUIRE(!compared.empty());
        const auto length = static_cast<std::size_t>(found.lengths[i]);
        for (std::size_t j = first; j < first + length; j += 41)
            check_close(found.changes[j], labels.delta[i] - difference(cell, a, rival, without(naive.markers, found.genes[j]), compared),
                        1e-6);
        first += length;
        first_pair += pair_genes;
    }
    check_error(ErrorCode::internal, "no such labels", [&] { model.explain(block, std::vector{0}, std::vector{1}, std::vector{1}); });
    check_error(ErrorCode::internal, "not in the block", [&] { model.explain(block, std::vector{99}, std::vector{1}, std::vector{0}); });
}

TEST_CASE("markers that came with a reference are taken, so many of each pair as the file measures") {
    const std::size_t genes = 60;
    ReferenceProfiles reference{random_profiles(genes, 3, 4), {0, 1, 2}, 3};
    reference.markers = classic_markers(reference, [&] {
        std::vector<std::int32_t> all(genes);
        std::iota(all.begin(), all.end(), 0);
        return all;
    }());
    std::string ids;
    for (std::size_t gene = 10; gene < genes; ++gene) ids += (gene == 10 ? "G" : "\nG") + std::to_string(gene);
    const auto map = map_genes(read_gene_names(ids, {}), read_vocabulary(genes_tsv(genes)), true);
    const Head head = make_heads(std::vector<double>{3}, std::vector<double>{0.05})[0];
    reference.markers_per_pair = 4;
    const ReferenceModel model(map, reference, head, {}, ValueKind::counts);
    std::set<std::int32_t> expected;
    for (const auto& of_label : reference.markers) {
        for (const auto& list : of_label) {
            std::size_t taken = 0;
            for (const std::int32_t gene : list) {
                if (gene >= 10 && taken < 4) {
                    expected.insert(gene);
                    ++taken;
                }
            }
        }
    }
    CHECK(std::vector<std::int32_t>(model.markers().begin(), model.markers().end()) ==
          std::vector<std::int32_t>(expected.begin(), expected.end()));
}

TEST_CASE("scores of more labels than the embedding is wide are turned onto its dimensions, cell by cell") {
    const std::size_t genes = 300, labels = 70;
    std::vector<std::int32_t> own(labels);
    std::iota(own.begin(), own.end(), 0);
    const auto map = map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(genes)), true);
    const Head head = make_heads(std::vector<double>{70}, std::vector<double>{0.05})[0];
    ReferenceModel model(map, {random_profiles(genes, labels, 6), own, labels}, head, {}, ValueKind::counts);
    const auto dense = random_counts(9, genes, 7);
    const auto predicted = model.predict(block_of(dense, genes));
    CHECK(predicted.dims == kEmbeddingDims);
    // Lengths are kept but for the few directions left out: an orthonormal turn.
    const auto scores = model.label(block_of(dense, genes), 0, 9).scores;
    for (std::size_t cell = 0; cell < 9; ++cell) {
        double turned = 0, whole = 0;
        for (std::size_t d = 0; d < predicted.dims; ++d) turned += std::pow(predicted.embedding[cell * predicted.dims + d], 2);
        for (std::size_t c = 0; c < labels; ++c) whole += std::pow(scores[cell * labels + c], 2);
        if (cell == 4) {
            CHECK(std::isnan(turned));
            continue;
        }
        CHECK(turned <= whole * (1 + 1e-6));
        CHECK(turned > 0.5 * whole);
    }
}

TEST_CASE("profiles on a linear scale become logarithms, counts after a common total") {
    ReferenceProfiles linear{{3, 0, 1, 7}, {0, 1}, 2};
    to_logarithms(linear, ProfileScale::linear);
    check_all_close(linear.values, std::vector<double>{2, 0, 1, 3}, tolerance::kDouble);
    ReferenceProfiles counts{{3, 1, 1, 11}, {0, 1}, 2};
    to_logarithms(counts, ProfileScale::counts);
    // Totals 4 and 12 are brought to 8.
    check_all_close(counts.values, std::vector<double>{std::log2(7), std::log2(1 + 2.0 / 3), std::log2(3), std::log2(1 + 22.0 / 3)},
                    tolerance::kDouble);
    ReferenceProfiles logs{{-1, 2}, {0, 1}, 2};
    to_logarithms(logs, ProfileScale::logarithms);
    CHECK(logs.values == std::vector<double>{-1, 2});
    ReferenceProfiles negative{{-1, 2}, {0, 1}, 2};
    check_error(ErrorCode::model, "no expression on a linear scale", [&] { to_logarithms(negative, ProfileScale::linear); });
    ReferenceProfiles none{{0, 2, 0, 3}, {0, 1}, 2};
    check_error(ErrorCode::model, "profile 1 has no counts", [&] { to_logarithms(none, ProfileScale::counts); });
    check_error(ErrorCode::model, "not 'tpm'", [] { profile_scale("tpm"); });
}

TEST_CASE("references that cannot be used are refused in a sentence") {
    const auto map = map_genes(read_gene_names(gene_ids(4), {}), read_vocabulary(genes_tsv(4)), true);
    const Head two = make_heads(std::vector<double>{2}, std::vector<double>{0.05})[0];
    const auto make = [&](ReferenceProfiles reference) { ReferenceModel(map, std::move(reference), two, {}, ValueKind::counts); };
    check_error(ErrorCode::model, "telling labels apart takes two", [&] { make({{1, 2, 3, 4}, {0}, 1}); });
    check_error(ErrorCode::model, "has no profile", [&] { make({{1, 2, 3, 4, 5, 6, 7, 8}, {0, 0}, 2}); });
    check_error(ErrorCode::model, "do not fit", [&] { make({{1, 2, 3}, {0, 1}, 2}); });
    check_error(ErrorCode::unsupported, "at least 3 are needed", [&] { make({{1, 1, 1, 1, 1, 1, 1, 2}, {0, 1}, 2}); });
}

TEST_CASE("labels are pruned as R's pruneScores does: three scaled MADs below the median of the cells of a label") {
    // Of label 0 the median is .3 and the MAD .1 x 1.4826: below -.145 is pruned.
    const std::vector<std::int32_t> label{0, 0, 0, 0, 0, 1, 1, -1, 0};
    const std::vector<float> over{0.2f, 0.3f, 0.4f, 0.3f, -0.2f, 0.5f, 0.5f, -9.0f, 0.45f};
    std::vector<double> own{0.2, 0.3, 0.4, 0.3, -0.2, 0.45};
    const double middle = middle_of(own);
    std::vector<double> distances;
    for (const double one : own) distances.push_back(std::abs(one - middle));
    const double least = middle - 3 * 1.4826 * middle_of(distances);
    CHECK(least > -0.2);
    CHECK(prune_scores(label, over) == std::vector<std::uint8_t>{0, 0, 0, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("a reference joins the other models of an analysis, and has no weights to explain") {
    const std::size_t genes = 8;
    const std::vector<float> profiles{9, 1, 1, 9, 5, 2, 1, 1, 4, 9, 6, 1, 2, 8, 3, 3};
    std::vector<std::uint8_t> bytes(profiles.size() * sizeof(float));
    std::memcpy(bytes.data(), profiles.data(), bytes.size());
    const std::string vocabulary = genes_tsv(genes);
    Analysis analysis;
    analysis.set_genes(gene_ids(genes), {}, ValueKind::counts);
    const auto matched = analysis.add_reference({vocabulary, bytes, {{"profiles", "float32", {8, 2}, 0}}, {0, 1}, 2});
    CHECK(matched.map.found == genes);
    analysis.load_dense(0, 3, genes, std::vector<float>{5, 0, 3, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 3, 1, 5, 1});
    const auto predicted = analysis.predict(matched.handle);
    CHECK(predicted.heads[0].top[0] == 0);
    CHECK(predicted.heads[0].top[2] == kNoClass);
    const auto scores = analysis.decisions(matched.handle);
    check_close(predicted.score[0], scores[0], tolerance::kFloat);
    CHECK(analysis.components(matched.handle, 1).rows == 2);
    check_error(ErrorCode::unsupported, "no weights to explain", [&] { analysis.linear(matched.handle); });
    check_error(ErrorCode::model, "A marker of the reference is gene 99 of 8", [&] {
        std::vector<std::uint8_t> with = bytes;
        const std::vector<float> markers{-1, 99, 3, -1};
        with.resize(bytes.size() + 16);
        std::memcpy(with.data() + bytes.size(), markers.data(), 16);
        analysis.add_reference({vocabulary, with, {{"profiles", "float32", {8, 2}, 0}, {"markers", "float32", {2, 2, 1}, 64}}, {0, 1}, 2});
    });
}
