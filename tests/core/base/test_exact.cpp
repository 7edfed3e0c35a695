#include "support.hpp"

#include "base/exact.hpp"

using namespace phenolens;

TEST_CASE("numbers that a type cannot hold are refused") {
    CHECK(convert_numbers<std::int32_t, double>(std::vector<double>{3, -4}, "x") == std::vector<std::int32_t>{3, -4});
    for (const double wrong : {1.5, 2147483648.0, -2147483649.0, 1e300, std::nan("")}) {
        check_error(ErrorCode::bad_file, "at place 1", [&] { convert_numbers<std::int32_t, double>(std::vector<double>{0, wrong}, "x"); });
    }
    CHECK(is_exact<std::int64_t>(9007199254740992.0));
    CHECK_FALSE(is_exact<std::int64_t>(9223372036854775808.0));
    CHECK_FALSE(is_exact<std::int32_t>(std::int64_t{1} << 31));
}
