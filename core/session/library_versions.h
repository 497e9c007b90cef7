// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe {

/// "1.13.1": the LibTorch that computes, which numbers may depend on.
std::string libTorchVersion();

/// "2.6.0": the oneDNN in it; empty where there is none.
std::string oneDnnVersion();

/// As the system names it; empty where it does not.
std::string processorName();

} // namespace quantloupe
