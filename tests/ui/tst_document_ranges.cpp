// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/range_edit.h"
#include "quant_document_fixture.h"
#include "session/requests.h"

#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

namespace {

const char *const kLayer = "out";

CalibratedRanges rangesOf(const ActivationSpec &spec, double scale)
{
    ActivationRange range;
    range.scale = scale;
    CalibratedRanges ranges;
    ranges.layers[kLayer] = {canonical(spec), range};
    ranges.madeBy = "quantloupe 1.2.3";
    return ranges;
}

} // namespace

/// Ranges from a file or from calibration belong to the state that undo brings back.
class TestDocumentRanges : public test::QuantDocumentFixture
{
    Q_OBJECT

    QuantDocument &document() { return *m_document; }

    ActivationSpec spec() const { return m_document->config().spec(kLayer).activation; }

    /// The present settings, as a file that holds a range of this scale.
    ConfigFile fileWith(double scale) const
    {
        ConfigFile file = m_document->toConfigFile();
        file.ranges = rangesOf(spec(), scale);
        return file;
    }

    CompareRequest asked() const
    {
        CompareRequest request;
        request.generator = m_document->generator();
        request.plan = m_document->plan();
        request.calibration = m_document->calibration();
        request.source.images = m_document->inputPictures();
        request.ranges = m_document->ranges();
        return request;
    }

    void calibrate(double scale) { document().noteRanges(asked(), rangesOf(spec(), scale)); }

    /// Of the range that would be saved; 0 for none.
    double savedScale() const
    {
        const CalibratedRanges saved = m_document->toConfigFile().ranges;
        const ActivationRange *range = saved.find(kLayer, spec());
        return range ? range->scale : 0;
    }

private Q_SLOTS:
    void init()
    {
        openMadeUp();
        document().edit({kOut}, bitsEdit(QuantSite::Activation, 8));
    }

    void loadedRangesAreUndoneAndDoneAgain()
    {
        QSignalSpy changes(m_document.get(), &QuantDocument::planChanged);
        document().load(fileWith(0.5), "ranges.json");
        QVERIFY(document().ranges());
        QCOMPARE(savedScale(), 0.5);
        QCOMPARE(changes.count(), 1);
        document().undoStack()->undo();
        QVERIFY(!document().ranges());
        QCOMPARE(savedScale(), 0.0);
        QCOMPARE(changes.count(), 2);
        document().undoStack()->redo();
        QVERIFY(document().ranges());
        QCOMPARE(document().ranges()->find(kLayer, spec())->scale, 0.5);
        QCOMPARE(changes.count(), 3);
    }

    void anotherFilesRangesGiveWayToTheFirstOnes()
    {
        document().load(fileWith(0.5), "first.json");
        document().load(fileWith(0.25), "second.json");
        QCOMPARE(savedScale(), 0.25);
        document().undoStack()->undo();
        QCOMPARE(savedScale(), 0.5);
        document().undoStack()->redo();
        QCOMPARE(savedScale(), 0.25);
    }

    void theSameRangesAreNoStep()
    {
        const ConfigFile file = fileWith(0.5);
        document().load(file, "ranges.json");
        const int steps = document().undoStack()->count();
        document().load(file, "ranges.json");
        QCOMPARE(document().undoStack()->count(), steps);
    }

    void calibratedRangesAreAsBeforeTheLoading()
    {
        calibrate(0.125);
        document().load(fileWith(0.5), "ranges.json");
        // What the preview hands back for the loaded ranges.
        calibrate(0.5);
        document().undoStack()->undo();
        QCOMPARE(savedScale(), 0.125);
        document().undoStack()->redo();
        QCOMPARE(savedScale(), 0.5);
    }

    void calibratedRangesOfAStateComeBackWithIt()
    {
        calibrate(0.125);
        const ActivationSpec percentile = spec();
        document().edit({kOut}, estimatorEdit(RangeEstimator::MinMax));
        QVERIFY(!(spec() == percentile));
        calibrate(0.75);
        document().undoStack()->undo();
        QCOMPARE(savedScale(), 0.125);
        document().undoStack()->redo();
        QCOMPARE(savedScale(), 0.75);
    }

    void lateAnswersForLoadedRangesAreLeftAside()
    {
        document().load(fileWith(0.5), "ranges.json");
        const CompareRequest late = asked();
        const CalibratedRanges found = rangesOf(spec(), 0.5);
        document().undoStack()->undo();
        document().noteRanges(late, found);
        QCOMPARE(savedScale(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestDocumentRanges)

#include "tst_document_ranges.moc"
