// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/program_icon.h"

#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace quantloupe;

class TestProgramIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySizeIsDrawn()
    {
        QList<QSize> sizes = programIcon().availableSizes();
        for (const int side : {16, 24, 32, 48, 64, 128, 256, 512})
            QVERIFY2(sizes.contains(QSize(side, side)), QByteArray::number(side));
    }

    /// The loupe of 16 pixels: a white glass with three levels in it, nothing in the corner.
    void sixteenPixelsShowTheLevels()
    {
        const QImage image = programIcon().pixmap(QSize(16, 16), 1.0).toImage();
        QCOMPARE(image.size(), QSize(16, 16));
        QCOMPARE(qAlpha(image.pixel(15, 0)), 0);
        const QColor glass = image.pixelColor(5, 3);
        const QColor level = image.pixelColor(6, 8);
        const QColor highest = image.pixelColor(8, 5);
        QVERIFY(glass.lightnessF() > 0.95);
        QVERIFY(level.hueF() != highest.hueF());
        QVERIFY(level.saturationF() > 0.3 && highest.saturationF() > 0.3);
    }
};

QTEST_MAIN(TestProgramIcon)
#include "tst_program_icon.moc"
