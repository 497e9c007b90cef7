// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_settings.h"

#include "base/error.h"
#include "models/core_words.h"
#include "models/quant_document.h"
#include "models/sensitivity_settings.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::array kCosts = {SearchCost::Bits, SearchCost::Bytes, SearchCost::Bops};
constexpr std::array kMethods = {
    WeightMethod::Mse,     WeightMethod::MinMax, WeightMethod::Extremes,    WeightMethod::Em,
    WeightMethod::KMeans,  WeightMethod::Log,    WeightMethod::Tanh,        WeightMethod::Pow2,
    WeightMethod::Ternary, WeightMethod::Binary, WeightMethod::TernaryExact};

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

/// The one of this name; `usual` for any other text.
template <typename Value>
Value named(std::span<const Value> all, const QJsonValue &json, Value usual)
{
    const std::string wanted = json.toString().toStdString();
    const auto found =
        std::ranges::find_if(all, [&](const Value each) { return name(each) == wanted; });
    return found == all.end() ? usual : *found;
}

std::vector<int> bitsOf(const QJsonArray &json)
{
    std::vector<int> bits;
    const auto take = [&](int each) {
        if (std::ranges::any_of(json, [&](const QJsonValue &one) { return one.toInt() == each; }))
            bits.push_back(each);
    };
    take(kFloatBits);
    for (int each = SearchSettings::kMostBits; each > 0; --each)
        take(each);
    return bits;
}

std::vector<WeightMethod> methodsOf(const QJsonArray &json)
{
    std::vector<WeightMethod> methods;
    for (const WeightMethod each : searchMethods())
        if (std::ranges::any_of(
                json, [&](const QJsonValue &one) { return one.toString() == text(name(each)); }))
            methods.push_back(each);
    return methods;
}

SearchGoal goalOf(const QJsonObject &json)
{
    SearchGoal goal;
    goal.cost = named(std::span<const SearchCost>(kCosts), json[u"cost"], goal.cost);
    const std::string limit = json[u"goal"].toString().toStdString();
    for (const SearchGoal &each : searchGoals())
        if (limitOf(each) == limit)
            return each.bound ? SearchGoal{goal.cost, each.bound} : each;
    return {};
}

struct ReadBits
{
    /// None where there is a problem.
    AllowedBits bits;
    QString problem;
};

ReadBits readAllowed(const QString &allowed, std::span<const LayerInfo> layers)
{
    ReadBits read;
    try {
        for (const std::string &part : allowedParts(allowed))
            allowBits(layers, part, read.bits);
    } catch (const Error &error) {
        return {{}, coreText(error.what())};
    }
    return read;
}

std::size_t countOf(const QJsonValue &json, std::size_t usual)
{
    return std::size_t(std::clamp(json.toInt(int(usual)), 1, SearchSettings::kMostSamples));
}

/// Its weights that are searched are float; as it is where it cannot be searched.
QuantConfig fixedPart(const ConfigSearchRequest &request, std::span<const LayerInfo> layers)
{
    try {
        return searchBase(layers, request.sweep.base, request.rules);
    } catch (const Error &) {
        return request.sweep.base;
    }
}

bool touchesActivations(const QuantConfig &config)
{
    return !config.corrections().isEmpty() ||
           std::ranges::any_of(config.layers(), [](const auto &layer) {
               return !layer.second.activation.isFloat();
           });
}

bool hasReference(const ConfigSearchRequest &request)
{
    return !std::ranges::all_of(request.metrics, isPaired);
}

bool haveSameRules(const SearchRules &a, const SearchRules &b)
{
    return a.bits == b.bits && a.methods == b.methods && a.granularity == b.granularity &&
           a.allowedBits == b.allowedBits && a.marks == b.marks;
}

bool haveSameGoal(const ConfigSearchRequest &a, const ConfigSearchRequest &b)
{
    if (a.budget.has_value() != b.budget.has_value() || a.bound.has_value() != b.bound.has_value())
        return false;
    if (a.budget && (a.budget->cost != b.budget->cost || a.budget->amount != b.budget->amount))
        return false;
    return !a.bound || (a.bound->metric == b.bound->metric && a.bound->value == b.bound->value &&
                        a.boundCost == b.boundCost);
}

bool haveSameSamples(const SensitivityRequest &a, const SensitivityRequest &b)
{
    return a.generator == b.generator && a.plan == b.plan && a.count == b.count && a.seed == b.seed;
}

} // namespace

