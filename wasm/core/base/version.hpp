#pragma once

namespace phenolens {

/// The version in package.json, the only place where it is written.
inline constexpr const char* kVersion = PHENOLENS_VERSION;

}  // namespace phenolens
