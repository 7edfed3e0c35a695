#include "survey/survey.hpp"

#include "base/bytes.hpp"

namespace phenolens {

void Survey::add(const CellQuality& quality) {
    cells_ += static_cast<double>(quality.totals.size());
    for (const float detected : quality.detected) empty_cells_ += detected == 0;
    totals_.add(quality.totals);
    detected_.add(quality.detected);
    mitochondrial_.add(quality.mitochondrial);
}

void Survey::merge(const Survey& other) {
    cells_ += other.cells_;
    empty_cells_ += other.empty_cells_;
    totals_.merge(other.totals_);
    detected_.merge(other.detected_);
    mitochondrial_.merge(other.mitochondrial_);
}

SurveyReport Survey::report(std::size_t bins) const {
    return {cells_, empty_cells_, totals_.distribution(bins), detected_.distribution(bins), mitochondrial_.distribution(bins)};
}

void Survey::write(ByteWriter& writer) const {
    writer.put(cells_);
    writer.put(empty_cells_);
    for (const Sketch* sketch : {&totals_, &detected_, &mitochondrial_}) sketch->write(writer);
}

Survey Survey::read(ByteReader& reader) {
    Survey survey;
    survey.cells_ = reader.take<double>();
    survey.empty_cells_ = reader.take<double>();
    for (Sketch* sketch : {&survey.totals_, &survey.detected_, &survey.mitochondrial_}) *sketch = Sketch::read(reader);
    return survey;
}

}  // namespace phenolens
