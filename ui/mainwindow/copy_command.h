// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/command_line.h"

#include <QString>

#include <string_view>
#include <vector>

namespace quantloupe {

class QuantDocument;
class QuantizerController;
class RecipeController;
class SearchController;
class SensitivityController;
struct CompareRequest;
struct Measurement;
struct MetricsRequest;
struct MetricsSettings;

/// The pictures of `request`, as the command line can be asked for them, with those of the
/// configurations `beside` it. `configurationFile` holds the document's configuration; empty while
/// there are changes beyond it.
ComparisonCommand shownComparison(const QuantDocument &document, const CompareRequest &request,
                                  const std::vector<QuantConfig> &beside,
                                  const QString &configurationFile);

/// A measurement of the document's generator, in the same way.
MetricsCommand measuredCommand(const QuantDocument &document, const Measurement &measurement);

/// One that is about to be made: `asked` is metricsRequest() of the settings.
MetricsCommand askedCommand(const QuantDocument &document, const MetricsRequest &asked,
                            const MetricsSettings &settings);

/// The recipe whose rows are shown, of the same generator.
RecipeCommand reproducedRecipe(const QuantDocument &document, const RecipeController &recipes);
/// The one that was started last, whether it has rows or not.
RecipeCommand askedRecipe(const QuantDocument &document, const RecipeController &recipes);

/// The sweep that is shown, of the same generator.
SensitivityCommand sweptSensitivity(const QuantDocument &document,
                                    const SensitivityController &sensitivity);
/// What the window searched for last.
SearchCommand searchedBits(const QuantDocument &document, const SearchController &search);

/// The quantizers that are compared, of the same generator.
QuantizersCommand comparedQuantizers(const QuantDocument &document,
                                     const QuantizerController &quantizers);

/// The export of the same configuration as `request` has.
ExportCommand exportedConfiguration(const QuantDocument &document, const CompareRequest &request,
                                    const QString &configurationFile, std::string_view format,
                                    const QString &out);

/// Lines for a shell that give a report on `request` with the numbers of `measurement`, which may
/// be null: two where one command does not say both. Throws as commandWords().
QString reportLines(const QuantDocument &document, const CompareRequest &request,
                    const QString &configurationFile, const Measurement *measurement,
                    const QString &out);

} // namespace quantloupe
