// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "search_page_fixture.h"
#include "widgets/stale_veil.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace quantloupe;

/// What is searched for, as the user sets it.
class TestSearchPageForm : public test::SearchPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void someLayersHaveBitsOfTheirOwn()
    {
        auto *allowed = find<QLineEdit>("searchAllowed");
        auto *problem = find<QLabel>("searchProblem");
        const auto type = [&](const QString &text) {
            allowed->setFocus();
            allowed->selectAll();
            QTest::keyClicks(allowed, text);
            QTest::keyClick(allowed, Qt::Key_Return);
        };
        type("missing=4");
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().startsWith("'missing' matches no layer"),
                 qPrintable(problem->text()));
        QVERIFY(!runButton()->isEnabled());
        type("up=8,4; out = 2");
        QVERIFY2(problem->text().contains("write PATTERN=BITS"), qPrintable(problem->text()));
        type("up=8,4; out=2");
        QVERIFY(!problem->isVisible());
        choose("searchGranularity", "per tensor");
        search();
        const SearchRules &rules = m_controller->asked().rules;
        QVERIFY(rules.allowedBits.at("up") == (std::set{4, 8}));
        QVERIFY(rules.allowedBits.at("out") == std::set{2});
        QVERIFY(rules.granularity == Granularity::PerTensor);
        QVERIFY(!m_controller->isStale());
        type("up=8");
        QVERIFY(m_controller->isStale());
    }

    void limitsAreKeptByGoal()
    {
        auto *amount = find<QDoubleSpinBox>("searchAmount");
        QVERIFY(!find<QComboBox>("searchBoundCost")->isEnabled());
        amount->setValue(3);
        choose("searchGoal", "Size ≤");
        QCOMPARE(amount->suffix(), QString(" kB"));
        amount->setValue(5);
        QCOMPARE(m_controller->settings().amount(), 5000.0);
        choose("searchGoal", "Average bits ≤");
        QCOMPARE(amount->value(), 3.0);
        choose("searchGoal", "Size ≤");
        QCOMPARE(amount->value(), 5.0);
    }

    void otherSettingsDimTheFront()
    {
        search();
        const auto *veil = m_page->findChild<StaleVeil *>();
        QVERIFY(!veil->isVisible());
        auto *seed = find<QSpinBox>("searchSeed");
        seed->setValue(3);
        QVERIFY(veil->isVisible());
        QVERIFY2(summary().contains("other settings"), qPrintable(summary()));
        seed->setValue(0);
        QVERIFY(!veil->isVisible());
    }

    void withoutBitsOrMethodsThereIsNothingToStart()
    {
        auto *mse = find<QCheckBox>("searchMethod:mse");
        QVERIFY(mse->isChecked());
        QTest::keyClick(mse, Qt::Key_Space);
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(stateText().contains("Choose a method"));
        QTest::keyClick(mse, Qt::Key_Space);
        QVERIFY(runButton()->isEnabled());
        for (int bits = 1; bits <= SearchSettings::kMostBits; ++bits)
            if (auto *box = find<QCheckBox>(QString("searchBits:%1").arg(bits)); box->isChecked())
                QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(stateText().contains("Choose a bit-width"));
        QTest::keyClick(find<QCheckBox>("searchBits:32"), Qt::Key_Space);
        QVERIFY(m_controller->settings().bits == std::vector<int>{kFloatBits});
        QVERIFY(runButton()->isEnabled());
    }

    void targetsAreOffered()
    {
        auto *target = find<QComboBox>("searchTarget");
        for (const std::string_view name : builtinTargets())
            QVERIFY(target->findText(QString::fromUtf8(name.data(), qsizetype(name.size()))) >= 0);
        choose("searchTarget", "int8");
        QCOMPARE(m_controller->settings().target, QString("int8"));
        choose("searchTarget", "any device");
        QVERIFY(m_controller->settings().target.isEmpty());
    }

    void choicesComeBack()
    {
        choose("searchAlgorithm", "greedy");
        choose("searchCost", "BOPs");
        find<QDoubleSpinBox>("searchAmount")->setValue(3.5);
        const QJsonObject kept = m_page->choice();
        SearchController other(m_fake->engine(), m_document.get(), m_lane.get());
        SearchPage page(m_document.get(), m_kept.get(), &other, &m_open);
        page.setChoice(kept);
        QVERIFY(other.settings() == m_controller->settings());
        QCOMPARE(page.findChild<QComboBox *>("searchAlgorithm")->currentText(), QString("greedy"));
        QCOMPARE(page.findChild<QComboBox *>("searchCost")->currentText(), QString("BOPs"));
        QCOMPARE(page.findChild<QDoubleSpinBox *>("searchAmount")->value(), 3.5);
        QVERIFY(page.choice() == kept);
    }
};

QTEST_MAIN(TestSearchPageForm)

#include "tst_search_page_form.moc"
