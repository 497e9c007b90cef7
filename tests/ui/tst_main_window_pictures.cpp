// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/named_configs.h"
#include "image/png_text.h"
#include "main_window_fixture.h"
#include "widgets/compare_grid.h"
#include "widgets/file_names.h"

#include <QClipboard>
#include <QComboBox>
#include <QMimeData>
#include <QSlider>
#include <QSpinBox>

using namespace quantloupe;

/// Pictures that leave the window with their configuration, and come back.
class TestMainWindowPictures : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void aSavedPictureBringsItsConfigurationBack()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        const QString path = file("saved.png");
        savePicture(path);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(readPngText(path.toStdString(), kConfigurationKeyword).has_value());
        const QImage saved(path);
        QVERIFY(saved.width() > 16 * 128 && saved.height() > 3 * 128);
        const QuantConfig before = document().config();
        document().setSaved();

        destroyWindow();
        showWindow();
        m_window->open(path);
        QTRY_VERIFY(!document().isEmpty());
        QTRY_COMPARE(document().config(), before);
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QTRY_VERIFY(settled());
    }

    void aPictureForTheOpenGeneratorIsUndoable()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        savePicture(file("open.png"));
        QTRY_VERIFY(QFile::exists(file("open.png")));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
        m_window->open(file("open.png"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 3);
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
    }

    void savingNeverReplacesThePicture()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        savePicture(file("kept.png"));
        QTRY_VERIFY(QFile::exists(file("kept.png")));
        find<QAction>("undo")->trigger();
        m_window->open(file("kept.png"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 3);
        document().edit({1}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("saveConfig")->trigger();
        QTRY_VERIFY(find<QFileDialog>("saveDialog"));
        QVERIFY(!QImage(file("kept.png")).isNull());
    }

    void picturesWithoutAConfigurationSayWhy()
    {
        openSmall();
        writePng(file("plain.png").toStdString(), Image(4, 4, 3));
        m_window->open(file("plain.png"));
        QTRY_VERIFY(bannerText().contains("without a configuration"));
        write(file("broken.png"), QByteArray("\x89PNG\r\n\x1a\n\x7f\xff\xff\xffiTXt", 16));
        m_window->open(file("broken.png"));
        QTRY_VERIFY(bannerText().contains("broken.png"));
        QVERIFY(document().config().isFloat());
    }

    void severalConfigurationsComeBackFromOnePicture()
    {
        openSmall();
        const auto keep = [this](int bits) {
            document().edit({0}, bitsEdit(QuantSite::Weight, bits));
            find<QAction>("keepConfiguration")->trigger();
        };
        keep(2);
        keep(3);
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        QTRY_VERIFY(settled() && allKept(1) && allKept(2));
        savePicture(file("three.png"));
        QTRY_VERIFY(QFile::exists(file("three.png")));

        destroyWindow();
        showWindow();
        m_window->open(file("three.png"));
        QTRY_COMPARE(view()->configurations(), (QStringList{"Current", "A", "B"}));
        QCOMPARE(document().config().spec("main.0").weight.bits, 6);
        QTRY_VERIFY(settled() && allKept(1) && allKept(2));
        QVERIFY(keptPictures(1) != keptPictures(2));
        find<QAction>("loadKept2")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 3);
        document().setSaved();

        // Again, where they are kept already, and one of their names is another's.
        QTRY_VERIFY(settled());
        m_window->open(file("three.png"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 6);
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A", "B"}));
    }

    void aPictureBringsBackHowItWasShown()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        find<QSpinBox>("seed")->setValue(7);
        QTRY_VERIFY(settled());
        view()->setCurrent(5);
        QTest::keyClick(view()->grid(), Qt::Key_P);
        QTRY_VERIFY(settled());
        QTest::mouseClick(find<QAbstractButton>("raiseGain"), Qt::LeftButton);
        const double gain = view()->gain();
        const std::vector<Image> before = quantizedPictures();
        savePicture(file("view.png"));
        QTRY_VERIFY(QFile::exists(file("view.png")));
        document().setSaved();

        destroyWindow();
        showWindow();
        m_window->open(file("view.png"));
        QTRY_COMPARE(document().seed(), quint64(7));
        QTRY_VERIFY(settled());
        QCOMPARE(find<QSpinBox>("seed")->value(), 7);
        QCOMPARE(view()->gain(), gain);
        QCOMPARE(quantizedPictures(), before);
        QVERIFY(find<QLabel>("differenceCaption")->text().contains(QString("%1x").arg(gain)));

        // Pins that are there already stay, after those of the picture.
        view()->setCurrent(9);
        QTest::keyClick(view()->grid(), Qt::Key_P);
        find<QSpinBox>("seed")->setValue(1);
        QTRY_VERIFY(settled());
        const std::vector<SampleRef> pins(view()->samples().begin(), view()->samples().begin() + 2);
        m_window->open(file("view.png"));
        QTRY_COMPARE(document().seed(), quint64(7));
        QTRY_VERIFY(settled());
        QVERIFY(std::equal(pins.begin(), pins.end(), view()->samples().begin()));
    }

    void picturesTellWhatIsPinnedAndTheGain()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        const QImage plain = composed(view()->shownPictures(), view()->font());
        QVERIFY(!hasPin(plain));
        QTest::keyClick(view()->grid(), Qt::Key_P);
        QTRY_VERIFY(settled());
        const ShownPictures shown = view()->shownPictures();
        const QImage pinned = composed(shown, view()->font());
        QVERIFY(hasPin(pinned));
        QCOMPARE(pinned.size(), plain.size());
        QCOMPARE(shown.notes.constFirst(), find<QLabel>("differenceCaption")->text());
        QTest::mouseClick(find<QAbstractButton>("raiseGain"), Qt::LeftButton);
        QVERIFY(view()->shownPictures().notes.constFirst().contains("8x"));
        // Where no difference is shown there is nothing to say of it.
        QTest::keyClick(view()->grid(), Qt::Key_W);
        QVERIFY(view()->shownPictures().notes.isEmpty());
    }

    void anInterpolatedLatentComesBack()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        view()->setCurrent(4);
        find<QAction>("interpolate")->trigger();
        find<QSlider>("pathPosition")->setValue(20);
        const auto note = [this] { return view()->shownPictures().notes.value(0); };
        QTRY_COMPARE(note(), QString("Interpolation: 40 % from 4 to 5 (spherical)."));
        const SamplePair before = *view()->between();
        savePicture(file("between.png"));
        QTRY_VERIFY(QFile::exists(file("between.png")));
        document().setSaved();

        destroyWindow();
        showWindow();
        m_window->open(file("between.png"));
        QTRY_VERIFY(view()->between());
        QTRY_COMPARE(find<QSlider>("pathPosition")->value(), 20);
        QTRY_VERIFY(settled() && view()->between()->reference == before.reference);
        QCOMPARE(view()->between()->quantized, before.quantized);
        QCOMPARE(note(), QString("Interpolation: 40 % from 4 to 5 (spherical)."));
    }

    void aPairHoldsItsTwoConfigurations()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        QTRY_VERIFY(settled() && allKept(1) && allKept(2));
        find<QAction>("pairMode")->trigger();
        find<QComboBox>("leftPicture")->setCurrentIndex(2);
        find<QComboBox>("rightPicture")->setCurrentIndex(3);
        QCOMPARE(view()->choice(), (LargeChoice{2, 3, false}));
        savePicture(file("pair.png"));
        QTRY_VERIFY(QFile::exists(file("pair.png")));
        QCOMPARE(readConfigFile(file("pair.png").toStdString()).config.spec("main.0").weight.bits,
                 2);
        const std::vector<NamedConfig> beside = readNamedConfigs(file("pair.png").toStdString());
        QCOMPARE(beside.size(), std::size_t(1));
        QCOMPARE(beside.front().name, std::string("B"));
        QCOMPARE(beside.front().config.spec("main.0").weight.bits, 3);
    }

    void proposedNamesSuitEveryFileSystem()
    {
        m_window->open("builtin:avatars-64");
        QTRY_VERIFY(!document().isEmpty());
        for (const auto &[action, dialog] : {std::pair("savePicture", "savePictureDialog"),
                                             std::pair("saveConfigAs", "saveDialog")}) {
            find<QAction>(action)->trigger();
            auto *chooser = find<QFileDialog>(dialog);
            QVERIFY(chooser);
            QVERIFY(
                QFileInfo(chooser->selectedFiles().value(0)).fileName().startsWith("avatars-64."));
            chooser->close();
        }
        QTRY_VERIFY(settled());
        QCOMPARE(plainFileName("a/b:c*d?.. "), QString("a-b-c-d-"));
        QCOMPARE(plainFileName("..."), QString("untitled"));
    }

    void copyPutsThePictureIntoTheClipboard()
    {
        openSmall();
        QGuiApplication::clipboard()->clear();
        view()->grid()->setFocus();
        QTRY_VERIFY(view()->grid()->hasFocus());
        QTest::keyClick(view()->grid(), Qt::Key_C, Qt::ControlModifier);
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        QTRY_VERIFY(copied() && copied()->hasImage());
        const QByteArray png = copied()->data("image/png");
        QVERIFY(png.contains(kConfigurationKeyword));
        QVERIFY(!QImage::fromData(png, "PNG").isNull());
    }

private:
    /// Above the first picture.
    bool hasPin(const QImage &picture) const
    {
        const QColor wanted = themeColors(ThemeKind::Light).accent;
        for (int y = 0; y < QFontMetrics(view()->font()).height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) == wanted)
                    return true;
        return false;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowPictures>(argc, argv);
}

#include "tst_main_window_pictures.moc"
