// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

namespace quantloupe {

/// Adds to the report's notes what a reader must know of its values: why no ranks are told apart
/// where none has an interval (but of named samples, which are themselves what is asked about), and
/// a mark that all cells share, such as too few samples. Cells, means and rankings must be there.
void addValueNotes(SensitivityReport &report, bool isOfNamedSamples);

} // namespace quantloupe
