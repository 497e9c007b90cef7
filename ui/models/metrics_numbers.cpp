// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_words.h"

#include "models/translate.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

namespace quantloupe {

namespace {

constexpr int kFigures = 4;
/// Of an error, or of an interval's width: what is known of it.
constexpr int kErrorFigures = 2;
constexpr int kMostDecimals = 9;
constexpr double kMinute = 60;
constexpr double kHour = 3600;

/// That write two figures of `error`; absent for none that could be written so.
std::optional<int> decimalsOf(double error)
{
    if (!(error > 0) || !std::isfinite(error))
        return std::nullopt;
    // Rounded first: 0.0996 is 0.10.
    const QString rounded = QString::number(error, 'e', kErrorFigures - 1);
    const int exponent = rounded.section(u'e', 1).toInt();
    const int decimals = std::max(0, kErrorFigures - 1 - exponent);
    return decimals <= kMostDecimals ? std::optional(decimals) : std::nullopt;
}

} // namespace

QString decimalText(double value, int decimals)
{
    const QString text = QLocale().toString(value, 'f', decimals);
    return QLocale().toDouble(text) == 0 ? QLocale().toString(0.0, 'f', decimals) : text;
}

QString metricNumber(double value)
{
    return QLocale().toString(value, 'g', kFigures);
}

QString intervalText(const MetricInterval &interval)
{
    return tr("%1 to %2")
        .arg(metricNumber(interval.low, interval), metricNumber(interval.high, interval));
}

QString metricNumber(double value, const MetricInterval &interval)
{
    const std::optional<int> decimals = decimalsOf(interval.high - interval.low);
    return decimals ? decimalText(value, *decimals) : metricNumber(value);
}

QString withErrorText(double value, double error)
{
    const std::optional<int> decimals = decimalsOf(error);
    if (!decimals)
        return tr("%1 ± %2").arg(metricNumber(value), metricNumber(error));
    return tr("%1 ± %2").arg(decimalText(value, *decimals), decimalText(error, *decimals));
}

QString durationText(double seconds)
{
    if (seconds < kMinute)
        return tr("%1 s").arg(std::max(1, int(std::ceil(seconds))));
    if (seconds < kHour)
        return tr("%1 min").arg(int(std::ceil(seconds / kMinute)));
    return tr("%1 h").arg(QLocale().toString(seconds / kHour, 'f', 1));
}

} // namespace quantloupe
