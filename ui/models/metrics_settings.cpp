// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_settings.h"

#include "base/error.h"
#include "models/quant_document.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace quantloupe {

namespace {

const char *const kMetrics = "metrics/kinds";
const char *const kReference = "metrics/reference";
const char *const kExtractor = "metrics/extractor";
const char *const kExtractorFile = "metrics/extractorFile";
const char *const kLpipsTrunk = "metrics/lpipsTrunk";
const char *const kLpipsHeads = "metrics/lpipsHeads";
const char *const kDepth = "metrics/depth";
const char *const kPipeline = "metrics/pipeline";
const char *const kInput = "metrics/networkInput";
const char *const kCrop = "metrics/referenceCrop";
const char *const kFilter = "metrics/referenceFilter";
const char *const kCount = "metrics/count";
/// Whatever a settings file says, a measurement has two samples at least.
constexpr qulonglong kFewest = 2;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

/// How many pictures files hold shows only when they are opened.
bool mayBeSmall(const MetricsReference &reference)
{
    return reference.source != kFloatReference && !reference.source.starts_with("builtin:");
}

} // namespace

std::string knownPipeline(const std::string &name)
{
    return std::ranges::count(inputResizeNames(), name) > 0 ? name : std::string();
}

void setFit(MetricsReference &reference, const QString &crop, const QString &filter)
{
    reference.crop = crop == text(name(Crop::None)) ? Crop::None : Crop::Center;
    reference.filter = std::ranges::count(resizeFilterNames(), filter.toStdString()) > 0
                           ? parseResizeFilter(filter.toStdString())
                           : MetricsReference().filter;
}

bool isBuiltinExtractor(const ChosenFeatures &features)
{
    return features.extractor == kBuiltinExtractor;
}

bool areFeaturesThere(const ChosenFeatures &features)
{
    return isBuiltinExtractor(features) ||
           QFileInfo(QString::fromStdString(features.extractor)).isFile();
}

bool isSmallFid(const MetricsSettings &settings)
{
    return std::ranges::count(settings.metrics, MetricKind::Frechet) > 0 &&
           !isBuiltinExtractor(settings.features) &&
           !takesNetworkInput(settings.features.extractor) &&
           settings.features.depth == kFidDimension &&
           (settings.count < kFidDimension || mayBeSmall(settings.reference));
}

QString kindsText(const std::vector<MetricKind> &kinds)
{
    QStringList names;
    for (const MetricKind kind : kinds)
        names.append(text(name(kind)));
    return names.join(u',');
}

void save(const MetricsSettings &settings, QSettings &store)
{
    store.setValue(kMetrics, kindsText(settings.metrics));
    store.setValue(kReference, QString::fromStdString(settings.reference.source));
    store.setValue(kExtractor, QString::fromStdString(settings.features.extractor));
    store.setValue(kExtractorFile, settings.extractorFile);
    store.setValue(kDepth, qulonglong(settings.features.depth));
    store.setValue(kPipeline, QString::fromStdString(settings.features.pipeline));
    store.setValue(kLpipsTrunk, QString::fromStdString(settings.perceptual.trunk));
    store.setValue(kLpipsHeads, QString::fromStdString(settings.perceptual.heads));
    store.setValue(kInput, toText(settings.features.input));
    store.setValue(kCrop, text(name(settings.reference.crop)));
    store.setValue(kFilter, text(name(settings.reference.filter)));
    store.setValue(kCount, qulonglong(settings.count));
}

MetricsSettings readMetricsSettings(const QSettings &store)
{
    MetricsSettings settings;
    try {
        if (store.contains(kMetrics))
            settings.metrics = parseMetrics(store.value(kMetrics).toString().toStdString());
    } catch (const Error &) {
        // Of another version: the usual ones.
    }
    const auto string = [&store](const char *key, const std::string &usual) {
        return store.value(key, QString::fromStdString(usual)).toString().toStdString();
    };
    settings.reference.source = string(kReference, settings.reference.source);
    settings.features.extractor = string(kExtractor, settings.features.extractor);
    settings.features.pipeline = knownPipeline(string(kPipeline, {}));
    settings.features.depth = store.value(kDepth, qulonglong(kFidDimension)).toULongLong();
    settings.perceptual = {string(kLpipsTrunk, {}), string(kLpipsHeads, {})};
    settings.features.input =
        parseNetworkInput(store.value(kInput).toString()).value_or(NetworkInput());
    setFit(settings.reference, store.value(kCrop).toString(), store.value(kFilter).toString());
    settings.extractorFile = store.value(kExtractorFile).toString();
    settings.count =
        std::max(kFewest, store.value(kCount, qulonglong(kMetricSamples)).toULongLong());
    return settings;
}

MetricsRequest metricsRequest(const QuantDocument &document, const MetricsSettings &settings)
{
    MetricsRequest request;
    request.generator = document.generator();
    request.config = document.config();
    request.plan = document.plan();
    request.calibration = document.calibration();
    request.calibrationImages = document.inputPictures();
    request.ranges = document.ranges();
    request.metrics = settings.metrics;
    request.reference = settings.reference;
    const ChosenFeatures &features = settings.features;
    request.extractor.file = features.extractor;
    request.extractor.depth = features.depth;
    if (!features.pipeline.empty())
        request.extractor.pipeline = parseInputResize(features.pipeline);
    request.perceptual = settings.perceptual;
    features.input.writeTo(request.extractor.scripted);
    request.count = settings.count;
    request.allowSmallFid = settings.allowSmallFid;
    return request;
}

bool isExtractorName(const QString &path)
{
    const QFileInfo file(path);
    static const QStringList endings{QStringLiteral("pth"), QStringLiteral("pt"),
                                     QStringLiteral("safetensors")};
    return file.fileName().contains(QStringLiteral("inception"), Qt::CaseInsensitive) &&
           endings.contains(file.suffix().toLower());
}

} // namespace quantloupe
