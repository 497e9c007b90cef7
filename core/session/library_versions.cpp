// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/library_versions.h"

#include <torch/version.h>

namespace quantloupe {

std::string libTorchVersion()
{
    return TORCH_VERSION;
}

} // namespace quantloupe
