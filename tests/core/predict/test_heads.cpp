#include "support.hpp"

#include "predict/heads.hpp"

using namespace phenolens;

TEST_CASE("heads are checked") {
    const auto refused = [](const std::string& words, std::vector<double> classes, std::vector<double> temperatures) {
        check_error(ErrorCode::model, words, [&] { make_heads(classes, temperatures); });
    };
    CHECK(make_heads({}, {}).empty());
    refused("1 heads but 2 temperatures", {3}, {1, 1});
    refused("has 0 classes", {0}, {1});
    refused("has 65,535 classes", {65535}, {1});
    refused("temperature 0", {3}, {0});
    refused("temperature NaN", {3}, {NAN});
}
