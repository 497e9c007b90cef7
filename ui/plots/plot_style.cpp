// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_style.h"

#include "widgets/theme.h"

#include <qcustomplot.h>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kAxisPadding = 3;
/// Numbers such as -0.075 must not touch in a narrow plot.
constexpr int kHorizontalTicks = 3;

/// Amounts on an axis: "20 k" rather than "20000".
class CompactTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override
    {
        if (tick < 0)
            return {};
        if (tick >= 1e6)
            return QStringLiteral("%1 M").arg(locale.toString(tick / 1e6, 'g', 4));
        if (tick >= 1e4)
            return QStringLiteral("%1 k").arg(locale.toString(tick / 1e3, 'g', 4));
        return locale.toString(std::abs(tick) < 1e-12 ? 0.0 : tick, 'g', 4);
    }
};

void styleAxis(QCPAxis &axis, const PlotColors &colors, const QFont &font)
{
    const QPen pen(colors.axis, kAxisPen);
    axis.setBasePen(pen);
    axis.setTickPen(pen);
    axis.setSubTicks(false);
    axis.setTickLabelColor(colors.text);
    axis.setTickLabelFont(smallFont(numericFont(font)));
    axis.setLabelColor(colors.text);
    axis.setLabelFont(smallFont(font));
    axis.setPadding(0);
    axis.setLabelPadding(kAxisPadding);
    axis.setTickLabelPadding(kAxisPadding);
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(kAxisPadding);
    axis.grid()->setPen(QPen(colors.grid, kAxisPen));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

} // namespace

PlotColors plotColors(const QPalette &palette)
{
    const ThemeColors &theme = themeColors(palette);
    const bool isDark = themeOf(palette) == ThemeKind::Dark;
    PlotColors colors;
    colors.ground = palette.color(QPalette::Window);
    colors.text = theme.secondaryText;
    colors.axis = palette.color(QPalette::Disabled, QPalette::WindowText);
    colors.grid = theme.divider;
    colors.bars = theme.bar;
    // Vermillion is too dark on the dark ground, orange too light on the light one.
    colors.levels = isDark ? categoricalColors()[0] : categoricalColors()[5];
    colors.unusedLevels = colors.levels;
    colors.unusedLevels.setAlphaF(0.35F);
    colors.chosen = theme.accent;
    colors.cursor = theme.accent;
    colors.cursor.setAlphaF(0.22F);
    colors.whisker = palette.color(QPalette::WindowText);
    colors.floor = colors.axis;
    const auto &all = categoricalColors();
    // Blue, vermillion, green and purple, each in the shade that the ground lets stand out.
    colors.series = isDark ? std::array{all[1], all[0], all[2], all[6]}
                           : std::array{all[4], all[5], all[2].darker(115), all[6].darker(125)};
    return colors;
}

const std::array<QColor, 7> &categoricalColors()
{
    static const std::array<QColor, 7> colors{QColor(0xe69f00), QColor(0x56b4e9), QColor(0x009e73),
                                              QColor(0xf0e442), QColor(0x0072b2), QColor(0xd55e00),
                                              QColor(0xcc79a7)};
    return colors;
}

void applyStyle(QCustomPlot &plot, const PlotColors &colors, const QFont &font)
{
    plot.setBackground(QBrush(colors.ground));
    styleAxis(*plot.xAxis, colors, font);
    styleAxis(*plot.yAxis, colors, font);
    plot.xAxis->grid()->setVisible(false);
    plot.axisRect()->setMinimumMargins({0, kSpacingTight, kSpacing, 0});
}

void useCompactNumbers(QCustomPlot &plot, int ticks)
{
    const QSharedPointer<CompactTicker> ticker(new CompactTicker);
    ticker->setTickCount(ticks);
    plot.yAxis->setTicker(ticker);
    plot.xAxis->ticker()->setTickCount(kHorizontalTicks);
}

void usePlainNumbers(QCustomPlot &plot, int ticks)
{
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(4);
    }
    plot.yAxis->ticker()->setTickCount(ticks);
}

} // namespace quantloupe
