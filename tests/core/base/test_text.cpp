#include "support.hpp"

#include "base/text.hpp"

using namespace phenolens;

TEST_CASE("numbers are written as people read them") {
    CHECK(sentence(1234567, " and ", -1234, " and ", 999, " and ", 0.12345) == "1,234,567 and -1,234 and 999 and 0.1235");
    CHECK(in_words(std::nan("")) == "NaN");
    CHECK(split("a\n\nb\n", '\n').size() == 4);
}
