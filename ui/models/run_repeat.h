// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe.h"
#include "models/document_state.h"
#include "models/metrics_settings.h"
#include "models/run_question.h"
#include "models/search_settings.h"
#include "models/sensitivity_settings.h"

namespace quantloupe {

class QuantDocument;

/// What the window holds when it asks: the document's state, and the settings of its pages.
struct RunRepeat
{
    enum class Page { Metrics, Sensitivity, Search, Papers };

    Page page = Page::Metrics;
    DocumentState state;
    MetricsSettings measuring;
    SensitivitySettings sensitivity;
    SearchSettings search;
    RecipeKind recipe = RecipeKind::Qgan;
};

/// What the window has to hold to ask what `run` asked: `present` but for all that the answer
/// depends on. Locks stay, and ties as far as the configuration keeps them; a search has its own.
/// Throws CannotRepeat where the window cannot ask it, such as with another generator, and
/// Error{BadInput} for settings that do not fit the document's layers.
RunRepeat repeatOf(const StoredRun &run, const QuantDocument &document, RunRepeat present);

} // namespace quantloupe
