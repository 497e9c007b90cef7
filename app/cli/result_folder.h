// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

namespace quantloupe::cli {

/// Writes files through `write` into a folder beside `target` and moves them there only when all
/// are complete; on any failure nothing of them stays. The folder is named in `write`'s argument;
/// errors name `target` instead. Files of the same name in `target` are replaced. Throws
/// Error{BadInput} if `target` is no folder, Error{Io} with the system's reason.
void writeTogether(const std::filesystem::path &target,
                   const std::function<void(const std::filesystem::path &folder)> &write);

} // namespace quantloupe::cli
