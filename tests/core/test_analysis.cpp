#include "support.hpp"

#include "analysis.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 40, kCells = 23;

/// Float32 weights of 3 classes, one after another as read_tensor wants them.
struct Fixture {
    std::string vocabulary = genes_tsv(kGenes);
    std::vector<float> numbers;
    std::vector<float> dense = random_counts(kCells, kGenes, 17);

    Fixture() : numbers(kGenes * 3 + 3 + kGenes) {
        std::mt19937 random(4);
        std::normal_distribution<float> normal;
        for (float& value : numbers) value = normal(random);
    }

    Analysis analysis(ValueKind kind = ValueKind::counts) const {
        Analysis made;
        made.set_genes(gene_ids(kGenes), {}, kind);
        made.add_linear({vocabulary,
                         bytes(),
                         {{"weights", "float32", {kGenes, 3}, 0},
                          {"bias", "float32", {3}, 4.0 * kGenes * 3},
                          {"mean", "float32", {kGenes}, 4.0 * (kGenes * 3 + 3)}},
                         {3},
                         {1},
                         0});
        made.add_encoder({vocabulary, {"gene-values", 10}, {2}, {1}});
        return made;
    }

    std::span<const std::uint8_t> bytes() const { return {reinterpret_cast<const std::uint8_t*>(numbers.data()), numbers.size() * 4}; }

    void run(Analysis& analysis, std::size_t first, std::size_t count) const {
        analysis.load_dense(static_cast<std::int64_t>(first), count, kGenes, std::span(dense).subspan(first * kGenes, count * kGenes));
        analysis.survey(true);
        const auto predictions = analysis.predict(0);
        analysis.add_embedding(1, predictions.embedding, 3);
    }
};

void check_same(const Analysis& found, const Analysis& expected) {
    const SurveyReport a = found.report(), b = expected.report();
    CHECK(a.cells == b.cells);
    CHECK(a.empty_cells == b.empty_cells);
    CHECK(a.totals.counts == b.totals.counts);
    check_close(a.mitochondrial.mean, b.mitochondrial.mean, 1e-9);
    check_all_close(found.gene_moments().variance(), expected.gene_moments().variance(), tolerance::kFloat);
    for (const std::size_t handle : {0u, 1u}) {
        check_all_close(found.components(handle, 2).rotation, expected.components(handle, 2).rotation, tolerance::kVector);
        CHECK(found.components(handle, 2).rows == expected.components(handle, 2).rows);
    }
}

}  // namespace

TEST_CASE("the answer does not depend on blocks or lanes") {
    const Fixture fixture;
    Analysis whole = fixture.analysis();
    fixture.run(whole, 0, kCells);
    for (const std::size_t size : {1u, 4u, 22u}) {
        std::vector<Analysis> lanes = {fixture.analysis(), fixture.analysis(), fixture.analysis()};
        for (std::size_t first = 0; first < kCells; first += size)
            fixture.run(lanes[first / size % 3], first, std::min(size, kCells - first));
        Analysis merged = fixture.analysis();
        for (const Analysis& lane : lanes) merged.merge(lane.state());
        check_same(merged, whole);
    }
}

TEST_CASE("each cell's results do not depend on its block") {
    const Fixture fixture;
    Analysis whole = fixture.analysis(), single = fixture.analysis();
    whole.load_dense(0, kCells, kGenes, fixture.dense);
    const auto all = whole.predict(0);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        single.load_dense(static_cast<std::int64_t>(cell), 1, kGenes, std::span(fixture.dense).subspan(cell * kGenes, kGenes));
        const auto one = single.predict(0);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(one.heads[0].top[i] == all.heads[0].top[cell * 3 + i]);
            CHECK(one.heads[0].probability[i] == all.heads[0].probability[cell * 3 + i]);
        }
    }
}

TEST_CASE("a state of other genes or models is refused and changes nothing") {
    const Fixture fixture;
    Analysis one = fixture.analysis(), other;
    fixture.run(one, 0, kCells);
    const auto before = one.state();
    other.set_genes("A\nB", {}, ValueKind::counts);
    check_error(ErrorCode::internal, "other genes or models", [&] { one.merge(other.state()); });
    auto longer = before;
    longer.push_back(0);
    check_error(ErrorCode::internal, "state of another lane", [&] { one.merge(longer); });
    CHECK(one.state() == before);
}

