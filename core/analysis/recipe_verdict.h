// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe.h"
#include "metrics/metrics_report.h"
#include "quant/size_report.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// How the codes of quantized weights are spread over the levels, as means over all quantized
/// weights.
struct LevelUse
{
    /// Share of the levels that some weight takes.
    double occupancy = 1;
    /// Bits of information in a code: at most its bits, with all levels equally frequent.
    double entropy = 0;
};

/// What was measured of one configuration.
struct RecipeRow
{
    RecipeConfiguration configuration;
    SizeReport size;
    /// Absent where no weight is quantized.
    std::optional<LevelUse> levels;
    MetricsReport report;
};

/// The row that plays a part of the experiment; null where there is none.
const RecipeRow *rowOf(std::span<const RecipeRow> rows, std::string_view role);
/// The first row of a metric; null where it was not measured.
const MetricRow *metricOf(const RecipeRow &row, MetricKind kind);
/// Quantized over float; absent where one of them is, or float is zero.
std::optional<double> ratioToFloat(const MetricRow &row);

enum class Verdict { Holds, HoldsPartly, DoesNotHold, NotYetTestable };

/// "holds", "holds partly", "does not hold here", "not yet testable".
std::string_view name(Verdict verdict);

/// Whose sentence it is that is judged.
enum class ClaimBy { Paper, Quantloupe };

std::string_view name(ClaimBy by);

struct RecipeClaim
{
    ClaimBy by = ClaimBy::Paper;
    /// One sentence.
    std::string claim;
    Verdict verdict = Verdict::NotYetTestable;
    /// The numbers it comes from, or what is missing, in one sentence or two.
    std::string reason;
    bool operator==(const RecipeClaim &) const = default;
};

/// A distance to the reference that is larger than float's by at most this share of what float's
/// lies above the floor counts as float quality. (What is below the floor is the bias of few
/// samples, which would widen the bound.) Ours; the papers give no bound.
inline constexpr double kFloatQuality = 0.05;
/// One-sided chance of an order as good as the measured one by accident, up to which a correlation
/// counts as shown. Of each order for itself: several measures and distances are several tries.
inline constexpr double kShownChance = 0.05;

/// What the rows say about the claims of the recipe's paper, and about the questions of ours that
/// post-training quantization can answer. Claims about training are never judged: their reason
/// shows the number without training beside them. No claim is judged where an image-to-image
/// network was fed drawn inputs. `layers` are the generator's.
std::vector<RecipeClaim> judge(RecipeKind kind, std::span<const LayerInfo> layers,
                               std::span<const RecipeRow> rows);

} // namespace quantloupe
