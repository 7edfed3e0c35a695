#include "analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/measured_share.hpp"
#include "predict/panel_cells.hpp"
#include "predict/panel_weights.hpp"

namespace phenolens {
namespace {

/// First in every state: says what it is and its version.
constexpr std::uint64_t kStateMark = 0x31'65'74'61'74'73'6c'70;

/// Bars of the survey's histograms: enough to show two modes, few enough to be seen.
constexpr std::size_t kBars = 50;

}  // namespace

GenesVerdict Analysis::set_genes(std::string_view ids, const std::vector<std::string>& alternatives, ValueKind kind) {
    GeneNames names = read_gene_names(ids, alternatives);
    *this = Analysis();
    names_ = std::move(names);
    kind_ = kind;
    species_ = judge_species(names_);
    const auto mitochondrial = phenolens::mitochondrial_genes(names_);
    mitochondrial_.assign(mitochondrial.begin(), mitochondrial.end());
    const auto ribosomal = phenolens::ribosomal_genes(names_);
    ribosomal_.assign(ribosomal.begin(), ribosomal.end());
    mitochondrial_count_ = static_cast<std::size_t>(std::count(mitochondrial.begin(), mitochondrial.end(), true));
    const auto ribosomal_count = static_cast<std::size_t>(std::count(ribosomal.begin(), ribosomal.end(), true));
    block_.genes = names_.genes();
    moments_ = GeneMoments(names_.genes());
    return {species_, names_.genes(), mitochondrial_count_, ribosomal_count};
}

Matched Analysis::match(const std::vector<VocabularyGene>& vocabulary, bool as_written) const {
    return {match_vocabulary(names_, species_, vocabulary, as_written), models_.size()};
}

Analysis::Model Analysis::make_model(const Matched& matched, std::vector<Head> heads) const {
    Model model;
    model.heads = std::move(heads);
    model.vocabulary = matched.map.vocabulary();
    for (std::size_t gene = 0; gene < model.vocabulary; ++gene)
        if (matched.map.columns_of[gene] > 0) model.measured.push_back(static_cast<std::int32_t>(gene));
    if (matched.map.found == 0) model.refusal = "The file measures no gene of the model's vocabulary.";
    if (kind_ == ValueKind::scaled)
        model.refusal = "The matrix holds centred or scaled values, which this model cannot read; choose the matrix that holds raw counts "
                        "or log-normalized values.";
    return model;
}

Matched Analysis::add_linear(const LinearSpec& spec) {
    const auto vocabulary = read_vocabulary(spec.genes_tsv);
    Matched matched = match(vocabulary, spec.as_written);
    Model model = make_model(matched, make_heads(spec.heads, spec.temperatures, spec.clusters, spec.links));
    if (model.heads.empty()) throw Error(ErrorCode::model, "The linear model has no head.");
    const std::size_t columns = columns_of(model.heads), genes = vocabulary.size();
    const auto tensor = [&]<typename Number>(const char* name, const std::vector<std::size_t>& shape, Number) {
        return read_tensor<Number>(spec.weights, spec.tensors, name, shape);
    };
    const bool is_standardized = std::any_of(spec.tensors.begin(), spec.tensors.end(), [](const auto& one) { return one.name == "scale"; });
    if (is_standardized) {
        const double ceiling = spec.ceiling > 0 ? spec.ceiling : std::numeric_limits<double>::infinity();
        const StandardizedWeights weights{tensor("weights", {genes, columns}, 0.0), tensor("bias", {columns}, 0.0),
                                          tensor("mean", {genes}, 0.0), tensor("scale", {genes}, 0.0), ceiling};
        matched.carried = measured_share<double>(weights.weights, model.heads, matched.map);
        if (spec.normalization == Normalization::rank_normal) throw Error(ErrorCode::model, "Standardized scores are of log1p values.");
        if (model.refusal.empty())
            model.linear.emplace(matched.map, weights, model.heads, spec.embedding_head, kind_, spec.target_sum, spec.normalization);
    } else {
        LinearWeights weights{tensor("weights", {genes, columns}, 0.0f), tensor("bias", {columns}, 0.0f), tensor("mean", {genes}, 0.0f)};
        matched.carried = measured_share<float>(weights.weights, model.heads, matched.map);
        if (!spec.panel.empty() && is_panel(matched.map)) {
            const auto cells = read_panel_cells(spec.panel, genes);
            if (auto fit = panel_weights(weights, model.heads, cells, matched.map, spec.normalization, spec.target_sum)) {
                weights = std::move(fit->weights);
                matched.carried = std::move(fit->explained);
                matched.is_fitted = true;
            }
        }
        if (model.refusal.empty())
            model.linear.emplace(matched.map, weights, model.heads, spec.embedding_head, kind_, spec.normalization, spec.target_sum);
    }
    if (model.linear) model.embeddings = Covariance(model.linear->dims());
    models_.push_back(std::move(model));
    return matched;
}

Matched Analysis::add_encoder(const EncoderSpec& spec) {
    const auto vocabulary = read_vocabulary(spec.genes_tsv);
    Matched matched = match(vocabulary, spec.as_written);
    Model model = make_model(matched, make_heads(spec.heads, spec.temperatures));
    Encoding encoding = make_encoding(spec.encoding);
    if (encoding.reads_counts() && kind_ == ValueKind::log1p)
        model.refusal = "The model reads raw counts, and the matrix holds log-normalized values; choose the matrix that holds raw counts.";
    std::vector<float> scales;
    for (const auto& gene : vocabulary) scales.push_back(gene.scale);
    if (model.refusal.empty()) model.encoder.emplace(matched.map, std::move(scales), std::move(encoding), kind_);
    models_.push_back(std::move(model));
    return matched;
}

namespace {

/// Marker lists of all pairs, of a tensor labels x labels x depth of whole numbers; the rest of a short list is -1.
LabelMarkers markers_of(const ReferenceSpec& spec, std::size_t genes) {
    const auto tensor = std::find_if(spec.tensors.begin(), spec.tensors.end(), [](const auto& one) { return one.name == "markers"; });
    if (tensor == spec.tensors.end()) return {};
    const double asked = tensor->shape.size() == 3 ? tensor->shape[2] : 0;
    if (!(asked >= 1 && asked <= 1000)) throw Error(ErrorCode::model, "The reference's markers are not labels x labels x genes.");
    const auto depth = static_cast<std::size_t>(asked);
    const auto stored = read_tensor<double>(spec.weights, spec.tensors, "markers", {spec.classes, spec.classes, depth});
    LabelMarkers markers(spec.classes, std::vector<std::vector<std::int32_t>>(spec.classes));
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const double gene = stored[i];
        if (gene == -1) continue;
        if (!(gene >= 0 && gene < static_cast<double>(genes) && gene == std::floor(gene)))
            throw Error(ErrorCode::model, sentence("A marker of the reference is gene ", gene, " of ", genes, "."));
        markers[i / depth / spec.classes][i / depth % spec.classes].push_back(static_cast<std::int32_t>(gene));
    }
    return markers;
}

}  // namespace

