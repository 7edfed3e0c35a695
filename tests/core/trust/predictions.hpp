#pragma once

#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "predict/scores.hpp"
#include "trust/calibration.hpp"
#include "trust/outcomes.hpp"

/// Predictions of tests, as views that read them: those of tests/parity/trust_expected.py with all classes kept, with ten of forty, and
/// ones made by hand.
namespace phenolens::predictions {

inline PredictionView of_all() {
    return {8,
            expected::trust::all_top,
            expected::trust::all_probability,
            expected::trust::all_entropy,
            expected::trust::all_rest,
            expected::trust::all_rest_squares};
}

inline PredictionView of_many() {
    return {10,
            expected::trust::many_top,
            expected::trust::many_probability,
            expected::trust::many_entropy,
            expected::trust::many_rest,
            expected::trust::many_rest_squares};
}

inline void check_calibration(const Calibration& found, const std::vector<double>& wanted) {
    check_close(found.ece_width, wanted[0], tolerance::kFloat * 5);
    check_close(found.ece_mass, wanted[1], tolerance::kFloat * 5);
    check_close(found.nll, wanted[2], tolerance::kFloat * 5);
    check_close(found.brier, wanted[3], tolerance::kFloat * 5);
}

struct Kept {
    std::size_t k = 1;
    std::vector<std::uint16_t> top;
    std::vector<float> probability, entropy;

    PredictionView view() const { return {k, top, probability, entropy}; }
};

}  // namespace phenolens::predictions
