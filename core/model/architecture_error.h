// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace quantloupe {

/// Weights that no network is known for, or an architecture file that does not describe theirs;
/// BadInput. Another architecture file can mend it.
class ArchitectureError : public Error
{
public:
    explicit ArchitectureError(const std::string &message, std::string context = {})
        : Error(ErrorKind::BadInput, message, std::move(context))
    {
    }
};

} // namespace quantloupe
