#pragma once

#include <emscripten/val.h>

#include <new>
#include <stdexcept>
#include <string>

#include "base/error.hpp"

namespace phenolens::bind {

inline emscripten::val failed(ErrorCode code, const std::string& message) {
    auto result = emscripten::val::object();
    result.set("ok", false);
    result.set("code", std::string(name_of(code)));
    result.set("message", message);
    return result;
}

/// Runs `work` and wraps what it returns, or what it throws, as a Result: nothing is thrown across the boundary.
template <typename Work> emscripten::val guard(const Work& work) {
    try {
        auto value = emscripten::val(work());
        auto result = emscripten::val::object();
        result.set("ok", true);
        result.set("value", value);
        return result;
    } catch (const Error& error) { return failed(error.code(), error.what()); } catch (const std::bad_alloc&) {
        return failed(ErrorCode::memory, "This computer ran out of memory for the page; close other tabs or take smaller blocks of cells.");
    } catch (const std::length_error&) {
        return failed(ErrorCode::memory, "More memory was asked for than a page may have; take smaller blocks of cells.");
    } catch (const std::exception& error) { return failed(ErrorCode::internal, error.what()); } catch (...) {
        return failed(ErrorCode::internal, "The core failed in a way it has no words for.");
    }
}

}  // namespace phenolens::bind
