#include "support.hpp"

#include <numeric>

#include "parity/trust_expected.hpp"
#include "trust/selective.hpp"

using namespace phenolens;
namespace trust = expected::trust;

TEST_CASE("risk and coverage equal their definition; the curve's last point is every cell", "[trust]") {
    const RiskCoverage found = risk_coverage(trust::sure, trust::sure_right);
    check_close(found.aurc, trust::aurc[0], tolerance::kDouble);
    CHECK(found.curve.back().cells == 200);
    CHECK(found.curve.back().right == std::accumulate(trust::sure_right.begin(), trust::sure_right.end(), 0));
    for (const CoveragePoint& point : found.curve) {
        double cells = 0;
        for (const float confidence : trust::sure) cells += confidence >= point.threshold;
        CHECK(point.cells == cells);
    }
    CHECK(risk_coverage(trust::sure, trust::sure_right, 10).curve.size() <= 10);
    CHECK(std::isnan(risk_coverage({}, {}).aurc));
    check_error(ErrorCode::bad_input, "outcomes for", [] { risk_coverage(trust::sure, {}); });
}
