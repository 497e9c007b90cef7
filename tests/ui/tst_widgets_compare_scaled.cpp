// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_view.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace quantloupe;

namespace {

constexpr int kSide = 16;

SamplePair pairOf(int index)
{
    SamplePair pair;
    pair.reference = Image(kSide, kSide, 3);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            pair.reference.at(x, y)[0] = std::uint8_t(x * 16);
            pair.reference.at(x, y)[1] = std::uint8_t(y * 16);
            pair.reference.at(x, y)[2] = std::uint8_t(index * 8);
        }
    }
    pair.quantized = pair.reference;
    return pair;
}

} // namespace

/// On screens of 100, 150 and 200 %: the test starts itself once a scale, which Qt reads at start.
class TestCompareScaled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAreExact_data()
    {
        QTest::addColumn<QString>("scale");
        QTest::newRow("100 %") << "1";
        QTest::newRow("150 %") << "1.5";
        QTest::newRow("200 %") << "2";
    }

    void pixelsAreExact()
    {
        QFETCH(QString, scale);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        environment.insert(QStringLiteral("QUANTLOUPE_TEST_SCALE"), scale);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
};

class TestAtOneScale : public QObject
{
    Q_OBJECT

    static void compareTile(const QImage &shot, const CompareGrid &grid, int position)
    {
        const double ratio = shot.devicePixelRatio();
        const QRectF place = grid.tileRect(position, PictureRow::Float);
        const QPoint corner(qRound(place.x() * ratio), qRound(place.y() * ratio));
        for (int y = 0; y < qRound(place.height() * ratio); ++y) {
            for (int x = 0; x < qRound(place.width() * ratio); ++x) {
                const QPoint pixel = grid.region().pixelAt({x, y});
                QCOMPARE(shot.pixelColor(corner + QPoint(x, y)),
                         QColor(pixel.x() * 16, pixel.y() * 16, position * 8));
            }
        }
    }

private Q_SLOTS:
    void pixelsAreExact()
    {
        applyTheme(*qApp, ThemeKind::Dark);
        CompareView view;
        view.resize(720, 700);
        view.setCount(9);
        for (int i = 0; i < 9; ++i)
            view.setPair(i, pairOf(i));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.devicePixelRatioF(),
                 qEnvironmentVariable("QUANTLOUPE_TEST_SCALE").toDouble());
        QCOMPARE(view.zoom(), std::floor(view.zoom()));
        for (const double factor : {1.0, 1.5}) {
            view.setZoom(view.zoom() * factor, QPointF(300, 200));
            QImage shot = view.grid()->viewport()->grab().toImage();
            while (!view.grid()->lastPaintWasComplete())
                shot = view.grid()->viewport()->grab().toImage();
            QCOMPARE(shot.devicePixelRatio(), view.devicePixelRatioF());
            for (int position = 0; position < 9; ++position)
                compareTile(shot, *view.grid(), position);
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("QUANTLOUPE_TEST_SCALE")) {
        TestAtOneScale test;
        return QTest::qExec(&test, argc, argv);
    }
    TestCompareScaled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_widgets_compare_scaled.moc"
