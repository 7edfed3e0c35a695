#include "support.hpp"

#include "base/tensors.hpp"
#include "base/weights_file.hpp"
#include "parity/core_expected.hpp"

using namespace phenolens;

TEST_CASE("half-precision numbers are read exactly") {
    for (std::size_t i = 0; i < expected::half_bits.size(); ++i)
        CHECK(static_cast<double>(half_to_float(expected::half_bits[i])) == expected::half_values[i]);
}

TEST_CASE("damaged weights are refused by name") {
    const Weights good(3, 2, 1);
    const auto bytes = good.bytes();
    const auto refused = [&](const std::string& words, auto damage) {
        auto tensors = good.tensors();
        auto copy = bytes;
        damage(tensors, copy);
        check_error(ErrorCode::model, words, [&] { read_tensor(copy, tensors, "weights", {3, 2}); });
    };
    refused("no tensor 'weights'", [](auto& t, auto&) { t.erase(t.begin()); });
    refused("is 2 x 3 where its genes and classes need 3 x 2", [](auto& t, auto&) { t[0].shape = {2, 3}; });
    refused("dtype 'int8'", [](auto& t, auto&) { t[0].dtype = "int8"; });
    refused("ends beyond its weights file of 44 bytes", [](auto& t, auto&) { t[0].offset = 24; });
    refused("ends beyond", [](auto& t, auto&) { t[0].offset = NAN; });
    refused("ends beyond", [](auto& t, auto&) { t[0].offset = -4; });
    refused("holds NaN", [](auto&, auto& b) { b[2] = b[3] = 0xff; });
}
