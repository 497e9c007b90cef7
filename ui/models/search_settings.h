// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_settings.h"
#include "session/config_search_request.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// The least error within a budget, or the least cost within a bound of quality.
struct SearchGoal
{
    /// Of the budget, or what is made small within the bound.
    SearchCost cost = SearchCost::Bits;
    /// Absent for a budget.
    std::optional<MetricKind> bound = {};

    bool operator==(const SearchGoal &) const = default;
};

/// "bits" or "swd": what is limited.
std::string limitOf(const SearchGoal &goal);
/// Budgets, then bounds.
QList<SearchGoal> searchGoals();
/// As SearchBudget::amount and SearchBound::value, unless the user says otherwise.
double usualAmount(const SearchGoal &goal);
/// Those offered, the usual one first.
std::span<const WeightMethod> searchMethods();

/// What the user searches for; kept with the session.
struct SearchSettings
{
    SearchGoal goal;
    /// By limitOf(), where they are not the usual ones.
    std::map<std::string, double> amounts = {};
    SearchAlgorithm algorithm = SearchAlgorithm::Knapsack;
    /// kFloatBits, then kMostBits to 1, as far as they are chosen.
    std::vector<int> bits = SearchRules().bits;
    /// In the order of searchMethods(); one for bits alone.
    std::vector<WeightMethod> methods = {WeightMethod::Mse};
    Granularity granularity = Granularity::PerChannel;
    /// Bits of some layers, each as allowBits() takes it, between semicolons: "3x3=4,8; main.0=8".
    QString allowed = {};
    /// A name or a file; empty for any device.
    QString target = {};
    /// Samples on which each layer alone is measured, and those of a point and of the confirmation.
    std::size_t sweepCount = kSweepSamples;
    std::size_t count = kMetricSamples;
    std::uint64_t seed = 0;
    /// Time box of the strategy; 0 for none.
    int seconds = 0;
    /// Of the front and of the confirmation, unless the goal is a bound on another one.
    MetricKind metric = MetricKind::OutputSqnr;
    bool measuresFront = false;

    static constexpr int kMostBits = 8;
    static constexpr int kMostSamples = 1000000;
    static constexpr int kMostSeed = 1000000000;
    static constexpr int kMostSeconds = 86400;

    double amount() const;
    bool operator==(const SearchSettings &) const = default;
};

QJsonObject toJson(const SearchSettings &settings);
/// What is missing or cannot be is as usual.
SearchSettings searchSettings(const QJsonObject &json);

/// SearchSettings::allowed, each by itself.
std::vector<std::string> allowedParts(const QString &allowed);
/// What is wrong with the bits of some layers for this network, in the user's language; empty for
/// nothing.
QString allowedProblem(const QString &allowed, std::span<const LayerInfo> layers);

/// The search of what the document holds now: its locks and ties hold, its activations and
/// corrections stay. Reference and features are those of `measuring`; without their file KID is
/// left out of the usual confirmation. The target is not read yet.
ConfigSearchRequest searchRequest(const QuantDocument &document, const SearchSettings &settings,
                                  const MetricsSettings &measuring);

/// The same answer comes of both on a network of these layers, if they have the same target and
/// features: they differ in no more than weights that are searched, and in the time box.
bool haveSameAnswer(const ConfigSearchRequest &a, const ConfigSearchRequest &b,
                    std::span<const LayerInfo> layers);

} // namespace quantloupe
