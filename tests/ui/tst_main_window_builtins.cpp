// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "each_builtin_generator.h"
#include "exchange/config_file.h"
#include "image/png_text.h"

#include <QMenu>
#include <QRegularExpression>

using namespace quantloupe;

/// The main job on the generators inside the program.
class TestMainWindowBuiltins : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void firstScreenShowsAMixedConfiguration_data() { test::addBuiltinGenerators(); }
    void firstScreenShowsAMixedConfiguration()
    {
        openBuiltin();
        QVERIFY(quantizedPictures() != floatPictures());
        QVERIFY(!document().config().isFloat());
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(!find<QAction>("undo")->isEnabled());
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        QVERIFY(!find<QMenu>("recentFiles")->isEnabled());
    }

    void theToolbarOpensThem()
    {
        auto *button = find<QToolButton>("builtins");
        QVERIFY(button && button->isVisible());
        QCOMPARE(button->menu()->actions().size(), qsizetype(embeddedGenerators().size()));
        button->menu()->actions().constLast()->trigger();
        QTRY_COMPARE(QString::fromStdString(document().info().name),
                     QString::fromStdString(std::string(embeddedGenerators().back())));
        QTRY_VERIFY(settled() && !document().config().isFloat());
    }

    void bitsByKeyAndUndo_data() { test::addBuiltinGenerators(); }
    void bitsByKeyAndUndo()
    {
        openBuiltin();
        const std::vector<Image> reference = floatPictures();
        const std::vector<Image> before = quantizedPictures();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_F);
        QTRY_VERIFY(document().config().isFloat());
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), reference);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), before);
    }

    void digitsSetTheBitsOfALayer_data() { test::addBuiltinGenerators(); }
    void digitsSetTheBitsOfALayer()
    {
        openBuiltin();
        const std::string second = document().info().layers.at(1).name;
        const std::string third = document().info().layers.at(2).name;
        layers()->selectAll();
        press(Qt::Key_F);
        goDownTo(1);
        const std::vector<Image> reference = floatPictures();
        QCOMPARE(quantizedPictures(), reference);
        QCOMPARE(timesSmaller(), 1.0);

        press(Qt::Key_4);
        QCOMPARE(document().config().layers().size(), std::size_t(1));
        QCOMPARE(document().config().spec(second).weight.bits, 4);
        const std::vector<Image> four = quantizedPictures();
        QVERIFY(four != reference);
        QCOMPARE(floatPictures(), reference);
        const double atFour = timesSmaller();
        QVERIFY(atFour > 1);

        goDownTo(2);
        press(Qt::Key_2);
        QCOMPARE(document().config().spec(third).weight.bits, 2);
        QCOMPARE(document().config().spec(second).weight.bits, 4);
        const std::vector<Image> both = quantizedPictures();
        QVERIFY(both != four);
        QVERIFY(timesSmaller() > atFour);

        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(quantizedPictures(), four);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(quantizedPictures(), reference);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(quantizedPictures(), both);
    }

    void aSavedConfigurationGivesTheSamePictures_data() { test::addBuiltinGenerators(); }
    void aSavedConfigurationGivesTheSamePictures()
    {
        openBuiltin();
        press(Qt::Key_5);
        press(Qt::Key_R);
        const DocumentState before = document().state();
        const std::vector<Image> pictures = quantizedPictures();
        saveAs(file("builtin.quantloupe.json"));
        QTRY_VERIFY(!m_window->isWindowModified());

        reopen(file("builtin.quantloupe.json"));
        QVERIFY(document().state().config == before.config);
        press(Qt::Key_R);
        QVERIFY(document().state() == before);
        QCOMPARE(quantizedPictures(), pictures);
        saveAs(file("again.quantloupe.json"));
        QTRY_COMPARE(contents("again.quantloupe.json"), contents("builtin.quantloupe.json"));
    }

    void keptPicturesStayWhileEditing_data() { test::addBuiltinGenerators(); }
    void keptPicturesStayWhileEditing()
    {
        openBuiltin();
        const QuantConfig mixed = document().config();
        const std::vector<Image> before = quantizedPictures();
        press(Qt::Key_C);
        QTRY_VERIFY(allKept(1));
        press(Qt::Key_5);
        QVERIFY(document().config() != mixed);
        QVERIFY(quantizedPictures() != before);
        QTRY_VERIFY(allKept(1));
        QCOMPARE(keptPictures(1), before);
        QTRY_VERIFY(chip(1)->isVisible() && chip(1)->text().contains("dB"));
        find<QAction>("loadKept1")->trigger();
        QVERIFY(document().config() == mixed);
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), before);
    }

    void aSavedPictureBringsTheConfigurationBack_data() { test::addBuiltinGenerators(); }
    void aSavedPictureBringsTheConfigurationBack()
    {
        openBuiltin();
        press(Qt::Key_6);
        const QuantConfig config = document().config();
        const std::vector<Image> pictures = quantizedPictures();
        const QString path = file("builtin.png");
        QFile::remove(path);
        savePicture(path);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(readPngText(path.toStdString(), kConfigurationKeyword).has_value());
        reopen(path);
        QVERIFY(document().config() == config);
        QCOMPARE(quantizedPictures(), pictures);
    }

    void oneAfterTheOther()
    {
        for (const std::string_view path : embeddedGenerators()) {
            find<QAction>(std::string(path).c_str())->trigger();
            QTRY_COMPARE(QString::fromStdString(document().info().name),
                         QString::fromStdString(std::string(path)));
            QTRY_VERIFY(settled() && !document().config().isFloat());
        }
    }

private:
    /// By the arrow key, over the headings of groups.
    void goDownTo(int layer)
    {
        constexpr int kMostRows = 20;
        for (int row = 0; row < kMostRows && !isOnRowOf(layer); ++row)
            press(Qt::Key_Down);
        QVERIFY(isOnRowOf(layer));
    }

    bool isOnRowOf(int layer)
    {
        const QModelIndex row = layers()->currentIndex().siblingAtColumn(0);
        return layers()->currentLayer() == layer && !layers()->model()->hasChildren(row);
    }

    void openBuiltin()
    {
        QFETCH(QString, path);
        find<QAction>(qPrintable(path))->trigger();
        QTRY_VERIFY(settled() && !document().config().isFloat());
    }
    /// A key on the table of layers, with all that follows from it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(layers(), key, modifiers);
        QTRY_VERIFY(settled());
    }
    /// Another window with a file that names the generator.
    void reopen(const QString &file)
    {
        QFETCH(QString, path);
        document().setSaved();
        destroyWindow();
        showWindow();
        m_window->open(file);
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
        QCOMPARE(QString::fromStdString(document().info().name), path);
    }
    QByteArray contents(const char *name) const
    {
        QFile saved(file(name));
        return saved.open(QIODevice::ReadOnly) ? saved.readAll() : QByteArray();
    }
    /// What the size bar says; 0 if it says nothing of the kind.
    double timesSmaller() const
    {
        const QString text = find<QWidget>("sizeBar")->accessibleDescription();
        return QRegularExpression("([0-9.]+)x").match(text).captured(1).toDouble();
    }
};

QTEST_MAIN(TestMainWindowBuiltins)
#include "tst_main_window_builtins.moc"
