#include "support.hpp"

#include "base/error.hpp"
#include "base/version.hpp"

using namespace phenolens;

TEST_CASE("the error words and the version are as the rest of the project spells them") {
    CHECK(std::string(name_of(ErrorCode::bad_file)) == "bad-file");
    CHECK(std::string(name_of(ErrorCode::cancelled)) == "cancelled");
    CHECK(std::string(kVersion).find('.') != std::string::npos);
}
