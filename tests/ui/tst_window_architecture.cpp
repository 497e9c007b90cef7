// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "mainwindow/window_actions.h"
#include "session/torchscript_trial.h"

#include <QPlainTextEdit>

using namespace quantloupe;

namespace {

/// A network of two transposed convolutions whose names fit no convention; `second` is the tensor
/// of the latter.
QByteArray architectureOf(const QByteArray &second)
{
    return R"json({
  "format": "quantloupe-architecture",
  "version": 1,
  "name": "two steps",
  "input": {"kind": "latent", "shape": [8, 1, 1]},
  "outputRange": [-1, 1],
  "source": [
    "def forward(self, x: Tensor) -> Tensor:",
    "    x = torch.conv_transpose2d(x, {begin.kernel}, None, [1, 1], [0, 0], [0, 0], 1, [1, 1])",
    "    x = torch.conv_transpose2d(torch.relu(x), {)json" +
           second + R"json(}, None, [2, 2], [1, 1])",
    "    return torch.tanh(x)"
  ]
})json";
}

} // namespace

/// Weights that no network is known for, read by a description of the user's own.
class TestWindowArchitecture : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        test::WeightFile weights(7);
        weights.addRandom("begin.kernel", {8, 16, 4, 4}, 0.3);
        weights.addRandom("end.kernel", {16, 3, 4, 4}, 0.3);
        weights.write(file("unknown.safetensors").toStdString());
        write(file("fits.json"), architectureOf("end.kernel"));
        write(file("misses.json"), architectureOf("last.kernel"));
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void theFailedPageOffersIt()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(stateText().contains("unknown.safetensors could not be opened"));
        QVERIFY(stateText().contains("describe it in an architecture file"));
        QCOMPARE(button()->text(), QString("Use an architecture file…"));
        QVERIFY(isInPalette());
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
        QCOMPARE(document().info().architecture, std::string("two steps"));
        QCOMPARE(document().info().layers.size(), std::size_t(2));
        QTRY_VERIFY(settled());
        QCOMPARE(view()->pair(0)->reference.width, 8);
        QVERIFY(!isInPalette());
    }

    void oneThatDoesNotFitAsksForAnother()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(button()->isVisible() && button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("misses.json");
        QTRY_VERIFY(details("compareState").contains("last.kernel"));
        QCOMPARE(button()->text(), QString("Use an architecture file…"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
    }

    void otherFailuresDoNot()
    {
        write(file("broken.pth"), "no network");
        m_window->open(file("broken.pth"));
        QTRY_VERIFY(stateText().contains("broken.pth could not be opened"));
        QCOMPARE(button()->text(), QString("&Open generator…"));
    }

    void besideAnOpenGeneratorTheMessageOffersIt()
    {
        openSmall();
        QVERIFY(!isInPalette());
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(bannerText().contains("unknown.safetensors could not be opened"));
        auto *action = find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction");
        QVERIFY(action->isVisible());
        QCOMPARE(action->text(), QString("Use an architecture file…"));
        QVERIFY(isInPalette());
        QTest::mouseClick(action, Qt::LeftButton);
        choose("fits.json");
        QTRY_COMPARE(document().info().name, std::string("unknown.safetensors"));
        QVERIFY(!isInPalette());
    }

    void theMessageTakesItAlongWhenDismissed()
    {
        openSmall();
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(isInPalette());
        QTest::mouseClick(find<QWidget>("windowBanner")->findChild<QToolButton *>("messageClose"),
                          Qt::LeftButton);
        QVERIFY(!isInPalette());
    }

    void theConfigurationAskedForIsLoadedInTheEnd()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("three.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        destroyWindow();
        showWindow();
        m_window->open(file("unknown.safetensors"), file("three.json"));
        QTRY_VERIFY(button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(m_window->windowTitle().contains("three.json"));
        QCOMPARE(document().config().spec("end.kernel").weight.bits, 3);
    }

private:
    QPushButton *button() const
    {
        return find<QWidget>("compareState")->findChild<QPushButton *>("stateAction1");
    }
    bool isInPalette() const
    {
        return reachableActions(m_window.get()).contains(find<QAction>("useArchitecture"));
    }
    QString details(const char *name) const
    {
        return find<QWidget>(name)->findChild<QPlainTextEdit *>()->toPlainText();
    }
    void choose(const char *name)
    {
        auto *dialog = find<QFileDialog>("architectureDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file(name));
        dialog->close();
        QTRY_VERIFY(!find<QFileDialog>("architectureDialog"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowArchitecture>(argc, argv);
}

#include "tst_window_architecture.moc"
