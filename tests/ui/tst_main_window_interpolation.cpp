// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"
#include "widgets/elided_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QSpinBox>

using namespace quantloupe;

/// The scrubber between latents in the window.
class TestMainWindowInterpolation : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void latentsBetweenAreScrubbed()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        const std::vector<Image> floats = floatPictures();
        const std::vector<Image> quantized = quantizedPictures();
        view()->setCurrent(1);
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QVERIFY(view()->mode() == CompareMode::Pair);
        QVERIFY(find<QAction>("interpolate")->isChecked());
        QVERIFY(find<QLabel>("pathLatents")->text().contains("spherical"));
        QTRY_VERIFY(view()->between() && view()->between()->reference == floats[1]);
        QCOMPARE(view()->between()->quantized, quantized[1]);

        auto *slider = find<QSlider>("pathPosition");
        QTRY_VERIFY(slider->hasFocus());
        QTest::keyClick(slider, Qt::Key_Right);
        QTRY_VERIFY(view()->between()->reference != floats[1]);
        QVERIFY(find<QLabel>("pathPlace")->text().startsWith("2 %"));
        QTest::keyClick(slider, Qt::Key_End);
        QTRY_COMPARE(view()->between()->reference, floats[2]);
        QCOMPARE(view()->between()->quantized, quantized[2]);

        // It follows edits.
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        QTRY_VERIFY(settled());
        QTRY_COMPARE(view()->between()->quantized, quantizedPictures()[2]);
        QTest::keyClick(slider, Qt::Key_Escape);
        QVERIFY(!view()->between());
        QVERIFY(!find<QWidget>("pathBar")->isVisible());
        QVERIFY(view()->mode() == CompareMode::Grid);
        QVERIFY(view()->grid()->hasFocus());
    }

    void theScrubberOutlivesKeptConfigurations()
    {
        openSmall();
        find<QAction>("interpolate")->trigger();
        QTRY_VERIFY(view()->between());
        auto *slider = find<QSlider>("pathPosition");
        const std::vector<Image> floats = floatPictures();
        // Each takes the lane from the picture that is being drawn.
        slider->setValue(slider->maximum() / 2);
        find<QAction>("keepConfiguration")->trigger();
        slider->setValue(slider->maximum());
        QTRY_COMPARE(view()->between()->reference, floats[1]);
        QTRY_VERIFY(allKept(1));
        slider->setValue(slider->maximum() / 2);
        document().edit({0}, bitsEdit(QuantSite::Weight, 5));
        find<QAction>("keepConfiguration")->trigger();
        find<QAction>("removeKept1")->trigger();
        slider->setValue(0);
        QTRY_COMPARE(view()->between()->reference, floats[0]);
        QTRY_VERIFY(allKept(1));
    }

    void keptConfigurationsAreSeenAlongThePath()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled() && allKept(1));
        find<QAction>("wipeMode")->trigger();
        auto *right = find<QComboBox>("rightPicture");
        right->setCurrentIndex(2);
        find<QAction>("interpolate")->trigger();
        QVERIFY(right->isVisible());
        QTRY_VERIFY(view()->between(1));
        QVERIFY(view()->large()->accessibleDescription().startsWith("A"));
        QCOMPARE(view()->shownPictures().columns, QStringList("Float | A"));
        // The ends of the path are latents that were drawn already.
        QCOMPARE(view()->between(1)->quantized, keptPictures(1)[0]);
        QCOMPARE(view()->between()->quantized, quantizedPictures()[0]);
        find<QSlider>("pathPosition")->setValue(find<QSlider>("pathPosition")->maximum());
        QTRY_COMPARE(view()->between(1)->quantized, keptPictures(1)[1]);
        QCOMPARE(view()->between()->reference, floatPictures()[1]);

        // What is chosen later is drawn then.
        right->setCurrentIndex(1);
        QTRY_VERIFY(!view()->between(1) && view()->between());
        QTest::keyClick(m_window.get(), Qt::Key_W);
        find<QAction>("pairMode")->trigger();
        QTest::mouseClick(find<QAbstractButton>("allPictures"), Qt::LeftButton);
        QTRY_VERIFY(view()->between(1));
        QCOMPARE(view()->large()->tileCount(), 3);
        QCOMPARE(view()->between(1)->quantized, keptPictures(1)[1]);
    }

    void fourConfigurationsGoAlongThePath()
    {
        openSmall();
        for (const int bits : {2, 3, 4}) {
            document().edit({0}, bitsEdit(QuantSite::Weight, bits));
            find<QAction>("keepConfiguration")->trigger();
        }
        document().edit({0}, bitsEdit(QuantSite::Weight, 8));
        QTRY_VERIFY(settled() && allKept(1) && allKept(2) && allKept(3));
        find<QAction>("interpolate")->trigger();
        find<QCheckBox>("allPictures")->setChecked(true);
        find<QSlider>("pathPosition")->setValue(find<QSlider>("pathPosition")->maximum() / 2);
        QTRY_VERIFY(view()->between(3));
        QCOMPARE(view()->large()->tileCount(), 5);
        for (int configuration = 1; configuration <= 3; ++configuration) {
            QCOMPARE(view()->between(configuration)->reference, view()->between()->reference);
            QVERIFY(view()->between(configuration)->quantized != view()->between()->quantized);
        }
        // One that goes takes its picture along.
        find<QAction>("removeKept2")->trigger();
        QVERIFY(!view()->between(3));
        find<QCheckBox>("allPictures")->setChecked(true);
        QTRY_VERIFY(view()->between(2));
        QCOMPARE(view()->large()->tileCount(), 4);
    }

    void pathsGoThroughThePinnedLatents()
    {
        openSmall();
        for (const int position : {5, 9, 12}) {
            view()->setCurrent(position);
            find<QAction>("pinLatent")->trigger();
            QTRY_VERIFY(settled());
        }
        find<QAction>("interpolate")->trigger();
        QVERIFY(find<QLabel>("pathLatents")->text().contains("5 \u2192 9 \u2192 12"));
        find<QSlider>("pathPosition")->setValue(find<QSlider>("pathPosition")->maximum() / 2);
        QTRY_VERIFY(view()->between() && view()->between()->reference == floatPictures()[1]);
        find<QAction>("gridMode")->trigger();
        QVERIFY(!find<QAction>("interpolate")->isChecked());
        QVERIFY(!view()->between());
    }

    void latentsOfAnotherSeedSayIt()
    {
        openSmall();
        view()->setCurrent(2);
        find<QAction>("pinLatent")->trigger();
        QTRY_VERIFY(settled());
        find<QSpinBox>("seed")->setValue(7);
        QTRY_VERIFY(settled());
        view()->setCurrent(3);
        QTRY_COMPARE(view()->pair(3)->sample, (SampleRef{7, 2}));
        find<QAction>("pinLatent")->trigger();
        QTRY_VERIFY(settled());
        QCOMPARE(view()->shownPictures().columns.mid(0, 3), (QStringList{"2 of seed 0", "2", "0"}));
        view()->setCurrent(0);
        QVERIFY(view()->grid()->accessibleDescription().startsWith("Sample 2 of seed 0"));
        find<QAction>("pairMode")->trigger();
        QVERIFY(view()->large()->accessibleDescription().contains("Sample 2 of seed 0"));
        QVERIFY(view()->shownPictures().columns.constFirst().startsWith("Sample 2 of seed 0"));
        find<QAction>("interpolate")->trigger();
        QVERIFY(find<QLabel>("pathLatents")->text().contains("2 of seed 0 \u2192 2"));
        const auto *place = find<ElidedLabel>("pathPlace");
        QVERIFY(place->text().endsWith("% from 2 of seed 0 to 2"));
        // Whole, or with short names where there is less room.
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
            m_window->resize(size);
            QTRY_VERIFY2(place->shownText() == place->text() ||
                             place->shownText().endsWith("% from 0:2 to 2"),
                         qPrintable(place->shownText()));
        }
    }

    void goingBackLeadsToWhereOneCameFrom()
    {
        openSmall();
        auto *interpolate = find<QAction>("interpolate");
        QTest::keyClick(layers(), Qt::Key_I);
        QVERIFY(interpolate->isChecked());
        QVERIFY(view()->mode() == CompareMode::Pair);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_I);
        QVERIFY(!interpolate->isChecked());
        QVERIFY(view()->mode() == CompareMode::Grid);

        QTest::keyClick(m_window.get(), Qt::Key_D);
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QVERIFY(view()->mode() == CompareMode::Difference);

        // Another way to look, chosen on the path, stays.
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QTest::keyClick(m_window.get(), Qt::Key_W);
        QVERIFY(interpolate->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QVERIFY(view()->mode() == CompareMode::Wipe);
    }

    void thePathIsSaidWholeInSmallWindows_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024") << QSize(1024, 700);
        QTest::newRow("1280") << QSize(1280, 720);
    }
    void thePathIsSaidWholeInSmallWindows()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        m_window->resetLayout();
        openSmall();
        find<QAction>("interpolate")->trigger();
        const auto *path = find<ElidedLabel>("pathLatents");
        QTRY_VERIFY(path->isVisible());
        QTRY_VERIFY2(path->shownText().contains("0 \u2192 1") &&
                         !path->shownText().contains(QChar(0x2026)),
                     qPrintable(path->shownText()));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowInterpolation>(argc, argv);
}

#include "tst_main_window_interpolation.moc"
