#include "support.hpp"

#include "cells/encoding.hpp"

using namespace phenolens;

TEST_CASE("encodings are checked") {
    const auto refused = [](const std::string& words, const EncodingSpec& encoding) {
        check_error(ErrorCode::model, words, [&] { make_encoding(encoding); });
    };
    refused("encoding is 'words'; known are gene-values", {"words", 10});
    refused("target_sum is 0", {"gene-values", 10, 0});
    refused("bins are of 'norm'", {"polygene-bins", 10, 1e4, "norm", {1}});
    refused("no edges", {"polygene-bins", 10});
    refused("asks for 2 value bins", {"value-bins", 10, 1e4, "log1p", {}, 2});
}