Matched Analysis::add_reference(const ReferenceSpec& spec) {
    const auto vocabulary = read_vocabulary(spec.genes_tsv);
    Matched matched = match(vocabulary, spec.as_written);
    const std::vector<double> classes{static_cast<double>(spec.classes)}, temperatures{spec.temperature};
    Model model = make_model(matched, make_heads(classes, temperatures));
    const std::size_t genes = vocabulary.size();
    ReferenceProfiles reference{read_tensor<double>(spec.weights, spec.tensors, "profiles", {genes, spec.labels.size()}), spec.labels,
                                spec.classes, markers_of(spec, genes)};
    to_logarithms(reference, spec.scale);
    if (model.refusal.empty()) {
        model.reference.emplace(matched.map, std::move(reference), model.heads[0], spec.options, kind_);
        model.embeddings = Covariance(model.reference->dims());
    }
    models_.push_back(std::move(model));
    return matched;
}

const Analysis::Model& Analysis::model(std::size_t handle) const {
    if (handle >= models_.size())
        throw Error(ErrorCode::internal, sentence("There is no model ", handle, "; ", models_.size(), " were added."));
    return models_[handle];
}

const Analysis::Model& Analysis::usable(std::size_t handle) const {
    const Model& chosen = model(handle);
    if (!chosen.refusal.empty()) throw Error(ErrorCode::unsupported, chosen.refusal);
    return chosen;
}

Analysis::Model& Analysis::model(std::size_t handle) { return const_cast<Model&>(std::as_const(*this).model(handle)); }

void Analysis::check_genes(std::size_t genes) const {
    if (genes != names_.genes())
        throw Error(ErrorCode::bad_file,
                    sentence("The matrix has ", genes, " gene columns, but the file names ", names_.genes(), " genes."));
}

void Analysis::load(CsrInput input) {
    check_genes(input.genes);
    block_ = make_block(std::move(input), kind_);
}

void Analysis::load_dense(std::int64_t first, std::size_t cells, std::size_t genes, std::span<const float> values) {
    check_genes(genes);
    block_ = make_dense_block(first, cells, genes, values, kind_);
}

void Analysis::thin(std::span<const double> sizes, std::uint64_t seed, CountHalf half) {
    if (kind_ != ValueKind::counts) throw Error(ErrorCode::bad_input, "Only counts can be split into halves.");
    phenolens::thin(block_, sizes, seed, half);
}

