// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/provenance.h"

#include <string>

namespace quantloupe {

/// Of what this process makes with `command` (empty for none) from the configuration with the text
/// `from` (empty for none). Without a time, which files that are kept get with presentTime().
Provenance presentProvenance(const std::string &command, const std::string &from);

} // namespace quantloupe
