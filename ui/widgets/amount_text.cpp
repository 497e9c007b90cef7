// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/amount_text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kThousand = 1000;

struct Scaled
{
    double value = 0;
    std::size_t power = 0;
};

/// 999.6 already counts as 1000, so that no text has four figures before the point.
Scaled scaled(double value, std::size_t largestPower)
{
    Scaled result{value, 0};
    while (result.value >= kThousand - 0.5 && result.power < largestPower) {
        result.value /= kThousand;
        ++result.power;
    }
    return result;
}

QString number(double value, int figures)
{
    const int whole = value < 1 ? 1 : int(std::floor(std::log10(value))) + 1;
    return QLocale().toString(value, 'f', std::max(0, figures - whole));
}

} // namespace

QString bytesText(std::int64_t bytes)
{
    static const std::array units{QStringLiteral("B"), QStringLiteral("kB"), QStringLiteral("MB"),
                                  QStringLiteral("GB"), QStringLiteral("TB")};
    const Scaled amount = scaled(double(bytes), units.size() - 1);
    const int figures = amount.power == 0 ? 1 : 3;
    return QStringLiteral("%1 %2").arg(number(amount.value, figures), units[amount.power]);
}

QString bopsText(double bops)
{
    static const std::array prefixes{QString(),           QStringLiteral("k"), QStringLiteral("M"),
                                     QStringLiteral("G"), QStringLiteral("T"), QStringLiteral("P")};
    const Scaled amount = scaled(bops, prefixes.size() - 1);
    const int figures = amount.power == 0 ? 1 : 2;
    return QStringLiteral("%1 %2BOPs").arg(number(amount.value, figures), prefixes[amount.power]);
}

} // namespace quantloupe
