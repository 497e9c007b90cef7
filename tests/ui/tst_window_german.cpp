// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/export_controller.h"
#include "jobs/preview_run.h"
#include "main_window_fixture.h"
#include "mainwindow/translations.h"
#include "models/core_words.h"
#include "session/torchscript_trial.h"
#include "unknown_network.h"
#include "views/compare_summary.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <limits>

using namespace quantloupe;

namespace {

/// Words without which hardly any English sentence does, and that no German one has.
bool holdsEnglish(const QString &text)
{
    static const QRegularExpression words(
        "\\b(the|is|not|of|and|could|cannot|with|holds?|that|this|are|give|has|its?|for)\\b",
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

/// All that a part of the window shows or says of itself.
QStringList textsOf(const QWidget *part)
{
    QStringList texts{part->toolTip()};
    for (const QWidget *widget : part->findChildren<QWidget *>())
        texts += widget->toolTip();
    for (const QLabel *label : part->findChildren<QLabel *>())
        texts += label->text();
    for (const QAbstractButton *button : part->findChildren<QAbstractButton *>())
        texts += button->text();
    for (const QComboBox *choices : part->findChildren<QComboBox *>())
        for (int i = 0; i < choices->count(); ++i)
            texts += choices->itemText(i);
    for (const QPlainTextEdit *details : part->findChildren<QPlainTextEdit *>())
        texts += details->toPlainText();
    return texts;
}

} // namespace

/// What core says of damaged files and wrong values is German in a German window.
class TestWindowGerman : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        prepareFolder();
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        installTranslations(*qApp, "de");
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void damagedConfigurations_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QString>("said");
        QTest::newRow("cut short") << QByteArray("}") << QByteArray("") << "ist keine JSON-Datei.";
        QTest::newRow("of another kind")
            << QByteArray("\"quantloupe-configuration\"") << QByteArray("\"x\"")
            << "die Datei enthält kein \"format\": \"quantloupe-configuration\".";
        QTest::newRow("a field missing")
            << QByteArray("\"generator\":") << QByteArray("\"generators\":")
            << "der Schlüssel „generator“ fehlt.";
        QTest::newRow("a wrong setting")
            << QByteArray("\"w3\"") << QByteArray("\"w99\"")
            << "Gewichte haben 1 bis 16 Bits oder 32 für Float, nicht 99.";
        QTest::newRow("a wrong word") << QByteArray("\"w3\"") << QByteArray("\"w3:msx\"")
                                      << "„msx“ ist kein Wort einer Einstellung von Gewichten;";
        QTest::newRow("an unknown layer")
            << QByteArray("\"transposed convolution\"") << QByteArray("\"x\"")
            << "eine unbekannte Art von Schicht „x“.";
        QTest::newRow("another network") << QByteArray("main.3") << QByteArray("main.5")
                                         << "kommt in small.safetensors nicht vor";
    }
    void damagedConfigurations()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QByteArray, instead);
        QFETCH(const QString, said);
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("heil.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        QFile whole(file("heil.json"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray json = whole.readAll();
        QVERIFY(json.contains(written));
        write(file("kaputt.json"), json.replace(written, instead));
        m_window->open(file("kaputt.json"));
        QTRY_VERIFY2(bannerText().contains(said), qPrintable(bannerText()));
        QVERIFY2(!holdsEnglish(bannerText()), qPrintable(bannerText()));
    }

    void whatExportsLose()
    {
        openSmall();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 3));
        document().edit({2}, methodEdit(WeightMethod::KMeans));
        document().edit({1}, bitsEdit(QuantSite::Activation, 6));
        find<QAction>("exportConfiguration")->trigger();
        auto *formats = find<QListWidget>("exportFormats");
        QVERIFY(formats);
        const auto *controller = m_window->findChild<ExportController *>();
        for (int row = 0; row < formats->count(); ++row) {
            formats->setCurrentRow(row);
            QTRY_COMPARE(controller->state(), ExportController::State::Known);
            QStringList texts{formats->item(row)->text()};
            for (const ExportLoss &loss : controller->losses())
                texts << coreText(loss.what) << coreText(loss.written);
            for (const QString &text : std::as_const(texts))
                QVERIFY2(!holdsEnglish(text), qPrintable(text));
        }
        for (const QString &text : textsOf(find<QWidget>("exportDialog")))
            QVERIFY2(!holdsEnglish(text), qPrintable(text));
    }

    void wrongValuesOfInputs()
    {
        openSmall();
        auto *range =
            find<QWidget>("assumption.output.range")->findChild<QComboBox *>("value")->lineEdit();
        range->selectAll();
        QTest::keyClicks(range, "1,-1");
        QTest::keyClick(range, Qt::Key_Return);
        QTRY_VERIFY2(bannerText().contains("Der Bereich „1,-1“"), qPrintable(bannerText()));
        QVERIFY2(!holdsEnglish(bannerText()), qPrintable(bannerText()));
        auto *shape = find<QWidget>("assumption.input.shape")->findChild<QLineEdit *>("value");
        shape->selectAll();
        QTest::keyClicks(shape, "viel");
        QTest::keyClick(shape, Qt::Key_Return);
        QTRY_VERIFY2(bannerText().contains("small.safetensors"), qPrintable(bannerText()));
        const QString texts = textsOf(find<QWidget>("windowBanner")).join(u'\n');
        QVERIFY2(texts.contains("Die Form der Eingabe kann nicht „viel“ sein"), qPrintable(texts));
        QVERIFY2(!holdsEnglish(texts), qPrintable(texts));
    }

    void filesThatAreNoGenerator_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray("") << "ist leer.";
        QTest::newRow("text") << QByteArray("Kein Netz.")
                              << "ist weder eine TorchScript- noch eine PyTorch-";
        QTest::newRow("zip") << QByteArray("PK\x05\x06").append(QByteArray(18, '\0'))
                             << "ist eine Zip-Datei, aber keine von PyTorch;";
        QTest::newRow("pickle") << QByteArray("\x80\x02]q\x01.") << "ist ein Python-Pickle ohne";
        QTest::newRow("safetensors")
            << QByteArray("\x09\0\0\0\0\0\0\0{\"a\":123}", 17) << "kaputt.pt";
    }
    void filesThatAreNoGenerator()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, said);
        write(file("kaputt.pt"), bytes);
        m_window->open(file("kaputt.pt"));
        QTRY_VERIFY(stateText().contains("kaputt.pt konnte nicht geöffnet werden"));
        const QString texts = textsOf(find<QWidget>("compareState")).join(u'\n');
        QVERIFY2(texts.contains(said), qPrintable(texts));
        QVERIFY2(!holdsEnglish(texts), qPrintable(texts));
    }

    void weightsOfNoKnownNetwork()
    {
        test::writeUnknownWeights(file("fremd.safetensors").toStdString());
        m_window->open(file("fremd.safetensors"));
        QTRY_VERIFY(stateText().contains("beschreiben Sie es in einer Architekturdatei"));
        const QString texts = textsOf(find<QWidget>("compareState")).join(u'\n');
        QVERIFY2(texts.contains("passt zu keiner Architektur von Generatoren"), qPrintable(texts));
        QVERIFY2(!holdsEnglish(texts), qPrintable(texts));
    }

    void warningsAndAssumptions()
    {
        test::WeightFile weights(1);
        test::addSmallDcgan(weights, "", 16);
        weights.addConstant("main.6.bias", 3, std::numeric_limits<float>::quiet_NaN());
        weights.write(file("warnung.safetensors").toStdString());
        m_window->open(file("warnung.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
        QVERIFY2(textOf("warnings").contains("Die Gewichte von main.6.bias enthalten Werte"),
                 qPrintable(textOf("warnings")));
        const QStringList inputs = textsOf(find<QWidget>("inputsDock"));
        QVERIFY(inputs.join(u'\n').contains("Nicht in der Datei; üblich ist ReLU."));
        for (const QString &text : inputs)
            QVERIFY2(!holdsEnglish(text), qPrintable(text));
    }

    void choicesAreGermanAndTheirValuesStay()
    {
        openSmall();
        auto *distribution =
            find<QWidget>("assumption.latent.distribution")->findChild<QComboBox *>("value");
        QCOMPARE(distribution->currentText(), QString("Normalverteilung"));
        distribution->setFocus();
        QTest::keyClick(distribution, Qt::Key_Down);
        QCOMPARE(distribution->currentText(), QString("Gleichverteilung"));
        QTRY_VERIFY(document().plan().distribution == Distribution::Uniform);
    }

    /// Not "die …".
    void theShortestSummaryIsAWord()
    {
        PreviewStage stage;
        stage.samples = 16;
        stage.mean.absence = Absence::OutputsIdentical;
        QCOMPARE(summaryWordings(stage), (QStringList{"die Ausgaben sind gleich   16 Proben",
                                                      "die Ausgaben sind gleich", "identisch"}));
        stage.mean.psnr = 16.6;
        const QString psnr = QLocale().toString(16.6, 'f', 1);
        QCOMPARE(summaryWordings(stage).constLast(), psnr + " dB");
    }

    void rulesThatCannotBeRead()
    {
        openSmall();
        find<QToolButton>("ruleButton")->click();
        QTest::keyClicks(find<QComboBox>("rulePattern")->lineEdit(), "*");
        QTest::keyClicks(find<QLineEdit>("ruleSetting"), "w4:msx");
        const QString status = find<QLabel>("ruleStatus")->text();
        QVERIFY2(status.contains("„msx“ ist kein Wort einer Einstellung"), qPrintable(status));
        QVERIFY2(!holdsEnglish(status), qPrintable(status));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowGerman>(argc, argv);
}

#include "tst_window_german.moc"
