// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_setting_edit.h"
#include "models/presets.h"
#include "models/rule_preview.h"
#include "quant_document_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

class TestQuantDocument : public test::QuantDocumentFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openMadeUp(); }

    void startsFloatAndUnmodified()
    {
        QVERIFY(m_document->config().isFloat());
        QVERIFY(!m_document->isModified());
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void editsAreOneUndoStep()
    {
        QSignalSpy changes(m_document.get(), &QuantDocument::configChanged);
        m_document->edit({kEmbed, kUp, kOut}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), QString("4 bits on 3 layers"));
        QCOMPARE(m_document->config().spec("up").weight, weightSpecOfBits(4));
        QVERIFY(m_document->isModified());
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
        QVERIFY(!m_document->isModified());
        m_document->undoStack()->redo();
        QCOMPARE(m_document->config().layers().size(), std::size_t(3));
        QCOMPARE(changes.count(), 3);
    }

    void undoRoundTrips()
    {
        QList<DocumentState> states{m_document->state()};
        const auto note = [&] { states.append(m_document->state()); };
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 8));
        note();
        m_document->edit({kUp}, methodEdit(WeightMethod::MinMax));
        note();
        m_document->edit({kUp}, granularityEdit(Granularity::PerTensor));
        note();
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 6));
        note();
        m_document->edit({kOut}, estimatorEdit(RangeEstimator::Mse));
        note();
        m_document->setConfig(presetConfig(Preset::W4, m_document->info()), "W4");
        note();
        SamplingPlan plan = m_document->plan();
        plan.truncation = 0.5;
        m_document->setPlan(plan, "Truncation");
        note();
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            m_document->undoStack()->undo();
            QVERIFY(m_document->state() == states[i]);
        }
        for (qsizetype i = 1; i < states.size(); ++i) {
            m_document->undoStack()->redo();
            QVERIFY(m_document->state() == states[i]);
        }
    }

    void whoChoseIsKnownAndComesBackWithUndo()
    {
        const auto origin = [this](const char *layer) {
            return QString::fromUtf8(name(m_document->toConfigFile().origins.of(layer)).data());
        };
        QuantConfig found = m_document->config();
        found.set("up", {weightSpecOfBits(4), {}});
        m_document->setConfig(found, "Load a trial", SettingOrigin::Search);
        QCOMPARE(origin("up"), QString("search"));
        QCOMPARE(origin("out"), QString("search"));
        LayerEdit edit = bitsEdit(QuantSite::Weight, 8);
        edit.origin = SettingOrigin::Sweep;
        m_document->edit({kOut}, edit);
        QCOMPARE(origin("out"), QString("sweep"));
        m_document->edit({kUp}, methodEdit(WeightMethod::MinMax));
        QCOMPARE(origin("up"), QString("manual"));
        m_document->undoStack()->undo();
        QCOMPARE(origin("up"), QString("search"));
        m_document->undoStack()->redo();
        QCOMPARE(origin("up"), QString("manual"));
    }

    void whatTheFileKnewHoldsForItsConfiguration()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 4));
        ConfigFile file = m_document->toConfigFile();
        ConfigResult result;
        result.metric = "SWD";
        result.value = 3;
        file.results = {result};
        file.provenance.program = "quantloupe 9";
        file.original = toJson(file);
        m_document->load(file, "c.json");
        QVERIFY(m_document->toConfigFile().results == file.results);
        QVERIFY(m_document->toConfigFile().provenance == file.provenance);
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 2));
        QVERIFY(m_document->toConfigFile().results.empty());
        QVERIFY(m_document->toConfigFile().provenance.isEmpty());
        m_document->undoStack()->undo();
        QVERIFY(m_document->toConfigFile().results == file.results);
        m_document->open(test::madeUpGenerator());
        QVERIFY(m_document->toConfigFile().results.empty());
    }

    void quickStepsMerge()
    {
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 8));
        m_document->edit({kUp, kOut}, stepEdit(QuantSite::Weight, -1));
        m_document->edit({kUp, kOut}, stepEdit(QuantSite::Weight, -1));
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), QString("6 bits on 2 layers"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
    }

    void otherRowsSitesAndGesturesDoNotMerge()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 8));
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 8));
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 8));
        m_document->finishGesture();
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 4));
        QCOMPARE(m_document->undoStack()->count(), 4);
    }

    void stepsThereAndBackLeaveNothing()
    {
        m_document->edit({kUp}, stepEdit(QuantSite::Weight, -1));
        QCOMPARE(m_document->config().spec("up").weight.bits, 16);
        m_document->edit({kUp}, stepEdit(QuantSite::Weight, 1));
        QVERIFY(m_document->config().isFloat());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void stepsStopAtTheEnds()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 2));
        m_document->edit({kUp}, stepEdit(QuantSite::Weight, -5));
        QCOMPARE(m_document->config().spec("up").weight.method, WeightMethod::Binary);
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 3));
        m_document->edit({kOut}, stepEdit(QuantSite::Activation, -5));
        QCOMPARE(m_document->config().spec("out").activation.bits, 2);
    }

    void refusedSettingsKeepTheOldOne()
    {
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        m_document->edit({kEmbed, kUp}, bitsEdit(QuantSite::Activation, 8));
        QCOMPARE(refused.count(), 1);
        const auto refusals = refused.at(0).at(0).value<QList<EditRefusal>>();
        QCOMPARE(refusals.size(), 1);
        QCOMPARE(refusals[0].layer, QString("embed"));
        QVERIFY(refusals[0].reason.contains("indices"));
        QCOMPARE(m_document->config().spec("up").activation.bits, 8);
        QVERIFY(m_document->config().spec("embed").isFloat());

        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 17));
        QCOMPARE(refused.count(), 2);
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 4));
        m_document->edit({kOut}, granularityEdit(Granularity::PerTensor));
        m_document->edit({kOut}, granularityEdit(Granularity::PerChannel));
        QCOMPARE(refused.count(), 3);
        m_document->edit({kUp}, granularityEdit(Granularity::PerTensor));
        QCOMPARE(refused.count(), 4);
    }

    void methodsKeepBitsWhereTheyCan()
    {
        m_document->edit({kUp}, methodEdit(WeightMethod::Mse));
        QCOMPARE(m_document->config().spec("up").weight.bits, 8);
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 5));
        m_document->edit({kUp}, methodEdit(WeightMethod::MinMax));
        QCOMPARE(m_document->config().spec("up").weight.bits, 5);
        m_document->edit({kUp}, methodEdit(WeightMethod::Em));
        QCOMPARE(m_document->config().spec("up").weight.bits, 5);
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 12));
        QCOMPARE(m_document->config().spec("up").weight.method, WeightMethod::Mse);
        m_document->edit({kUp}, methodEdit(WeightMethod::KMeans));
        QCOMPARE(m_document->config().spec("up").weight.bits, 8);
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 1));
        QCOMPARE(m_document->config().spec("up").weight.method, WeightMethod::KMeans);
        m_document->edit({kUp}, methodEdit(WeightMethod::Log));
        QCOMPARE(m_document->config().spec("up").weight.bits, 2);
        m_document->edit({kUp}, methodEdit(WeightMethod::Ternary));
        QCOMPARE(m_document->config().spec("up").weight.bits, 2);
        m_document->edit({kUp}, methodEdit(WeightMethod::Binary));
        QCOMPARE(m_document->config().spec("up").weight.bits, 1);
        m_document->edit({kUp}, methodEdit(WeightMethod::Float));
        QVERIFY(m_document->config().isFloat());
    }

    void presetsLeaveOutTheNetworksInput()
    {
        const QuantConfig config = presetConfig(Preset::W4A8, m_document->info());
        QCOMPARE(config.spec("embed").weight.bits, 8);
        QCOMPARE(config.spec("up").weight.bits, 4);
        QCOMPARE(config.spec("out").weight.bits, 8);
        QVERIFY(config.spec("embed").activation.isFloat());
        QVERIFY(config.spec("up").activation.isFloat());
        QCOMPARE(config.spec("out").activation.bits, 8);
        const QuantConfig binary = presetConfig(Preset::BinaryExceptLast, m_document->info());
        QCOMPARE(binary.spec("up").weight.method, WeightMethod::Binary);
        const QuantConfig em = presetConfig(Preset::W2Em, m_document->info());
        for (const LayerInfo &layer : m_document->info().layers)
            QCOMPARE(toText(em.spec(layer.name).weight), std::string("w2:em"));
        QVERIFY(em.spec("out").activation.isFloat());
        QVERIFY(binary.spec("out").isFloat());
    }

    void reopeningKeepsWhatAgrees()
    {
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 4));
        SamplingPlan plan = m_document->plan();
        plan.distribution = Distribution::Uniform;
        m_document->setPlan(plan, "Distribution");
        OpenedGenerator other = test::madeUpGenerator();
        other.info.layers[kOut].weightShape = {20, 16, 3, 3};
        other.plan.outputRange = {0, 1};
        m_document->reopen(other);
        QCOMPARE(m_document->config().layers().size(), std::size_t(1));
        QCOMPARE(m_document->config().spec("up").weight.bits, 4);
        QCOMPARE(m_document->plan().distribution, Distribution::Uniform);
        QVERIFY(m_document->plan().outputRange == (ValueRange{0, 1}));
        QVERIFY(m_document->isModified());
    }

    void assumptionsFollowThePlanAndTheUser()
    {
        QVERIFY(!m_document->assumptions()[0].confirmed);
        SamplingPlan plan = m_document->plan();
        plan.distribution = Distribution::Uniform;
        m_document->setPlan(plan, "Distribution");
        QCOMPARE(m_document->assumptions()[0].value, std::string("uniform"));
        QVERIFY(m_document->assumptions()[0].confirmed);
        m_document->undoStack()->undo();
        QVERIFY(!m_document->assumptions()[0].confirmed);
        m_document->confirmAssumption("activation.final");
        QVERIFY(m_document->assumptions()[1].confirmed);
        QCOMPARE(m_document->openRequest().assumptions.at("activation.final"), std::string("tanh"));
        QVERIFY(m_document->isModified());
    }

    void rulesSayWhatTheyWouldDo()
    {
        m_document->toggleLock({kOut});
        const auto preview = [&](const char *pattern, const char *setting) {
            return previewRule(*m_document, pattern, setting);
        };
        QCOMPARE(preview("*", "w4").rows, QList<int>({kEmbed, kUp, kOut}));
        QCOMPARE(preview("*", "w4").refusals.size(), 1);
        QCOMPARE(preview("*", "a8").leftOut, QStringList({"embed", "up"}));
        QCOMPARE(preview("4x4", "w4").rows, QList<int>({kUp}));
        QCOMPARE(preview("kind:embedding", "a4").refusals.size(), 1);
        QVERIFY(preview("nothing*", "w4").rows.isEmpty());
        QVERIFY(!preview("nothing*", "w4").rule);
        QVERIFY(preview("re:(", "w4").problem.contains("regular expression"));
        QVERIFY(preview("up", "w4:nonsense").problem.contains("nonsense"));
        QVERIFY(!preview("up", "").problem.isEmpty());
        QCOMPARE(preview("up", "").rows, QList<int>({kUp}));
        QVERIFY(m_document->config().isFloat());
    }

    void fillCopiesWhatItsColumnShows()
    {
        const LayerQuantSpec spec = parseSpec("w6:minmax:tensor,a7").spec;
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 3));
        m_document->edit({kOut}, fillEdit(LayerColumn::WeightBits, spec));
        QCOMPARE(settingText(m_document->config().spec("out")), QString("w6,afloat"));
        m_document->edit({kOut}, fillEdit(LayerColumn::Method, spec));
        QCOMPARE(settingText(m_document->config().spec("out")), QString("w6:minmax:tensor,afloat"));
        m_document->edit({kUp}, fillEdit(LayerColumn::ActivationBits, spec));
        QCOMPARE(settingText(m_document->config().spec("up")), QString("wfloat,a7"));
        m_document->edit({kUp}, fillEdit(LayerColumn::Name, spec));
        QCOMPARE(settingText(m_document->config().spec("up")), QString("w6:minmax:tensor,a7"));
    }

    void modifiedFollowsSaving()
    {
        QSignalSpy modified(m_document.get(), &QuantDocument::modifiedChanged);
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 4));
        QVERIFY(m_document->isModified());
        m_document->setSaved();
        QVERIFY(!m_document->isModified());
        m_document->undoStack()->undo();
        QVERIFY(m_document->isModified());
        m_document->undoStack()->redo();
        QVERIFY(!m_document->isModified());
        QVERIFY(modified.count() >= 4);
    }
};

QTEST_GUILESS_MAIN(TestQuantDocument)
#include "tst_quant_document.moc"
