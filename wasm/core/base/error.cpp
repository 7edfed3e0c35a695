#include "base/error.hpp"

namespace phenolens {

const char* name_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::bad_file: return "bad-file";
    case ErrorCode::bad_input: return "bad-input";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::model: return "model";
    case ErrorCode::memory: return "memory";
    case ErrorCode::network: return "network";
    case ErrorCode::cancelled: return "cancelled";
    case ErrorCode::internal: return "internal";
    }
    return "internal";
}

}  // namespace phenolens