CellQuality Analysis::survey(bool genes) {
    CellQuality quality = measure_quality(block_, mitochondrial_, kind_);
    quality.genomes = count_genomes(block_, species_.genome_of, species_.genomes.size(), kind_);
    if (genes) moments_.add(block_, kind_);
    survey_.add(quality);
    return quality;
}

LinearModel& Analysis::linear(std::size_t handle) {
    Model& chosen = const_cast<Model&>(usable(handle));
    if (chosen.reference)
        throw Error(ErrorCode::unsupported, "A reference of profiles is compared by ranks and has no weights to explain.");
    if (!chosen.linear) throw Error(ErrorCode::internal, sentence("Model ", handle, " is not linear; encode its cells instead."));
    return *chosen.linear;
}

ReferenceModel& Analysis::reference(std::size_t handle) {
    usable(handle);
    auto& reference = model(handle).reference;
    if (!reference) throw Error(ErrorCode::internal, sentence("Model ", handle, " is no reference of profiles."));
    return *reference;
}

std::vector<double> Analysis::decisions(std::size_t handle) {
    usable(handle);
    if (auto& reference = model(handle).reference) return reference->label(block_, 0, block_.cells).scores;
    return linear(handle).decisions(block_, 0, block_.cells);
}

LinearPredictions Analysis::predict(std::size_t handle, std::optional<double> threshold) {
    usable(handle);
    auto& reference = model(handle).reference;
    LinearPredictions predictions = reference ? reference->predict(block_) : linear(handle).predict(block_, kTopClasses, threshold);
    for (std::size_t cell = 0; cell < block_.cells; ++cell)
        model(handle).embeddings.add({predictions.embedding.data() + cell * predictions.dims, predictions.dims});
    return predictions;
}

TokenEncoder& Analysis::encoder(std::size_t handle) {
    Model& chosen = const_cast<Model&>(usable(handle));
    if (!chosen.encoder) throw Error(ErrorCode::internal, sentence("Model ", handle, " reads no tokens; predict its cells instead."));
    return *chosen.encoder;
}

std::vector<std::int32_t> Analysis::token_counts(std::size_t handle) { return encoder(handle).token_counts(block_); }

EncodedCells Analysis::encode(std::size_t handle, std::span<const std::int32_t> cells) { return encoder(handle).encode(block_, cells); }

Scores Analysis::score(std::size_t handle, std::size_t head, std::span<const float> logits, std::span<const std::uint8_t> empty) const {
    const Model& chosen = model(handle);
    if (head >= chosen.heads.size()) throw Error(ErrorCode::internal, sentence("Model ", handle, " has no head ", head, "."));
    return score_logits(logits, chosen.heads[head].classes, chosen.heads[head].temperature, empty);
}

void Analysis::add_embedding(std::size_t handle, std::span<const float> values, std::size_t dims) {
    Covariance& embeddings = model(handle).embeddings;
    if (dims == 0 || values.size() % dims != 0)
        throw Error(ErrorCode::internal, sentence(values.size(), " values are no whole number of embeddings of ", dims, " dimensions."));
    if (embeddings.rows() == 0) embeddings = Covariance(dims);
    for (std::size_t at = 0; at < values.size(); at += dims) embeddings.add(values.subspan(at, dims));
}

Components Analysis::components(std::size_t handle, std::size_t count) const { return leading_components(model(handle).embeddings, count); }

std::vector<std::uint8_t> Analysis::state() const {
    ByteWriter writer;
    writer.put(kStateMark);
    survey_.write(writer);
    // Gene moments are large and gathered only where asked for.
    writer.put_count(moments_.cells() > 0 ? 1 : 0);
    if (moments_.cells() > 0) moments_.write(writer);
    writer.put_count(models_.size());
    for (const Model& model : models_) model.embeddings.write(writer);
    return writer.take();
}

void Analysis::merge(std::span<const std::uint8_t> state) {
    ByteReader reader(state);
    if (reader.take<std::uint64_t>() != kStateMark) reader.fail();
    const Survey survey = Survey::read(reader);
    GeneMoments moments(moments_.genes());
    if (reader.take_count() == 1) moments = GeneMoments::read(reader);
    const std::size_t models = reader.take_count();
    if (models != models_.size() || moments.genes() != moments_.genes()) {
        throw Error(ErrorCode::internal, "The state of another lane is of other genes or models and cannot be merged.");
    }
    std::vector<Covariance> embeddings;
    for (const Model& model : models_) {
        embeddings.push_back(model.embeddings);
        embeddings.back().merge(Covariance::read(reader));
    }
    if (!reader.at_end()) reader.fail();
    survey_.merge(survey);
    moments_.merge(moments);
    for (std::size_t i = 0; i < models; ++i) models_[i].embeddings = std::move(embeddings[i]);
}

SurveyReport Analysis::report() const { return survey_.report(kBars); }

}  // namespace phenolens
