#pragma once

#include <stdexcept>
#include <string>

namespace phenolens {

/// The words for what can go wrong, shared with web/src/pipeline/errors.ts.
enum class ErrorCode { bad_file, bad_input, unsupported, model, memory, network, cancelled, internal };

/// The word as TypeScript spells it: `bad-input` and the like.
const char* name_of(ErrorCode code);

/// What the core throws: a code and one sentence saying what is wrong, where, and what to do.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}

    ErrorCode code() const { return code_; }

private:
    ErrorCode code_;
};

}  // namespace phenolens
