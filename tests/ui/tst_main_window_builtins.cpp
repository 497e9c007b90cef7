// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "base/embedded_files.h"

#include <QMenu>

using namespace quantloupe;

/// The main job on the generators inside the program.
class TestMainWindowBuiltins : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void firstScreenShowsAMixedConfiguration_data() { addGenerators(); }
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

    void bitsByKeyAndUndo_data() { addGenerators(); }
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
    static void addGenerators()
    {
        QTest::addColumn<QString>("path");
        for (const std::string_view path : embeddedGenerators()) {
            const QString text = QString::fromUtf8(path.data(), qsizetype(path.size()));
            QTest::newRow(qPrintable(text)) << text;
        }
    }
    void openBuiltin()
    {
        QFETCH(QString, path);
        find<QAction>(qPrintable(path))->trigger();
        QTRY_VERIFY(settled() && !document().config().isFloat());
    }
};

QTEST_MAIN(TestMainWindowBuiltins)
#include "tst_main_window_builtins.moc"
