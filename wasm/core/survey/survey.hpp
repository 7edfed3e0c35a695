#pragma once

#include "cells/quality.hpp"
#include "stats/distribution.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// The quality of all cells seen, as one looks at it.
struct SurveyReport {
    double cells = 0;
    double empty_cells = 0;
    Distribution totals, detected, mitochondrial;
};

/// Gathers the quality of cells block by block; merges without loss.
class Survey {
public:
    void add(const CellQuality& quality);
    void merge(const Survey& other);
    SurveyReport report(std::size_t bins) const;

    void write(ByteWriter& writer) const;
    static Survey read(ByteReader& reader);

private:
    double cells_ = 0;
    double empty_cells_ = 0;
    Sketch totals_, detected_, mitochondrial_;
};

}  // namespace phenolens
