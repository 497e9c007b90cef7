// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_setting_edit.h"
#include "models/presets.h"
#include "quant_document_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

/// Layers that keep their setting, and layers that share one.
class TestLocksAndTies : public test::QuantDocumentFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openMadeUp(); }

    void lockedLayersRefuseEverything()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 6));
        m_document->toggleLock({kUp});
        const LayerQuantSpec kept = m_document->config().spec("up");
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        for (const LayerEdit &edit :
             {bitsEdit(QuantSite::Weight, 4), bitsEdit(QuantSite::Activation, 4),
              stepEdit(QuantSite::Weight, 1), methodEdit(WeightMethod::Binary),
              granularityEdit(Granularity::PerTensor),
              fillEdit(LayerColumn::Name, m_document->config().spec("out")),
              ruleEdit({"*", parseSpec("w2")})}) {
            m_document->edit({kUp}, edit);
            QCOMPARE(refused.size(), 1);
            const auto refusals = refused.takeFirst().at(0).value<QList<EditRefusal>>();
            QCOMPARE(refusals[0].layer, QString("up"));
            QCOMPARE(refusals[0].reason, QString("locked; press L to unlock"));
            QVERIFY(m_document->config().spec("up") == kept);
        }
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 4));
        QVERIFY(m_document->config().spec("up") == kept);
        QCOMPARE(m_document->config().spec("out").weight.bits, 4);
    }

    void locksAreUndoneAndToggled()
    {
        m_document->toggleLock({kUp});
        m_document->toggleLock({kUp, kOut});
        QVERIFY(m_document->marks().isLocked("up") && m_document->marks().isLocked("out"));
        QCOMPARE(m_document->undoStack()->undoText(), QString("Lock 2 layers"));
        m_document->toggleLock({kUp, kOut});
        QVERIFY(m_document->marks().locked().empty());
        QVERIFY(m_document->isModified());
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QVERIFY(m_document->marks().isLocked("up") && !m_document->marks().isLocked("out"));
    }

    void presetsLeaveLockedLayersAlone()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 6));
        m_document->toggleLock({kUp, kEmbed});
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        m_document->setConfig(presetConfig(Preset::W4, m_document->info()), "W4");
        QCOMPARE(m_document->config().spec("up").weight.bits, 6);
        QVERIFY(m_document->config().spec("embed").isFloat());
        QCOMPARE(m_document->config().spec("out").weight.bits, 4);
        QCOMPARE(refused.at(0).at(0).value<QList<EditRefusal>>().size(), 2);
    }

    void tiedLayersChangeTogether()
    {
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 5));
        m_document->tie({kUp, kOut}, kOut);
        QCOMPARE(m_document->config().spec("up").weight.bits, 5);
        QCOMPARE(m_document->undoStack()->undoText(), QString("Tie 2 layers"));
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 3));
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
        QCOMPARE(m_document->undoStack()->undoText(), QString("3 bits on 2 layers"));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->config().spec("up").weight.bits, 5);
        QCOMPARE(m_document->config().spec("out").weight.bits, 5);
        m_document->undoStack()->undo();
        QVERIFY(m_document->marks().ties().empty());
        QVERIFY(m_document->config().spec("up").isFloat());
    }

    void aTiedLayerThatRefusesStopsTheEdit()
    {
        m_document->tie({kUp, kOut}, kUp);
        m_document->toggleLock({kOut});
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 4));
        QVERIFY(m_document->config().isFloat());
        const QString reason = refused.at(0).at(0).value<QList<EditRefusal>>().at(0).reason;
        QCOMPARE(reason,
                 QString("tied to out, which is locked; select out and press L to unlock it"));
        m_document->untie({kUp});
        QVERIFY(m_document->marks().ties().empty());
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(m_document->config().spec("up").weight.bits, 4);
    }

    void tyingIsRefusedAsAWhole()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Activation, 8));
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        m_document->tie({kEmbed, kUp, kOut}, kUp);
        QCOMPARE(refused.at(0).at(0).value<QList<EditRefusal>>().at(0).layer, QString("embed"));
        QVERIFY(m_document->marks().ties().empty());
        QVERIFY(m_document->config().spec("out").isFloat());
    }

    void tiesKeepTheirSettingUnderAContradictoryPreset()
    {
        m_document->tie({kEmbed, kUp}, kEmbed);
        // First W8, middle W4.
        m_document->setConfig(presetConfig(Preset::W4A8, m_document->info()), "W4A8");
        QVERIFY(m_document->config().spec("embed").isFloat());
        QVERIFY(m_document->config().spec("up").isFloat());
        QCOMPARE(m_document->config().spec("out").weight.bits, 8);
        m_document->setConfig(presetConfig(Preset::W4, m_document->info()), "W4");
        QCOMPARE(m_document->config().spec("up").weight.bits, 4);
    }

    void locksAndTiesAreLoadedAndReopened()
    {
        m_document->tie({kUp, kOut}, kUp);
        m_document->toggleLock({kEmbed});
        const ConfigFile file = parseConfigFile(toJson(m_document->toConfigFile()), "c.json");
        m_document->open(test::madeUpGenerator());
        m_document->toggleLock({kUp});
        m_document->load(file, "c.json");
        QVERIFY(m_document->marks() == file.marks);
        QVERIFY(m_document->marks().isLocked("embed") && !m_document->marks().isLocked("up"));
        QCOMPARE(m_document->marks().ties().size(), std::size_t(2));
        OpenedGenerator other = test::madeUpGenerator();
        other.info.layers[kOut].weightShape = {20, 16, 3, 3};
        m_document->reopen(other);
        QVERIFY(m_document->marks().isLocked("embed"));
        QVERIFY(m_document->marks().ties().empty());
    }
};

QTEST_GUILESS_MAIN(TestLocksAndTies)
#include "tst_locks_and_ties.moc"
