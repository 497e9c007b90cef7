// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sharp_picture.h"

#include <QTest>

using namespace quantloupe;

namespace {

/// Black and white by turns in each row.
QImage stripes(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, x % 2 == 0 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    return image;
}

} // namespace

/// Pictures of networks keep their pixels when they are enlarged.
class TestSharpPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enlargedPixelsStayWhole()
    {
        const QImage image = stripes({3, 2});
        const QImage large = sharplyScaled(image, {13, 10}, 1).toImage();
        QCOMPARE(large.size(), QSize(12, 8));
        for (int y = 0; y < large.height(); ++y)
            for (int x = 0; x < large.width(); ++x)
                QCOMPARE(large.pixelColor(x, y), image.pixelColor(x / 4, y / 4));
    }

    void largePicturesAreSmoothlyMadeSmaller()
    {
        const QImage small = sharplyScaled(stripes({100, 50}), {50, 50}, 1).toImage();
        QCOMPARE(small.size(), QSize(50, 25));
        const int grey = small.pixelColor(20, 10).red();
        QVERIFY2(grey > 64 && grey < 192, qPrintable(QString::number(grey)));
    }

    void pixelsOfTheScreenAreUsed()
    {
        const QPixmap picture = sharplyScaled(stripes({3, 3}), {6, 6}, 2);
        QCOMPARE(picture.size(), QSize(12, 12));
        QCOMPARE(picture.devicePixelRatio(), 2.0);
    }

    void withoutAPictureItIsHidden()
    {
        QWidget window;
        window.resize(200, 100);
        auto *picture = new SharpPicture(&window);
        picture->resize(90, 90);
        window.show();
        QVERIFY(!picture->isVisible());
        picture->setPicture(stripes({10, 10}));
        QVERIFY(picture->isVisible());
        QCOMPARE(picture->pixmap().size(), QSize(90, 90) * picture->devicePixelRatioF());
        picture->resize(50, 90);
        QCOMPARE(picture->pixmap().size(), QSize(50, 50) * picture->devicePixelRatioF());
        picture->setPicture({});
        QVERIFY(!picture->isVisible());
        QVERIFY(picture->pixmap().isNull());
    }
};

QTEST_MAIN(TestSharpPicture)

#include "tst_sharp_picture.moc"
