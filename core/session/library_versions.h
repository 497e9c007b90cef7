// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe {

/// "1.13.1": the LibTorch that computes, which numbers may depend on.
std::string libTorchVersion();

} // namespace quantloupe
