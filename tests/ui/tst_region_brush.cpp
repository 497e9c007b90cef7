// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/region_brush.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <functional>
#include <memory>

using namespace quantloupe;

/// Choosing a part of a picture, by the mouse and by keys.
class TestRegionBrush : public QObject
{
    Q_OBJECT

    /// A picture of 16x8 pixels, four device pixels each, at 20, 10.
    static constexpr QRect kTile{20, 10, 64, 32};
    static constexpr QSize kPicture{16, 8};

    std::unique_ptr<QWidget> m_parent;
    RegionBrush *m_brush = nullptr;

    static QPoint centreOf(QPoint pixel) { return kTile.topLeft() + pixel * 4 + QPoint(2, 2); }

private Q_SLOTS:
    void init()
    {
        m_parent = std::make_unique<QWidget>();
        m_parent->resize(600, 300);
        m_parent->setFocusPolicy(Qt::StrongFocus);
        m_brush = new RegionBrush(m_parent.get());
        m_parent->show();
        QVERIFY(QTest::qWaitForWindowActive(m_parent.get()));
        m_brush->begin(kTile, {4, {}}, kPicture);
        QTRY_VERIFY(m_brush->hasFocus());
    }
    void cleanup() { m_parent.reset(); }

    void theMiddleIsTheFirstChoice()
    {
        QCOMPARE(m_brush->geometry(), m_parent->rect());
        QCOMPARE(m_brush->pixels(), QRect(4, 2, 8, 4));
        QVERIFY(m_brush->accessibleDescription().contains("8x4"));
    }

    void aDragChoosesWhatItSpans_data()
    {
        QTest::addColumn<QPoint>("from");
        QTest::addColumn<QPoint>("to");
        QTest::addColumn<QRect>("chosen");
        QTest::newRow("down") << QPoint(3, 1) << QPoint(9, 5) << QRect(3, 1, 7, 5);
        QTest::newRow("up") << QPoint(9, 5) << QPoint(3, 1) << QRect(3, 1, 7, 5);
        QTest::newRow("one pixel") << QPoint(3, 1) << QPoint(3, 1) << QRect(3, 1, 1, 1);
        QTest::newRow("beyond the border") << QPoint(10, 6) << QPoint(30, 20) << QRect(10, 6, 6, 2);
    }

    void aDragChoosesWhatItSpans()
    {
        QFETCH(QPoint, from);
        QFETCH(QPoint, to);
        QSignalSpy spy(m_brush, &RegionBrush::brushed);
        QTest::mousePress(m_brush, Qt::LeftButton, {}, centreOf(from));
        QTest::mouseMove(m_brush, centreOf(to));
        QCOMPARE(spy.count(), 0);
        QTest::mouseRelease(m_brush, Qt::LeftButton, {}, centreOf(to));
        QCOMPARE(spy.count(), 1);
        QTEST(spy.constFirst().constFirst().toRect(), "chosen");
        QVERIFY(m_brush->isHidden());
    }

    void keysMoveAndSize()
    {
        QSignalSpy spy(m_brush, &RegionBrush::brushed);
        QTest::keyClick(m_brush, Qt::Key_Right);
        QTest::keyClick(m_brush, Qt::Key_Up);
        QCOMPARE(m_brush->pixels(), QRect(5, 1, 8, 4));
        QTest::keyClick(m_brush, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(m_brush, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_brush->pixels(), QRect(5, 1, 7, 5));
        // Never out of the picture.
        QTest::keyClick(m_brush, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_brush->pixels(), QRect(9, 1, 7, 5));
        QTest::keyClick(m_brush, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_brush->pixels(), QRect(9, 1, 7, 5));
        QTest::keyClick(m_brush, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.constFirst().constFirst().toRect(), QRect(9, 1, 7, 5));
    }

    void otherWaysOutChooseNothing()
    {
        QSignalSpy spy(m_brush, &RegionBrush::brushed);
        const std::array<std::function<void()>, 5> ways = {
            [this] { QTest::keyClick(m_brush, Qt::Key_Escape); },
            [this] { QTest::mouseClick(m_brush, Qt::LeftButton, {}, QPoint(2, 2)); },
            [this] {
                QTest::mouseClick(m_brush, Qt::RightButton, {}, centreOf({3, 3}));
            },
            [this] { m_parent->setFocus(); }, [this] { m_parent->resize(610, 310); }};
        for (const auto &leave : ways) {
            m_brush->begin(kTile, {4, {}}, kPicture);
            QTRY_VERIFY(m_brush->hasFocus());
            leave();
            QTRY_VERIFY(m_brush->isHidden());
        }
        QCOMPARE(spy.count(), 0);
    }

    void aZoomedPictureStartsWhereItIsSeen()
    {
        m_brush->end();
        // Its right half, at twice the scale.
        m_brush->begin(kTile, {8, {64, 16}}, kPicture);
        QCOMPARE(m_brush->pixels(), QRect(10, 3, 4, 2));
        QSignalSpy spy(m_brush, &RegionBrush::brushed);
        QTest::mousePress(m_brush, Qt::LeftButton, {}, kTile.topLeft() + QPoint(1, 1));
        QTest::mouseRelease(m_brush, Qt::LeftButton, {}, kTile.topLeft() + QPoint(1, 1));
        QCOMPARE(spy.constFirst().constFirst().toRect(), QRect(8, 2, 1, 1));
    }

    void theChosenPartIsSeen()
    {
        // A light picture under the shade of what is not chosen.
        m_parent->setPalette(QPalette(Qt::white));
        const QImage shown = m_parent->grab().toImage();
        QCOMPARE(shown.pixelColor(centreOf({6, 3})), QColor(Qt::white));
        QVERIFY(shown.pixelColor(centreOf({1, 1})).lightness() < 180);
        QCOMPARE(m_brush->pixels(), QRect(4, 2, 8, 4));
    }
};

QTEST_MAIN(TestRegionBrush)
#include "tst_region_brush.moc"
