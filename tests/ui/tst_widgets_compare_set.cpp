// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/compare_text.h"
#include "widgets/large_layout.h"
#include "widgets/shown_pictures.h"
#include "widgets/theme.h"

#include <QLocale>

#include <limits>

using namespace quantloupe;

namespace {

std::vector<SampleRef> samples(const std::vector<int> &indices)
{
    std::vector<SampleRef> result;
    for (const int index : indices)
        result.push_back({0, std::uint64_t(index)});
    return result;
}

/// A picture of a kept configuration.
SamplePair keptPair(int index)
{
    SamplePair pair = pairOf(index);
    pair.quantized = picture(index + 1, false);
    return pair;
}

} // namespace

/// Several configurations, pinned latents and their order in the grid.
class TestCompareSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void everyConfigurationHasItsRows()
    {
        CompareFixture f(4);
        f.view.setConfigurations({QStringLiteral("Current"), QStringLiteral("A")});
        const QColor empty = themeColors(ThemeKind::Light).track;
        QCOMPARE(f.shot().pixelColor(f.tile(1, quantizedRow(1)).center()), empty);
        f.view.setPair(1, 1, keptPair(1));
        f.view.setDifference(DifferenceKind::MaximumAbsolute, 8);
        const QImage shot = f.shot();
        const QRect tile = f.tile(1, quantizedRow(1));
        QCOMPARE(shot.pixelColor(tile.topLeft()), pixelColor(2, 0, 0, false));
        QCOMPARE(shot.pixelColor(f.tile(1, differenceRow(0)).center()), QColor(32, 32, 32));
        QCOMPARE(shot.pixelColor(f.tile(1, differenceRow(1)).center()), QColor(64, 64, 64));
        QVERIFY(f.tile(1, PictureRow::Difference).bottom() < tile.top());
        f.view.setPair(1, pairOf(1));
        QVERIFY(f.view.pair(1, 1));
    }

    void picturesOfOtherLatentsAreNotMixed()
    {
        CompareFixture f(4);
        f.view.setConfigurations({QStringLiteral("Current"), QStringLiteral("A")});
        f.view.setPair(1, 1, keptPair(3));
        QVERIFY(!f.view.pair(1, 1));
        f.view.setPair(1, 1, keptPair(1));
        f.view.setPair(1, pairOf(9));
        QVERIFY(!f.view.pair(1, 1));
        QCOMPARE(f.shot().pixelColor(f.tile(1, quantizedRow(1)).center()),
                 themeColors(ThemeKind::Light).track);
    }

    void fourConfigurationsAreInReach()
    {
        CompareFixture f(16);
        f.view.setConfigurations({"Current", "A", "B", "C"});
        QTest::keyClick(f.grid, Qt::Key_End);
        QVERIFY(f.viewport->rect().contains(f.tile(15, differenceRow(3))));
        for (int row = 0; row + 1 < rowCount(4); ++row)
            QVERIFY(f.tile(0, PictureRow(row)).bottom() < f.tile(0, PictureRow(row + 1)).top());
    }

    void pinnedLatentsMoveToTheFront()
    {
        CompareFixture f(4);
        f.view.setSamples(samples({0, 1, 2, 3}), 0);
        f.view.setCurrent(2);
        f.view.setSamples(samples({2, 0, 1, 3}), 1);
        QCOMPARE(f.view.current(), 0);
        for (const auto &[position, index] : {std::pair(0, 2), {1, 0}, {2, 1}, {3, 3}})
            QCOMPARE(f.view.pair(position)->sample.index, std::uint64_t(index));
        const QColor accent = themeColors(ThemeKind::Light).accent;
        const auto marked = [&](int position) {
            const QRect tile = f.tile(position, PictureRow::Float);
            const QImage above = f.shot().copy(tile.left(), tile.top() - 16, tile.width(), 14);
            for (int y = 0; y < above.height(); ++y)
                for (int x = 0; x < above.width(); ++x)
                    if (above.pixelColor(x, y) == accent)
                        return true;
            return false;
        };
        QVERIFY(marked(0));
        QVERIFY(!marked(1));
    }

    void otherLatentsLeaveTheOldPicturesInPlace()
    {
        CompareFixture f(4);
        f.view.setSamples(samples({0, 1, 2, 3}), 0);
        f.view.setSamples(samples({3, 10, 11, 12}), 1);
        QCOMPARE(f.view.pair(0)->sample.index, std::uint64_t(3));
        QCOMPARE(f.view.pair(1)->sample.index, std::uint64_t(1));
        QCOMPARE(f.view.count(), 4);
    }

    void brokenOutputsAreNotCalledIdentical()
    {
        CompareFixture f(2);
        SamplePair broken = pairOf(0);
        broken.psnr.reset();
        broken.errorEnergy = std::numeric_limits<double>::quiet_NaN();
        SamplePair equal = pairOf(1);
        equal.psnr.reset();
        f.view.setPair(0, broken);
        f.view.setPair(1, equal);
        QCOMPARE(psnrText(broken), QStringLiteral("not finite"));
        QCOMPARE(psnrText(equal), QStringLiteral("identical"));
        QCOMPARE(f.grid->accessibleDescription(),
                 QStringLiteral("Sample 0, the output holds values that are not finite"));
        f.view.setMode(CompareMode::Pair);
        const QString described = f.view.large()->accessibleDescription();
        QVERIFY(described.contains(QStringLiteral("not finite")));
        QVERIFY(!described.contains(QStringLiteral("identical")));
        f.view.selectNext();
        QVERIFY(f.view.large()->accessibleDescription().contains(QStringLiteral("identical")));
    }

    void worstComesFirst()
    {
        CompareFixture f(5);
        f.view.setSamples(samples({0, 1, 2, 3, 4}), 1);
        const auto set = [&](int position, std::optional<double> psnr, double error) {
            SamplePair pair = pairOf(position);
            pair.psnr = psnr;
            pair.errorEnergy = error;
            f.view.setPair(position, pair);
        };
        set(0, 50, 1);
        set(1, 40, 1);
        set(2, std::nullopt, 0);
        set(3, std::nullopt, std::numeric_limits<double>::infinity());
        set(4, 20, 1);
        f.view.setWorstFirst(true);
        const auto leftToRight = [&] {
            std::vector<int> positions{0, 1, 2, 3, 4};
            std::ranges::sort(positions, {}, [&](int position) {
                const QRect tile = f.tile(position, PictureRow::Float);
                return std::pair(tile.top(), tile.left());
            });
            return positions;
        };
        QCOMPARE(leftToRight(), (std::vector<int>{0, 3, 4, 1, 2}));
        QVERIFY(allShowExactly(f, 5));
        const auto *caption = f.view.findChild<QLabel *>(QStringLiteral("differenceCaption"));
        QVERIFY(caption->text().contains(QStringLiteral("distance to float")));
        f.view.setCurrent(0);
        QTest::keyClick(f.grid, Qt::Key_BracketRight);
        QCOMPARE(f.view.current(), 3);
        QTest::mouseClick(f.viewport, Qt::LeftButton, {}, f.centre(4));
        QCOMPARE(f.view.current(), 4);
        f.view.setWorstFirst(false);
        QCOMPARE(leftToRight(), (std::vector<int>{0, 1, 2, 3, 4}));
    }

    void composedPicturesAreWholeFactors()
    {
        CompareFixture f(2);
        const ShownPictures shown = f.view.shownPictures();
        QCOMPARE(shown.rows, (QStringList{"Float", "Quantized", "Difference"}));
        QCOMPARE(shown.columns, (QStringList{"0", "1"}));
        const QImage picture = composed(shown, f.view.font());
        const int factor = 128 / kSide;
        // The last column ends a gap before the edge; a line of text stands above and below.
        const int line = QFontMetrics(f.view.font()).height() + 2 * 4;
        const QPoint corner(picture.width() - 4 - 128, line);
        QVERIFY(picture.height() > line + 3 * (128 + 4) + line / 2);
        for (const QPoint at : {QPoint(0, 0), QPoint(3, 8), QPoint(15, 15)})
            for (const QPoint in : {QPoint(0, 0), QPoint(factor - 1, factor - 1)})
                QCOMPARE(picture.pixelColor(corner + at * factor + in),
                         pixelColor(1, at.x(), at.y(), false));
        const Image image = fromQImage(picture);
        QCOMPARE(image.width, picture.width());
        QCOMPARE(image.at(corner.x(), corner.y())[2], std::uint8_t(8));
    }

    void largeTilesFit()
    {
        for (const QSize room : {QSize(700, 300), QSize(300, 700), QSize(640, 640)}) {
            for (const int tiles : {1, 2, 3, 5}) {
                const LargeLayout layout({room, tiles, {64, 64}, 20, 8, 8});
                for (int i = 0; i < tiles; ++i) {
                    QVERIFY(QRect({}, room).contains(layout.tile(i)));
                    QVERIFY(QRect({}, room).contains(layout.caption(i)));
                    QCOMPARE(layout.tileAt(layout.tile(i).bottomRight()).value(), i);
                    for (int j = 0; j < i; ++j)
                        QVERIFY(!layout.tile(i).intersects(layout.tile(j)));
                }
            }
        }
        // Side by side 338 wide; 314 and 364 high below the caption.
        QCOMPARE(LargeLayout({{700, 350}, 2, {64, 64}, 20, 8, 8}).fitScale(), 4.0);
        QCOMPARE(LargeLayout({{700, 400}, 2, {64, 64}, 20, 8, 8}).fitScale(), 5.0);
        QVERIFY(LargeLayout({{50, 40}, 2, {64, 64}, 20, 8, 8}).fitScale() > 0);
    }
};

QTEST_MAIN(TestCompareSet)
#include "tst_widgets_compare_set.moc"
