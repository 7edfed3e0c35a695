#include "support.hpp"

#include "trust/head_summary.hpp"
#include "trust/predictions.hpp"

using namespace phenolens;
using namespace phenolens::predictions;

TEST_CASE("a head is summarized by class, most cells first, of all or of a selection") {
    const Kept kept{1, {2, 1, 2, kNoClass, 0}, {0.5f, 0.25f, 1, 0, 0.75f}, {1, 0.5f, 0, 1, 0.25f}};
    const HeadSummary all = summarize_head(kept.view(), 4, std::nullopt);
    CHECK(all.cells == 4);
    CHECK(all.unpredicted == 1);
    check_close(all.mean_probability, 0.625, tolerance::kDouble);
    check_close(all.mean_entropy_norm, 0.4375 / std::log(4.0), tolerance::kDouble);
    REQUIRE(all.classes.size() == 3);
    CHECK(all.classes[0].code == 2);
    CHECK(all.classes[0].mean_probability == 0.75);
    CHECK(all.classes[1].code == 0);
    const std::vector<std::uint32_t> selection = {1, 3};
    CHECK(summarize_head(kept.view(), 4, selection).classes.size() == 1);
    CHECK(std::isnan(summarize_head(kept.view(), 4, std::span<const std::uint32_t>{}).mean_probability));
    const std::vector<std::uint32_t> outside = {5};
    check_error(ErrorCode::bad_input, "Cell 5 of the selection", [&] { summarize_head(kept.view(), 4, outside); });
    check_error(ErrorCode::bad_input, "number 2", [&] { summarize_head(kept.view(), 2, std::nullopt); });
}
