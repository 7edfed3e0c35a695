#include "support.hpp"

#include "base/bytes.hpp"
#include "survey/survey.hpp"

using namespace phenolens;

TEST_CASE("bytes that end early or lie about their length are an error") {
    Survey survey;
    survey.add({{1, 2}, {1, 1}, {0, 0.5f}});
    ByteWriter writer;
    survey.write(writer);
    const auto bytes = writer.take();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        check_error(ErrorCode::internal, "state of another lane", [&] {
            ByteReader reader({bytes.data(), length});
            Survey::read(reader);
        });
    }
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        auto damaged = bytes;
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        try {
            ByteReader reader(damaged);
            Survey::read(reader).report(10);
        } catch (const Error&) {}
    }
}