std::vector<std::string> allowedParts(const QString &allowed)
{
    std::vector<std::string> parts;
    for (const QString &part : allowed.split(u';', Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            parts.push_back(part.trimmed().toStdString());
    return parts;
}

std::string limitOf(const SearchGoal &goal)
{
    return std::string(goal.bound ? name(*goal.bound) : name(goal.cost));
}

QList<SearchGoal> searchGoals()
{
    QList<SearchGoal> goals;
    for (const SearchCost cost : kCosts)
        goals.append({cost, std::nullopt});
    for (const MetricKind metric : sensitivityMetrics())
        goals.append({SearchCost::Bytes, metric});
    return goals;
}

double usualAmount(const SearchGoal &goal)
{
    if (!goal.bound)
        return goal.cost == SearchCost::Bits ? 4 : goal.cost == SearchCost::Bytes ? 1e6 : 1e9;
    switch (*goal.bound) {
    case MetricKind::OutputSqnr:
        return 20;
    case MetricKind::Psnr:
        return 30;
    case MetricKind::Ssim:
        return 0.9;
    case MetricKind::Frechet:
        return 20;
    default:
        return 10;
    }
}

std::span<const WeightMethod> searchMethods()
{
    return kMethods;
}

double SearchSettings::amount() const
{
    const auto own = amounts.find(limitOf(goal));
    return own == amounts.end() ? usualAmount(goal) : own->second;
}

QJsonObject toJson(const SearchSettings &settings)
{
    QJsonArray bits;
    for (const int each : settings.bits)
        bits.append(each);
    QJsonArray methods;
    for (const WeightMethod each : settings.methods)
        methods.append(text(name(each)));
    QJsonObject amounts;
    for (const auto &[limit, amount] : settings.amounts)
        amounts.insert(QString::fromStdString(limit), amount);
    return {{"goal", QString::fromStdString(limitOf(settings.goal))},
            {"cost", text(name(settings.goal.cost))},
            {"amounts", amounts},
            {"algorithm", text(name(settings.algorithm))},
            {"bits", bits},
            {"methods", methods},
            {"granularity", text(name(settings.granularity))},
            {"allowed", settings.allowed},
            {"target", settings.target},
            {"sweepCount", qint64(settings.sweepCount)},
            {"count", qint64(settings.count)},
            {"seed", qint64(settings.seed)},
            {"seconds", settings.seconds},
            {"metric", text(name(settings.metric))},
            {"measuresFront", settings.measuresFront}};
}

SearchSettings searchSettings(const QJsonObject &json)
{
    SearchSettings settings;
    settings.goal = goalOf(json);
    const QJsonObject amounts = json[u"amounts"].toObject();
    for (const SearchGoal &goal : searchGoals()) {
        const double amount = amounts[QString::fromStdString(limitOf(goal))].toDouble();
        if (amount > 0 && std::isfinite(amount))
            settings.amounts[limitOf(goal)] = amount;
    }
    settings.algorithm = named(searchAlgorithms(), json[u"algorithm"], settings.algorithm);
    if (json.contains(u"bits"))
        settings.bits = bitsOf(json[u"bits"].toArray());
    if (json.contains(u"methods"))
        settings.methods = methodsOf(json[u"methods"].toArray());
    settings.granularity = named(granularities(), json[u"granularity"], settings.granularity);
    settings.allowed = json[u"allowed"].toString();
    settings.target = json[u"target"].toString();
    settings.sweepCount = countOf(json[u"sweepCount"], settings.sweepCount);
    settings.count = countOf(json[u"count"], settings.count);
    settings.seed = std::uint64_t(std::clamp(json[u"seed"].toInt(), 0, SearchSettings::kMostSeed));
    settings.seconds = std::clamp(json[u"seconds"].toInt(), 0, SearchSettings::kMostSeconds);
    settings.metric = named(sensitivityMetrics(), json[u"metric"], settings.metric);
    settings.measuresFront = json[u"measuresFront"].toBool();
    return settings;
}

QString allowedProblem(const QString &allowed, std::span<const LayerInfo> layers)
{
    return readAllowed(allowed, layers).problem;
}

ConfigSearchRequest searchRequest(const QuantDocument &document, const SearchSettings &settings,
                                  const MetricsSettings &measuring)
{
    const MetricsRequest metrics = metricsRequest(document, measuring);
    ConfigSearchRequest request;
    SensitivityRequest &sweep = request.sweep;
    sweep.generator = metrics.generator;
    sweep.base = metrics.config;
    sweep.plan = metrics.plan;
    sweep.calibration = metrics.calibration;
    sweep.calibrationImages = metrics.calibrationImages;
    sweep.ranges = metrics.ranges;
    sweep.reference = metrics.reference;
    sweep.extractor = metrics.extractor;
    sweep.perceptual = metrics.perceptual;
    sweep.allowSmallFid = metrics.allowSmallFid;
    sweep.count = settings.sweepCount;
    sweep.seed = settings.seed;
    request.rules.bits = settings.bits;
    request.rules.methods = settings.methods;
    request.rules.granularity = settings.granularity;
    // With a problem nothing is searched, see allowedProblem().
    request.rules.allowedBits = readAllowed(settings.allowed, document.info().layers).bits;
    request.rules.marks = document.marks();
    request.algorithm = settings.algorithm;
    if (settings.goal.bound)
        request.bound = SearchBound{*settings.goal.bound, settings.amount()};
    else
        request.budget = SearchBudget{settings.goal.cost, settings.amount()};
    request.boundCost = settings.goal.cost;
    request.seconds = settings.seconds;
    request.metrics = {settings.goal.bound.value_or(settings.metric)};
    // A file of features that is gone need not end the search when all else is done.
    const bool hasFeatures = areFeaturesThere(measuring.features);
    for (const MetricKind usual : parseMetrics(kConfirmation))
        if (usual != request.metrics.front() && (hasFeatures || !usesFeatures(usual)))
            request.metrics.push_back(usual);
    request.count = settings.count;
    request.measuresFront = settings.measuresFront;
    return request;
}

bool haveSameAnswer(const ConfigSearchRequest &a, const ConfigSearchRequest &b,
                    std::span<const LayerInfo> layers)
{
    const bool isSame = haveSameSamples(a.sweep, b.sweep) && haveSameRules(a.rules, b.rules) &&
                        haveSameGoal(a, b) && a.algorithm == b.algorithm && a.count == b.count &&
                        a.metrics == b.metrics && a.measuresFront == b.measuresFront;
    if (!isSame || (hasReference(a) && !(a.sweep.reference == b.sweep.reference)))
        return false;
    const QuantConfig base = fixedPart(a, layers);
    if (!(base == fixedPart(b, layers)))
        return false;
    return !touchesActivations(base) ||
           (a.sweep.calibration == b.sweep.calibration && a.sweep.ranges == b.sweep.ranges &&
            a.sweep.calibrationImages == b.sweep.calibrationImages);
}

} // namespace quantloupe
