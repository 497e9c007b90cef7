// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/config_file.h"
#include "image/png_text.h"
#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "widgets/feature_map_view.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>

using namespace quantloupe;

/// Feature maps of the selected layer: which ones, and how they leave the window.
class TestInspectorMaps : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init()
    {
        showWindow();
        openSmall();
        QTest::keyClick(layers(), Qt::Key_2);
        QTRY_VERIFY(inspected() && !maps()->rows().isEmpty());
    }
    void cleanup() { destroyWindow(); }

    void followTheLatentAndTheOrder()
    {
        const QImage first = maps()->grab().toImage();
        view()->setCurrent(3);
        QTRY_VERIFY(inspected());
        QTRY_VERIFY(maps()->grab().toImage() != first);
        find<QComboBox>("mapOrder")->setCurrentIndex(1);
        QTRY_VERIFY(maps()->accessibleDescription().startsWith("channel 0,"));
    }

    /// As in the grid of samples.
    void equalMapsAreNoWhiteSquares()
    {
        const auto colour = [this](QPoint inside) {
            const QRect tile = maps()->tileRect(0, 2);
            return maps()->grab().toImage().pixelColor(tile.topLeft() + inside);
        };
        QVERIFY(!maps()->rows().constFirst().isEqual);
        document().edit({0}, bitsEdit(QuantSite::Weight, kFloatBits));
        QTRY_VERIFY(inspected() && maps()->rows().constFirst().isEqual);
        QVERIFY(maps()->accessibleDescription().contains(", error 0.0 %"));
        QCOMPARE(colour({1, 1}), themeColors(maps()->palette()).track);
        QCOMPARE(colour({1, maps()->tileRect(0, 2).height() - 2}),
                 themeColors(maps()->palette()).track);
    }

    void areCopiedByKey()
    {
        QGuiApplication::clipboard()->clear();
        focusMaps();
        QTest::keyClick(maps(), Qt::Key_C, Qt::ControlModifier);
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        QTRY_VERIFY(copied() && copied()->hasImage());
        QVERIFY(hasTheMaps(QImage::fromData(copied()->data("image/png"), "PNG")));
        QCOMPARE(m_window->statusBar()->currentMessage(), QString("The pictures are copied."));
    }

    void areSavedAsTheyWereWhenAsked()
    {
        const QString path = file("maps.png");
        auto *button = find<QToolButton>("exportMaps");
        QVERIFY(button->isVisible());
        QVERIFY(button->menu()->actions().contains(find<QAction>("saveMaps")));
        find<QAction>("saveMaps")->trigger();
        auto *dialog = find<QFileDialog>("mapsDialog");
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), QString("main.0.png"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QTRY_COMPARE(m_window->statusBar()->currentMessage(), QString("maps.png is saved."));
        QVERIFY(hasTheMaps(QImage(path)));
        QCOMPARE(readPngText(path.toStdString(), "Title").value_or(""),
                 std::string("Feature maps of main.0, sample 0 of seed 0"));
        QVERIFY(QString::fromStdString(readPngText(path.toStdString(), "Description").value_or(""))
                    .contains("Full red"));
    }

    void tellWhatTheyAreOf()
    {
        document().setSeed(5);
        view()->setCurrent(3);
        QTRY_VERIFY(inspected());
        const QString path = file("of.png");
        find<QAction>("saveMaps")->trigger();
        // What is edited while the dialog is open is not what is saved.
        const QuantConfig shown = document().config();
        document().edit({0}, bitsEdit(QuantSite::Weight, 7));
        QTRY_VERIFY(inspected());
        auto *dialog = find<QFileDialog>("mapsDialog");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QCOMPARE(readPngText(path.toStdString(), "Title").value_or(""),
                 std::string("Feature maps of main.0, sample 3 of seed 5"));
        const ConfigFile saved = readConfigFile(path.toStdString());
        QCOMPARE(saved.config.spec("main.0").weight.bits, 2);
        QVERIFY(saved.config == shown);
    }

    void aPlaceThatCannotBeWrittenIsTold()
    {
        find<QAction>("saveMaps")->trigger();
        auto *dialog = find<QFileDialog>("mapsDialog");
        Q_EMIT dialog->fileSelected(file("no folder/maps.png"));
        dialog->close();
        QTRY_VERIFY(bannerText().contains("maps.png"));
    }

    void showWhereTheFocusIs()
    {
        const QImage before = maps()->grab().toImage();
        focusMaps();
        QVERIFY(maps()->grab().toImage() != before);
    }

    void withoutAGeneratorThereIsNothingToExport()
    {
        destroyWindow();
        showWindow();
        QVERIFY(!find<QAction>("copyMaps")->isEnabled());
        QVERIFY(!find<QAction>("saveMaps")->isEnabled());
    }

private:
    FeatureMapView *maps() const { return find<FeatureMapView>("featureMaps"); }
    bool inspected() const { return settled() && !m_window->inspector()->isPending(); }
    void focusMaps() const
    {
        maps()->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(maps()->hasFocus());
    }
    /// Three columns of every map, enlarged by a whole factor: each colour of the first map is in
    /// the picture.
    bool hasTheMaps(const QImage &picture) const
    {
        const QImage map = maps()->rows().constFirst().reference;
        const auto holds = [&](QColor wanted) {
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    if (picture.pixelColor(x, y) == wanted)
                        return true;
            return false;
        };
        bool all = picture.width() > 3 * 128 && picture.height() > maps()->rows().size() * 128;
        for (int y = 0; y < map.height(); ++y)
            for (int x = 0; x < map.width(); ++x)
                all &= holds(map.pixelColor(x, y));
        return all;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestInspectorMaps>(argc, argv);
}

#include "tst_inspector_maps.moc"
