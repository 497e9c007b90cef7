// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/network_input.h"
#include "session/metrics_request.h"

#include <QString>
#include <QStringList>

class QSettings;

namespace quantloupe {

class QuantDocument;

/// The features that are compared.
struct ChosenFeatures
{
    /// builtin:NAME, the FID Inception or a TorchScript network.
    std::string extractor = std::string(kBuiltinExtractor);
    /// Of the Inception; others have one.
    std::size_t depth = kFidDimension;
    /// "tf-legacy", "pytorch-fid" or "clean"; empty for the extractor's usual one.
    std::string pipeline = {};
    /// Of TorchScript.
    NetworkInput input = {};

    bool operator==(const ChosenFeatures &) const = default;
};

/// What the user chose to be measured; kept in the settings of the program.
struct MetricsSettings
{
    std::vector<MetricKind> metrics = MetricsRequest().metrics;
    MetricsReference reference;
    ChosenFeatures features;
    PerceptualFiles perceptual;
    std::size_t count = kMetricSamples;
    bool allowSmallFid = false;
    /// The extractor's file that was given last; empty for none yet.
    QString extractorFile;

    bool operator==(const MetricsSettings &) const = default;
};

/// Whether a FID needs the user's yes: of so few samples, or of a reference of files, which may
/// hold few pictures. The distance of another network than the Inception is no FID. Reads the
/// beginning of the extractor's file.
bool isSmallFid(const MetricsSettings &settings);
bool isBuiltinExtractor(const ChosenFeatures &features);
/// They are built in, or their file exists; whether it can be read shows only when it is.
bool areFeaturesThere(const ChosenFeatures &features);

/// The name of a pipeline, or empty for any other text.
std::string knownPipeline(const std::string &name);

/// Crop and filter by their names; the usual ones for any other text.
void setFit(MetricsReference &reference, const QString &crop, const QString &filter);

/// "fid,swd".
QString kindsText(const std::vector<MetricKind> &kinds);

void save(const MetricsSettings &settings, QSettings &store);
MetricsSettings readMetricsSettings(const QSettings &store);

/// The measurement of what the document holds now.
MetricsRequest metricsRequest(const QuantDocument &document, const MetricsSettings &settings);

/// A file name that speaks of the FID Inception, such as the one pytorch-fid publishes.
bool isExtractorName(const QString &path);

} // namespace quantloupe
