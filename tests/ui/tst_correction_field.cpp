// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "models/correction_words.h"
#include "models/presets.h"
#include "models/quant_document.h"
#include "views/correction_field.h"
#include "views/method_bar.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

using namespace quantloupe;

/// Corrections are chosen for layers and the generator, and say what they bought.
class TestCorrectionField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_document->open(test::madeUpGenerator());
        m_bar = std::make_unique<MethodBar>(m_document.get());
        m_bar->setRows({1});
    }

    void everyCorrectionIsOfferedWithItsSource()
    {
        for (const Correction each : corrections())
            for (const char *scope : {"layers-", "generator-"}) {
                const QAction *action = choice(scope, each);
                QVERIFY2(action, name(each).data());
                QCOMPARE(action->text(), displayName(each));
                QVERIFY(action->toolTip().contains("et al."));
                QVERIFY(!action->isChecked());
            }
    }

    void selectedLayersAndTheGenerator()
    {
        choice("layers-", Correction::Bias)->trigger();
        QVERIFY(isOn(Correction::Bias, 1) && !isOn(Correction::Bias, 2));
        QCOMPARE(button()->text(), displayName(Correction::Bias));
        m_bar->setRows({1, 2});
        QCOMPARE(button()->text(), QString("–"));
        m_bar->setRows({2});
        QVERIFY(!choice("layers-", Correction::Bias)->isChecked());
        choice("generator-", Correction::Bias)->trigger();
        QVERIFY(isOn(Correction::Bias, 0) && isOn(Correction::Bias, 2));
        choice("layers-", Correction::Bias)->trigger();
        QVERIFY(!isOn(Correction::Bias, 2) && isOn(Correction::Bias, 0));
        QVERIFY(choice("generator-", Correction::Bias)->isChecked());
        m_bar->setRows({0, 1});
        choice("layers-", Correction::ReestimateNorm)->trigger();
        QCOMPARE(button()->text(), QString("2 corrections"));
    }

    void everyChoiceIsOneUndoStep()
    {
        choice("layers-", Correction::Bias)->trigger();
        choice("generator-", Correction::ReestimateNorm)->trigger();
        QCOMPARE(m_document->undoStack()->count(), 2);
        QVERIFY(m_document->undoStack()->text(0).contains(displayName(Correction::Bias)));
        m_document->undoStack()->undo();
        QVERIFY(!isOn(Correction::ReestimateNorm, 0) && isOn(Correction::Bias, 1));
        QVERIFY(!choice("generator-", Correction::ReestimateNorm)->isChecked());
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().corrections().isEmpty());
    }

    void bitsPresetsAndFilesLeaveThem()
    {
        choice("generator-", Correction::Bias)->trigger();
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 3));
        const PresetStep step = presetStep(Preset::W4, m_document->info(), m_document->state());
        m_document->setConfig(step.config, "W4");
        QVERIFY(isOn(Correction::Bias, 1));
        const ConfigFile file =
            parseConfigFile(toJson(m_document->toConfigFile()), "configuration.json");
        QVERIFY(file.config == m_document->config());
        m_document->setCorrectionEverywhere(Correction::Bias, false);
        QVERIFY(m_document->config().corrections().isEmpty());
        m_document->load(file, "configuration.json");
        QVERIFY(isOn(Correction::Bias, 2));
    }

    void reopenedGeneratorsKeepThoseOfTheirLayers()
    {
        m_document->setCorrection({1, 2}, Correction::Bias, true);
        OpenedGenerator other = test::madeUpGenerator();
        other.info.layers[2].name = "renamed";
        m_document->reopen(other);
        const CorrectionChoice &kept = m_document->config().corrections();
        QVERIFY(kept.exceptions(Correction::Bias) == CorrectionChoice::Layers({"up"}));
    }

    void whatTheyBoughtIsSaid()
    {
        const auto *gain = m_bar->findChild<ElidedLabel *>("correctionGain");
        QVERIFY(gain->text().isEmpty());
        m_bar->setRows({1});
        m_document->setCorrection({1}, Correction::Bias, true);
        CorrectionReport report;
        report.layers = {{"embed", {}, {{}, {}}, 0, 0, 0},
                         {"up", {Correction::Bias}, {8.0, 9.5}, 10, 3, 1},
                         {"out", {}, {7.0, 8.24}, 0, 0, 0}};
        report.output = {6.04, 9.96};
        report.samples = 64;
        m_bar->setCorrectionReport(report);
        QCOMPARE(gain->text(), QString("output 6.0 → 10.0 dB"));
        const QString tip = button()->toolTip();
        for (const char *part : {"8.0 dB", "9.5 dB", "3 of 10 channels", "64 samples"})
            QVERIFY2(tip.contains(part), qPrintable(tip));
        m_bar->setRows({2});
        QVERIFY(button()->toolTip().contains("8.2"));
        QCOMPARE(gain->text(), QString("other layers: output 6.0 → 10.0 dB"));
        QVERIFY(!button()->toolTip().contains("has no effect here"));
        // Another configuration: what is known is of the one before.
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(gain->text().isEmpty());
    }

    void eachSaysWhatItBought()
    {
        m_bar->setRows({1});
        choice("generator-", Correction::AdaRound)->trigger();
        CorrectionReport report;
        report.layers = {{"embed", {}, {{}, {}}, 0, 0, 0},
                         {"up", {Correction::AdaRound}, {8.0, 9.5}, 0, 0, 0, {{0.0154, 0.0091}}},
                         {"out", {}, {7.0, 8.24}, 0, 0, 0}};
        report.output = {6.04, 9.96};
        report.steps = {{Correction::AdaRound, 9.96}};
        report.samples = 64;
        m_bar->setCorrectionReport(report);
        QString tip = button()->toolTip();
        for (const char *part : {"AdaRound by itself", "1.54 %", "0.91 %", "all together"})
            QVERIFY2(tip.contains(part), qPrintable(tip));
        // One alone bought all of it.
        QVERIFY2(!tip.contains("each added"), qPrintable(tip));
        report.steps = {{Correction::AdaRound, 10.96}, {Correction::Bias, 9.96}};
        m_bar->setCorrectionReport(report);
        tip = button()->toolTip();
        for (const char *part : {"each added to those before it", "without 6.0",
                                 "AdaRound 11.0 (+4.9)", "Bias correction 10.0 (-1.0)"})
            QVERIFY2(tip.contains(part), qPrintable(tip));
        m_bar->setRows({2});
        QVERIFY(!button()->toolTip().contains("AdaRound by itself"));
        QVERIFY(button()->toolTip().contains("AdaRound 11.0 (+4.9)"));
    }

    void aNarrowBarKeepsItsLabels()
    {
        m_bar->setRows({1});
        m_document->setCorrection({1}, Correction::ReestimateNorm, true);
        constexpr int kNarrow = 240;
        m_bar->resize(kNarrow, m_bar->sizeHint().height());
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        for (const ElidedLabel *label :
             m_bar->findChildren<ElidedLabel *>(Qt::FindDirectChildrenOnly))
            QCOMPARE(label->shownText(), label->text());
        QVERIFY(button()->width() < button()->sizeHint().width());
    }

    void f1IsAboutCorrections()
    {
        QCOMPARE(helpPageOf(button()), QString("quantizers#corrections"));
    }

    void whatHasNoEffectIsSaid()
    {
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 3));
        choice("layers-", Correction::AdaRound)->trigger();
        CorrectionReport report;
        report.layers = {{"embed", {}, {{}, {}}, 0, 0, 0},
                         {"up", {}, {8.0, 8.0}, 0, 0, 0},
                         {"out", {}, {7.0, 7.0}, 0, 0, 0}};
        m_bar->setCorrectionReport(report);
        QVERIFY2(button()->toolTip().contains("AdaRound has no effect here"),
                 qPrintable(button()->toolTip()));
        report.layers[1].corrections = {Correction::AdaRound};
        m_bar->setCorrectionReport(report);
        QVERIFY(!button()->toolTip().contains("has no effect here"));
        choice("generator-", Correction::FoldNorm)->trigger();
        choice("layers-", Correction::Equalize)->trigger();
        m_bar->setCorrectionReport(report);
        for (const char *words : {"No batch norm is folded here", "has no effect from here on"})
            QVERIFY2(button()->toolTip().contains(words), words);
        report.layers[1].corrections = {Correction::FoldNorm, Correction::Equalize,
                                        Correction::AdaRound};
        m_bar->setCorrectionReport(report);
        QVERIFY(!button()->toolTip().contains("has no effect"));
        QVERIFY(!button()->toolTip().contains("No batch norm"));
        choice("layers-", Correction::ReestimateNorm)->trigger();
        m_bar->setCorrectionReport(report);
        QVERIFY(button()->toolTip().contains("the batch norm is folded into the weight"));
        report.layers[1].corrections = {Correction::AdaRound};
        m_bar->setCorrectionReport(report);
        QVERIFY(button()->toolTip().contains("no batch norm with stored statistics is behind the "
                                             "layer"));
        QVERIFY(!button()->toolTip().contains("folded into the weight"));
    }

private:
    QToolButton *button() const { return m_bar->findChild<QToolButton *>("corrections"); }
    QAction *choice(const char *scope, Correction correction) const
    {
        return m_bar->findChild<QAction *>(QString(scope) + name(correction).data());
    }
    bool isOn(Correction correction, std::size_t row) const
    {
        return m_document->config().corrections().isOn(correction,
                                                       m_document->info().layers.at(row).name);
    }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<MethodBar> m_bar;
};

QTEST_MAIN(TestCorrectionField)
#include "tst_correction_field.moc"