TEST_CASE("genes set anew start everything afresh") {
    const Fixture fixture;
    Analysis analysis = fixture.analysis();
    fixture.run(analysis, 0, kCells);
    const auto verdict = analysis.set_genes("MT-CO1\nACTB", {"ENSG00000198804\nENSG00000075624"}, ValueKind::counts);
    CHECK(verdict.genes == 2);
    CHECK(verdict.mitochondrial == 1);
    CHECK(verdict.species.species == Species::human);
    CHECK(analysis.report().cells == 0);
    check_error(ErrorCode::internal, "There is no model 0; 0 were added", [&] { analysis.predict(0); });
}

TEST_CASE("what a model cannot read is refused with a reason, and other models go on") {
    const Fixture fixture;
    Analysis scaled = fixture.analysis(ValueKind::scaled);
    scaled.load_dense(0, 1, kGenes, std::span(fixture.dense).first(kGenes));
    check_error(ErrorCode::unsupported, "centred or scaled", [&] { scaled.predict(0); });
    check_error(ErrorCode::unsupported, "centred or scaled", [&] { scaled.token_counts(1); });
    Analysis other;
    other.set_genes("A\nB", {}, ValueKind::counts);
    CHECK(other.add_encoder({fixture.vocabulary, {"gene-values", 10}, {2}, {1}}).map.found == 0);
    other.load_dense(0, 1, 2, std::vector<float>{1, 2});
    check_error(ErrorCode::unsupported, "no gene of the model's vocabulary", [&] { other.token_counts(0); });
}

TEST_CASE("a model that bins counts refuses log-normalized values, an embedder needs no head") {
    const Fixture fixture;
    Analysis analysis;
    analysis.set_genes(gene_ids(kGenes), {}, ValueKind::log1p);
    const auto handle = analysis.add_encoder({fixture.vocabulary, {"polygene-bins", 10, 1e4, "counts", {1}}, {}, {}}).handle;
    analysis.load_dense(0, 1, kGenes, std::vector<float>(kGenes, 1));
    check_error(ErrorCode::unsupported, "reads raw counts", [&] { analysis.token_counts(handle); });
}

TEST_CASE("wrong calls are refused in words") {
    const Fixture fixture;
    Analysis analysis = fixture.analysis();
    check_error(ErrorCode::bad_file, "has 3 gene columns, but the file names 40 genes",
                [&] { analysis.load_dense(0, 1, 3, std::vector<float>(3)); });
    check_error(ErrorCode::internal, "is not linear", [&] { analysis.predict(1); });
    check_error(ErrorCode::internal, "reads no tokens", [&] { analysis.token_counts(0); });
    check_error(ErrorCode::internal, "has no head 1", [&] { analysis.score(0, 1, {}, {}); });
    check_error(ErrorCode::internal, "no whole number of embeddings", [&] { analysis.add_embedding(1, std::vector<float>(5), 3); });
    check_error(ErrorCode::bad_input, "at least two cells", [&] { analysis.components(0, 2); });
    check_error(ErrorCode::model, "max_genes is 0", [&] { analysis.add_encoder({fixture.vocabulary, {"gene-values", 0}, {2}, {1}}); });
    check_error(ErrorCode::model, "no head 4", [&] {
        analysis.add_linear({fixture.vocabulary,
                             fixture.bytes(),
                             {{"weights", "float32", {kGenes, 3}, 0}, {"bias", "float32", {3}, 480}, {"mean", "float32", {kGenes}, 492}},
                             {3},
                             {1},
                             4});
    });
    check_error(ErrorCode::model, "has no head", [&] { analysis.add_linear({fixture.vocabulary, fixture.bytes(), {}, {}, {}, 0}); });
    check_error(ErrorCode::internal, "before the file's genes", [&] {
        Analysis().add_encoder({fixture.vocabulary, {"gene-values", 10}, {2}, {1}});
    });
}

TEST_CASE("no block and no cell give empty results") {
    const Fixture fixture;
    Analysis analysis = fixture.analysis();
    CHECK(analysis.survey(true).totals.empty());
    CHECK(analysis.predict(0).heads[0].entropy.empty());
    CHECK(std::isnan(analysis.report().totals.median));
}
