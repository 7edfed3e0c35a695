#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "trust/depth.hpp"

using namespace phenolens;
namespace trust = expected::trust;

TEST_CASE("depth is matched as NumPy does, and its correlation is SciPy's", "[landscape]") {
    const Depth found =
        match_depth(trust::depth_value, trust::depth, trust::depth_group, 2, standing(trust::depth_value), standing(trust::depth));
    check_close(found.groups[1].difference, trust::depth_match[0], tolerance::kFloat * 5);
    check_close(found.groups[0].difference, -trust::depth_match[0], tolerance::kFloat * 5);
    check_close(found.groups[1].overlap, trust::depth_match[1], tolerance::kDouble);
    check_close(found.correlation, trust::depth_match[2], tolerance::kDouble);
    double adjusted = 0, raw = 0;
    for (std::size_t cell = 0; cell < 300; ++cell) {
        adjusted += found.adjusted[cell];
        raw += trust::depth_value[cell];
    }
    CHECK(adjusted == Approx(raw).epsilon(1e-5));
    const std::vector<float> apart = {1, 1, 2, 2}, depths = {1, 2, 30, 40};
    const Depth none = match_depth(apart, depths, std::vector<std::int32_t>{0, 0, 1, 1}, 2, standing(apart), standing(depths), 2);
    CHECK(none.groups[0].overlap == 0);
    CHECK(std::isnan(none.groups[0].difference));
    CHECK(match_depth({}, {}, {}, 1, standing({}), standing({})).groups.size() == 1);
}
