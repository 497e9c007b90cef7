// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bits_colors.h"

#include "widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kMostBits = 16;
constexpr QRgb kFloatGrey = 0xff9a9ea4;

/// At 1, 2, 4, 8 and 16 bits: what halves the storage is one step of colour.
constexpr std::array<QRgb, 5> kAnchors{0xffffc44a, 0xfff79154, 0xffdd6c86, 0xffa06fc6, 0xff2f5fb0};

double mix(double a, double b, double share)
{
    return a + (b - a) * share;
}

} // namespace

QColor bitsColor(double bits)
{
    if (bits > kMostBits)
        return QColor::fromRgb(kFloatGrey);
    const double place = std::log2(std::clamp(bits, 1.0, kMostBits));
    const auto step = std::min(std::size_t(place), kAnchors.size() - 2);
    const double share = place - double(step);
    const QColor from = QColor::fromRgb(kAnchors[step]);
    const QColor to = QColor::fromRgb(kAnchors[step + 1]);
    return QColor::fromRgbF(float(mix(from.redF(), to.redF(), share)),
                            float(mix(from.greenF(), to.greenF(), share)),
                            float(mix(from.blueF(), to.blueF(), share)));
}

QColor bitsTextColor(double bits)
{
    const QColor ground = bitsColor(bits);
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(black, ground) >= contrastRatio(white, ground) ? black : white;
}

QString bitsText(int bits)
{
    return bits > int(kMostBits) ? QCoreApplication::translate("BitsText", "fp")
                                 : QString::number(bits);
}

} // namespace quantloupe
