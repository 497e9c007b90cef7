// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bits_colors.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

using namespace quantloupe;

namespace {

constexpr double kTextContrast = 4.5;
/// For bars and rings, which carry no text.
constexpr double kShapeContrast = 3;
/// Between two bits colours, of the encoded cube's side; the number stands beside each.
constexpr double kSeenDistance = 0.12;

struct TextPair
{
    const char *name;
    QColor text;
    QColor ground;
};

std::vector<TextPair> paletteTexts(const QPalette &palette)
{
    const auto pair = [&](const char *name, QPalette::ColorRole text, QPalette::ColorRole ground) {
        return TextPair{name, palette.color(text), palette.color(ground)};
    };
    return {pair("window", QPalette::WindowText, QPalette::Window),
            pair("base", QPalette::Text, QPalette::Base),
            pair("alternate", QPalette::Text, QPalette::AlternateBase),
            pair("button", QPalette::ButtonText, QPalette::Button),
            pair("selection", QPalette::HighlightedText, QPalette::Highlight),
            pair("placeholder in base", QPalette::PlaceholderText, QPalette::Base),
            pair("placeholder in window", QPalette::PlaceholderText, QPalette::Window),
            pair("link in base", QPalette::Link, QPalette::Base),
            pair("link in window", QPalette::Link, QPalette::Window),
            pair("visited link", QPalette::LinkVisited, QPalette::Base),
            pair("bright", QPalette::BrightText, QPalette::Window),
            pair("tooltip", QPalette::ToolTipText, QPalette::ToolTipBase)};
}

std::vector<TextPair> extraTexts(const QPalette &palette, const ThemeColors &colors)
{
    const QColor text = palette.color(QPalette::Text);
    return {{"text on canvas", text, colors.canvas},
            {"secondary on canvas", colors.secondaryText, colors.canvas},
            {"secondary on window", colors.secondaryText, palette.color(QPalette::Window)},
            {"secondary on base", colors.secondaryText, palette.color(QPalette::Base)},
            {"info", text, colors.infoGround},
            {"warning", text, colors.warningGround},
            {"error", text, colors.errorGround}};
}

struct Deficiency
{
    const char *name;
    /// Red and green cones answer alike, to this mix of red and green light.
    double red, green;
    double blueShift;
};

/// Linear RGB as seen without red or green cones (Vienot, Brettel, Mollon 1999).
constexpr std::array kDeficiencies{Deficiency{"deuteranopia", 0.29275, 0.70725, 0.02234},
                                   Deficiency{"protanopia", 0.11238, 0.88762, -0.00401}};

std::array<double, 3> seenBy(const Deficiency &viewer, const QColor &color)
{
    const auto linear = [](double v) { return std::pow(v, 2.2); };
    const auto encoded = [](double v) { return std::pow(std::max(0.0, v), 1 / 2.2); };
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double yellow = encoded(viewer.red * r + viewer.green * g);
    return {yellow, yellow, encoded(viewer.blueShift * (g - r) + linear(color.blueF()))};
}

double distance(const std::array<double, 3> &a, const std::array<double, 3> &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.005);
    }

    void textsAreReadable_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }

    void textsAreReadable()
    {
        QFETCH(int, kind);
        const QPalette palette = themePalette(ThemeKind(kind));
        const ThemeColors &colors = themeColors(ThemeKind(kind));
        std::vector<TextPair> pairs = paletteTexts(palette);
        const auto extra = extraTexts(palette, colors);
        pairs.insert(pairs.end(), extra.begin(), extra.end());
        for (const TextPair &pair : pairs) {
            const double ratio = contrastRatio(pair.text, pair.ground);
            QVERIFY2(ratio >= kTextContrast,
                     qPrintable(QStringLiteral("%1: %2").arg(pair.name).arg(ratio)));
        }
        for (const QColor &ground : {colors.canvas, palette.color(QPalette::Base)}) {
            QVERIFY(contrastRatio(colors.accent, ground) >= kShapeContrast);
            QVERIFY(contrastRatio(colors.bar, ground) >= kShapeContrast);
        }
    }

    void paletteNamesItsTheme()
    {
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark})
            QVERIFY(themeOf(themePalette(kind)) == kind);
    }

    void systemThemeSurvivesOurs()
    {
        const ThemeKind before = systemTheme();
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark}) {
            applyTheme(*qApp, kind);
            QCOMPARE(qApp->palette().color(QPalette::Base),
                     themePalette(kind).color(QPalette::Base));
            QVERIFY(systemTheme() == before);
        }
    }

    void digitsAreEquallyWide()
    {
        const QFontMetrics metrics(numericFont(qApp->font()));
        for (const QChar digit : QStringLiteral("123456789"))
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
    }

    void bitsGetDarkerAndCooler()
    {
        for (int bits = 2; bits <= 16; ++bits) {
            QVERIFY(relativeLuminance(bitsColor(bits)) < relativeLuminance(bitsColor(bits - 1)));
            QVERIFY(bitsColor(bits).blueF() - bitsColor(bits).redF() >
                    bitsColor(bits - 1).blueF() - bitsColor(bits - 1).redF());
        }
    }

    void floatIsGrey()
    {
        QVERIFY(bitsColor(32).hsvSaturationF() < 0.1);
        for (int bits = 1; bits <= 16; ++bits)
            QVERIFY(bitsColor(bits).hsvSaturationF() > 0.4);
    }

    void textOnBitsIsReadable()
    {
        for (int bits = 1; bits <= 32; ++bits)
            QVERIFY(contrastRatio(bitsTextColor(bits), bitsColor(bits)) >= kTextContrast);
    }

    void commonBitsDifferForTheColourBlind()
    {
        const std::array common{1, 2, 4, 8, 16, 32};
        for (const Deficiency &viewer : kDeficiencies)
            for (std::size_t i = 0; i < common.size(); ++i)
                for (std::size_t j = i + 1; j < common.size(); ++j)
                    QVERIFY2(distance(seenBy(viewer, bitsColor(common[i])),
                                      seenBy(viewer, bitsColor(common[j]))) > kSeenDistance,
                             qPrintable(QStringLiteral("%1: %2 and %3")
                                            .arg(viewer.name)
                                            .arg(common[i])
                                            .arg(common[j])));
    }

    void bitsAreWritten()
    {
        QCOMPARE(bitsText(4), QStringLiteral("4"));
        QCOMPARE(bitsText(32), QStringLiteral("fp"));
    }

    void menuButtonsHaveTheirArrowBesideTheText()
    {
        applyTheme(*qApp, ThemeKind::Light);
        QMenu menu;
        QToolButton plain;
        QToolButton button;
        for (QToolButton *each : {&plain, &button}) {
            each->setText(QStringLiteral("Presets"));
            each->setPopupMode(QToolButton::InstantPopup);
        }
        button.setMenu(&menu);
        const int room = button.sizeHint().width() - plain.sizeHint().width();
        QVERIFY(room > 0);
        button.resize(button.sizeHint());
        const QImage picture = button.grab().toImage();
        const auto drawn = [&](int fromTop, int toTop) {
            int dark = 0;
            for (int y = fromTop; y < toTop; ++y)
                for (int x = picture.width() - room; x < picture.width() - 2; ++x)
                    dark += qGray(picture.pixel(x, y)) < 160;
            return dark;
        };
        const int third = picture.height() / 3;
        QVERIFY(drawn(third, 2 * third) > 0);
        QCOMPARE(drawn(2 * third + 1, picture.height() - 2), 0);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_widgets_theme.moc"
