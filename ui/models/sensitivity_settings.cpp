// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_settings.h"

#include "base/error.h"
#include "models/quant_document.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::array kMetrics = {MetricKind::OutputSqnr, MetricKind::Psnr,
                                 MetricKind::Ssim,       MetricKind::SlicedWasserstein,
                                 MetricKind::Frechet,    MetricKind::Kernel};

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
    for (int each = SensitivitySettings::kMostBits; each > 0; --each)
        if (std::ranges::any_of(json, [&](const QJsonValue &one) { return one.toInt() == each; }))
            bits.push_back(each);
    return bits;
}

bool touchesActivations(const SensitivityRequest &request)
{
    return request.cells.sites != std::vector{SensitivitySite::Weights} ||
           std::ranges::any_of(request.base.layers(), [](const auto &layer) {
               return !layer.second.activation.isFloat();
           });
}

/// The sample as Compare shows it.
void limitTo(const PicturePart &part, const QuantDocument &document, SensitivityRequest &request)
{
    SampleSource source;
    source.role = StreamRole::Preview;
    source.samples = {part.sample};
    if (document.info().isImageToImage())
        source.images = document.inputPictures();
    request.samples = std::move(source);
    request.region = part.pixels;
    request.repeats = 1;
}

bool haveSameSamples(const SensitivityRequest &a, const SensitivityRequest &b)
{
    if (a.region != b.region || a.samples.has_value() != b.samples.has_value())
        return false;
    if (!a.samples)
        return a.count == b.count && a.seed == b.seed;
    return a.samples->samples == b.samples->samples && a.samples->images == b.samples->images;
}

} // namespace

std::span<const MetricKind> sensitivityMetrics()
{
    return kMetrics;
}

bool comparesParts(MetricKind metric)
{
    return isSwept(metric);
}

bool canSketch(const SensitivitySettings &settings)
{
    return !settings.part && settings.metric == MetricKind::OutputSqnr &&
           settings.site == SensitivitySite::Weights;
}

QJsonObject toJson(const SensitivitySettings &settings)
{
    QJsonArray bits;
    for (const int each : settings.bits)
        bits.append(each);
    return {{"bits", bits},
            {"site", text(name(settings.site))},
            {"mode", text(name(settings.mode))},
            {"metric", text(name(settings.metric))},
            {"count", qint64(settings.count)},
            {"repeats", settings.repeats},
            {"sketch", settings.sketch}};
}

SensitivitySettings sensitivitySettings(const QJsonObject &json)
{
    SensitivitySettings settings;
    if (json.contains(u"bits"))
        settings.bits = bitsOf(json[u"bits"].toArray());
    settings.site = named(sensitivitySites(), json[u"site"], settings.site);
    settings.mode = named(sensitivityModes(), json[u"mode"], settings.mode);
    settings.metric = named(sensitivityMetrics(), json[u"metric"], settings.metric);
    const int count = json[u"count"].toInt(int(settings.count));
    settings.count = std::size_t(std::clamp(count, 1, SensitivitySettings::kMostSamples));
    settings.repeats =
        std::clamp(json[u"repeats"].toInt(settings.repeats), 1, SensitivitySettings::kMostRepeats);
    settings.sketch = json[u"sketch"].toBool(settings.sketch);
    return settings;
}

SensitivityRequest sensitivityRequest(const QuantDocument &document,
                                      const SensitivitySettings &settings,
                                      const MetricsSettings &measuring)
{
    const MetricsRequest metrics = metricsRequest(document, measuring);
    SensitivityRequest request;
    request.generator = metrics.generator;
    request.cells.bits = settings.bits;
    request.cells.sites = {settings.site};
    request.cells.modes = {settings.mode};
    if (settings.mode == SensitivityMode::LeaveOneOut) {
        request.base = metrics.config;
        request.base.setCorrections({});
        // Of the configuration's own quantizers.
        request.ranges = metrics.ranges;
    }
    request.plan = metrics.plan;
    request.calibration = metrics.calibration;
    request.calibrationImages = metrics.calibrationImages;
    request.metric = settings.metric;
    request.reference = metrics.reference;
    request.extractor = metrics.extractor;
    request.perceptual = metrics.perceptual;
    request.allowSmallFid = metrics.allowSmallFid;
    request.count = settings.count;
    request.repeats = settings.repeats;
    request.sketchProbes = settings.sketch && canSketch(settings) ? kSketchProbes : 0;
    if (settings.part)
        limitTo(*settings.part, document, request);
    return request;
}

bool haveSameValues(const SensitivityRequest &a, const SensitivityRequest &b)
{
    const bool isSame = a.generator == b.generator && a.cells.sites == b.cells.sites &&
                        a.cells.modes == b.cells.modes && a.base == b.base && a.plan == b.plan &&
                        a.metric == b.metric && haveSameSamples(a, b);
    if (!isSame || (!isPaired(a.metric) && !(a.reference == b.reference)))
        return false;
    return !touchesActivations(a) ||
           (a.calibration == b.calibration && a.calibrationImages == b.calibrationImages &&
            a.ranges == b.ranges);
}

} // namespace quantloupe
