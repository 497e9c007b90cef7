// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/file_io.h"
#include "train/loss_curve.h"

using namespace quantloupe;

namespace {

constexpr int kEvery = 2;

StepLosses losses(double discriminator)
{
    return {discriminator, 0.1, 0, 0, 0};
}

} // namespace

/// The losses' file while a training runs, ends and goes on.
class TestLossCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QFile::remove(m_folder.filePath("curve.csv")); }
    void goesOn();
    void theEndHasARowOfItsOwn();
    void anEndInBetweenLeavesNoTrace();
    void completeRowsOfAnotherLengthAreKept();

private:
    std::filesystem::path file() const { return m_folder.filePath("curve.csv").toStdString(); }
    /// Steps `first` to `last`, whose discriminator losses are their numbers.
    static void add(LossCurve &curve, int first, int last)
    {
        for (int step = first; step <= last; ++step)
            curve.add(losses(step), step);
    }
    static CheckpointFacts factsOf(const LossCurve &curve)
    {
        CheckpointFacts facts;
        curve.addTo(facts);
        return facts;
    }
    std::string rows() const
    {
        const std::string head =
            "step,discriminator_loss,generator_loss,real_score,fake_score,gradient_penalty\n";
        const std::string text = readTextFile(file());
        return text.starts_with(head) ? text.substr(head.size()) : "another head: " + text;
    }

    QTemporaryDir m_folder;
};

void TestLossCurve::goesOn()
{
    LossCurve curve(file(), kEvery);
    curve.start();
    add(curve, 1, 3);
    const CheckpointFacts facts = factsOf(curve);
    // After the checkpoint, before a kill.
    curve.add(losses(100), 4);
    LossCurve resumed(file(), kEvery);
    resumed.resumeAt(3, facts);
    add(resumed, 4, 4);
    QCOMPARE(rows(), std::string("2,1.5,0.1,0,0,0\n4,3.5,0.1,0,0,0\n"));
    QCOMPARE(resumed.last()[0].second, 3.5);
}

void TestLossCurve::theEndHasARowOfItsOwn()
{
    LossCurve curve(file(), kEvery);
    curve.start();
    add(curve, 1, 3);
    curve.finish(3);
    QCOMPARE(rows(), std::string("2,1.5,0.1,0,0,0\n3,3,0.1,0,0,0\n"));
    QCOMPARE(curve.last()[0].second, 3.0);

    curve.start();
    LossCurve even(file(), kEvery);
    add(even, 1, 2);
    even.finish(2);
    QCOMPARE(rows(), std::string("2,1.5,0.1,0,0,0\n"));
}

void TestLossCurve::anEndInBetweenLeavesNoTrace()
{
    LossCurve curve(file(), kEvery);
    curve.start();
    add(curve, 1, 3);
    curve.finish(3);
    const std::string ended = rows();
    // Nothing is left to do: the same end again.
    LossCurve same(file(), kEvery);
    same.resumeAt(3, factsOf(curve));
    same.finish(3);
    QCOMPARE(rows(), ended);

    LossCurve longer(file(), kEvery);
    longer.resumeAt(3, factsOf(same));
    add(longer, 4, 5);
    longer.finish(5);
    QCOMPARE(rows(), std::string("2,1.5,0.1,0,0,0\n4,3.5,0.1,0,0,0\n5,5,0.1,0,0,0\n"));
}

void TestLossCurve::completeRowsOfAnotherLengthAreKept()
{
    LossCurve curve(file(), kEvery);
    curve.start();
    add(curve, 1, 4);
    LossCurve longer(file(), 3);
    longer.resumeAt(4, factsOf(curve));
    add(longer, 5, 6);
    QCOMPARE(rows(), std::string("2,1.5,0.1,0,0,0\n4,3.5,0.1,0,0,0\n6,5.5,0.1,0,0,0\n"));
}

QTEST_GUILESS_MAIN(TestLossCurve)
#include "tst_loss_curve.moc"
