// Prints cells a second of the core's steps on a synthetic block of 2,000 cells x 20,000 genes with 1,850 values a cell, for a model of
// 9,000 genes and 100 classes; best of 5.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>

#include "analysis.hpp"
#include "cells/normalize.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 2000, kGenes = 20000, kStored = 1850, kVocabulary = 9000, kClasses = 100;

CsrInput make_input(bool logarithms) {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> gene(0, kGenes - 1);
    std::geometric_distribution<int> count(0.45);
    CsrInput input{0, kCells, kGenes, {0}, {}, {}};
    std::vector<bool> chosen(kGenes);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        std::fill(chosen.begin(), chosen.end(), false);
        for (std::size_t n = 0; n < kStored;) {
            const std::size_t g = gene(random);
            if (!chosen[g]) ++n;
            chosen[g] = true;
        }
        std::vector<float> values(kStored);
        for (float& value : values) value = static_cast<float>(1 + count(random));
        if (logarithms) log1p_values(values, cell_total(values, ValueKind::counts), kTargetSum, ValueKind::counts, values);
        for (std::size_t g = 0; g < kGenes; ++g) {
            if (chosen[g]) input.indices.push_back(static_cast<std::int32_t>(g));
        }
        input.values.insert(input.values.end(), values.begin(), values.end());
        input.indptr.push_back(static_cast<std::int64_t>(input.values.size()));
    }
    return input;
}

std::string gene_name(std::size_t gene) { return "GENE" + std::to_string(gene); }

/// Every gene of the vocabulary is measured, so that 45% of a cell's values count.
std::string make_vocabulary(std::size_t genes) {
    std::mt19937 random(3);
    std::vector<std::size_t> order(kGenes);
    for (std::size_t i = 0; i < kGenes; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    std::string text = "symbol\tensembl_id\taliases\tscale\n";
    for (std::size_t i = 0; i < genes; ++i)
        text += gene_name(order[i]) + "\t\t\t" + std::to_string(0.5 + static_cast<double>(i % 7)) + "\n";
    return text;
}

template <typename Work> void time_step(const char* what, const Work& work) {
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::printf("%-44s %9.1f ms %12.0f cells/s\n", what, best * 1e3, static_cast<double>(kCells) / best);
}

void run(ValueKind kind, std::size_t vocabulary_genes) {
    std::string ids;
    for (std::size_t gene = 0; gene < kGenes; ++gene) ids += (gene == 0 ? "" : "\n") + gene_name(gene);
    Analysis analysis;
    analysis.set_genes(ids, {}, kind);
    const std::string vocabulary = make_vocabulary(vocabulary_genes);
    const std::size_t numbers = vocabulary_genes * kClasses + kClasses + vocabulary_genes;
    std::vector<float> weights(numbers);
    std::mt19937 random(5);
    std::normal_distribution<float> normal(0, 0.02f);
    for (float& weight : weights) weight = normal(random);
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(weights.data()), numbers * 4);
    const double after = static_cast<double>(vocabulary_genes * kClasses) * 4;
    const std::vector<TensorInfo> tensors = {{"weights", "float32", {static_cast<double>(vocabulary_genes), kClasses}, 0},
                                             {"bias", "float32", {kClasses}, after},
                                             {"mean", "float32", {static_cast<double>(vocabulary_genes)}, after + kClasses * 4}};
    analysis.add_linear({vocabulary, bytes, tensors, {70, 20, 10}, {1, 1, 1}, 0});
    // Made field by field: of a temporary, GCC 12 takes the edges for uninitialized.
    EncoderSpec encoder;
    encoder.genes_tsv = vocabulary;
    encoder.encoding.name = "gene-values";
    encoder.encoding.max_genes = 250;
    encoder.heads = {70};
    encoder.temperatures = {1};
    analysis.add_encoder(encoder);
    const CsrInput input = make_input(kind == ValueKind::log1p);
    std::vector<std::int32_t> cells(kCells);
    for (std::size_t i = 0; i < kCells; ++i) cells[i] = static_cast<std::int32_t>(i);

    std::printf("%s, vocabulary %zu\n", name_of(kind), vocabulary_genes);
    time_step("load (with a copy)", [&] { analysis.load(input); });
    time_step("survey", [&] { analysis.survey(false); });
    time_step("survey with gene moments", [&] { analysis.survey(true); });
    time_step("predict", [&] { analysis.predict(0); });
    time_step("encode, 250 genes", [&] { analysis.encode(1, cells); });
}

}  // namespace

int main() {
    run(ValueKind::counts, kVocabulary);
    run(ValueKind::counts, kGenes);
    run(ValueKind::log1p, kVocabulary);
}
