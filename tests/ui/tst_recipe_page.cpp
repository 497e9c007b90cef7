// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "models/recipe_table_model.h"
#include "quant_document_fixture.h"
#include "views/recipe_page.h"
#include "views/recipe_table.h"
#include "widgets/elided_label.h"
#include "widgets/stale_veil.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include <atomic>
#include <thread>

using namespace quantloupe;

namespace {

MetricRow swdOf(double value)
{
    MetricRow row;
    row.kind = MetricKind::SlicedWasserstein;
    row.name = "SWD";
    row.floatValue = Measured<double>::of(10);
    row.quantized = Measured<double>::of(value);
    row.floor = Measured<double>::of(4);
    row.delta = Measured<double>::of(value - 10);
    row.deltaInterval = Measured<MetricInterval>::missing("made up");
    return row;
}

/// Measures at once, or three rows and then holds until it is stopped or told to go on, or fails.
struct FakeRecipes
{
    enum class Way { Done, Hold, Fail };

    static constexpr std::size_t kBeforeHold = 3;
    std::atomic<Way> way = Way::Done;
    std::atomic<int> measured = 0;
    std::atomic<std::size_t> beforeHold = kBeforeHold;

    RecipeReport run(const RecipeRequest &request, const RunContext &context,
                     const RecipeStepSink &sink)
    {
        GeneratorInfo info = test::madeUpGenerator().info;
        const Recipe recipe = recipeFor(request.kind, info);
        sink({.estimate = MetricsEstimate{90, 40}});
        RecipeReport report{request.kind, {}, {}, recipe.notes, 0};
        for (const RecipeConfiguration &configuration : recipe.configurations) {
            const bool isKnown = report.rows.size() < request.known.size();
            while (way == Way::Hold && report.rows.size() >= beforeHold) {
                context.checkCancelled();
                std::this_thread::yield();
            }
            if (way == Way::Fail)
                throw Error(ErrorKind::OutOfMemory, "There is not enough memory for the levels.",
                            "details");
            measured += isKnown ? 0 : 1;
            RecipeRow row{configuration, {}, LevelUse{0.5, 1.5}, {}};
            row.size.bytes = 1000;
            row.size.floatBytes = 4000;
            row.size.ratio = 4;
            row.report.rows = {swdOf(20 + double(report.rows.size()))};
            row.report.n = row.report.count = 40;
            row.report.reference.name = "made up";
            report.rows.push_back(row);
            sink({.row = row,
                  .index = report.rows.size() - 1,
                  .count = recipe.configurations.size()});
        }
        report.claims = judge(request.kind, info.layers, report.rows);
        return report;
    }
};

} // namespace

/// The papers' experiments as the user meets them, over a made-up engine.
class TestRecipePage : public test::QuantDocumentFixture
{
    Q_OBJECT

    template <typename Child> Child *find(const char *name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("recipeState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("recipeState")->isVisible(); }
    QString summary() const { return find<ElidedLabel>("recipeSummary")->text(); }
    QString verdict() const { return find<QTextBrowser>("recipeVerdict")->toPlainText(); }
    RecipeTable *table() const { return m_page->table(); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    std::size_t configurations() const
    {
        return recipeFor(RecipeKind::Qgan, m_document->info()).configurations.size();
    }
    QString firstTitle() const
    {
        return QString::fromStdString(m_controller->rows().front().configuration.title);
    }
    QPushButton *runButton() const { return find<QPushButton>("recipeRun"); }
    void runByAction(int recipe) { m_page->runActions().at(recipe)->trigger(); }

    /// All is measured.
    void reproduce()
    {
        runByAction(0);
        QTRY_VERIFY(m_controller->state() == RecipeController::State::Done);
    }
    /// Three rows are, and no more are coming.
    void hold()
    {
        m_fake.way = FakeRecipes::Way::Hold;
        runByAction(0);
        QTRY_COMPARE(std::size_t(rows()), m_fake.beforeHold + 2);
    }

private Q_SLOTS:
    void init()
    {
        m_fake.way = FakeRecipes::Way::Done;
        m_fake.measured = 0;
        m_fake.beforeHold = FakeRecipes::kBeforeHold;
        openMadeUp();
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_controller = std::make_unique<RecipeController>(
            [this](const auto &request, const auto &context, const auto &sink) {
                return m_fake.run(request, context, sink);
            },
            m_document.get(), m_lane.get());
        m_page = std::make_unique<RecipePage>(m_document.get(), m_controller.get(), &m_open);
        m_page->resize(1100, 320);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_fake.way = FakeRecipes::Way::Done;
        m_lane.reset();
        m_page.reset();
        m_controller.reset();
        m_document.reset();
    }

    void startsWithWhatItWouldDo()
    {
        QVERIFY(showsState());
        QVERIFY(stateText().contains("QGAN has not been run yet"));
        QVERIFY(stateText().contains("other pictures of the float generator"));
        auto *recipes = find<QComboBox>("recipe");
        recipes->setFocus();
        QTest::keyClick(recipes, Qt::Key_Down);
        QVERIFY(stateText().contains("PBGen has not been run yet"));
        auto *start = find<QPushButton>("stateAction1");
        QVERIFY(start && start->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(m_controller->state() == RecipeController::State::Done);
        QVERIFY(m_controller->kind() == RecipeKind::PbGen);
    }

    void tableAndVerdictAreTheCommandsOwn()
    {
        QAbstractItemModelTester tester(table()->model());
        reproduce();
        QVERIFY(!showsState());
        QCOMPARE(std::size_t(rows()), configurations() + 2);
        QCOMPARE(cell(0, 0), QString("Float"));
        QCOMPARE(cell(1, 0), firstTitle());
        QCOMPARE(cell(rows() - 1, 0), QString("Floor"));
        QCOMPARE(cell(0, 1), QLocale().toString(10.0, 'f', 3));
        QCOMPARE(cell(1, 2), QLocale().toString(2.0, 'f', 3));
        QCOMPARE(cell(rows() - 1, 1), QLocale().toString(4.0, 'f', 3));
        QVERIFY(verdict().contains("Not yet testable (the paper's claim): Generators trained"));
        QVERIFY(verdict().contains("our question"));
        QVERIFY(verdict().contains("arXiv 1901.08263"));
    }

    void rowsComeOneByOneAndStay()
    {
        hold();
        QVERIFY(!showsState());
        QVERIFY(summary().contains(QString("3 of %1 configurations").arg(configurations())));
        QVERIFY(verdict().contains("follows"));
        QCOMPARE(runButton()->text(), QString("Cancel"));
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(m_controller->state() == RecipeController::State::Cancelled);
        QVERIFY(summary().contains("cancelled after 3 of"));
        QCOMPARE(runButton()->text(), QString("Continue"));
        // Cancelled before it comes to the rows that are known.
        m_fake.beforeHold = 0;
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QVERIFY(m_controller->isRunning());
        m_controller->cancel();
        QTRY_VERIFY(m_controller->state() == RecipeController::State::Cancelled);
        QVERIFY2(summary().contains("cancelled after 3 of"), qPrintable(summary()));
        QCOMPARE(runButton()->text(), QString("Continue"));
        m_fake.way = FakeRecipes::Way::Done;
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(m_controller->state() == RecipeController::State::Done);
        // Each of them once.
        QCOMPARE(std::size_t(m_fake.measured.load()), configurations());
    }

    void cancelledBeforeTheFirstRow()
    {
        m_fake.beforeHold = 0;
        m_fake.way = FakeRecipes::Way::Hold;
        runByAction(0);
        QTRY_VERIFY(stateText().contains("Reproducing QGAN"));
        auto *cancel = find<QPushButton>("stateCancel");
        QVERIFY(cancel && cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(stateText().contains("QGAN was cancelled"));
    }

    void failureIsSaidInPlace()
    {
        m_fake.way = FakeRecipes::Way::Fail;
        runByAction(0);
        QTRY_VERIFY(stateText().contains("QGAN could not be run"));
        QVERIFY(stateText().contains("not enough memory"));
        m_fake.way = FakeRecipes::Way::Done;
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QTRY_VERIFY(!showsState());
    }

    void enterLoadsTheConfiguration()
    {
        reproduce();
        const DocumentState before = m_document->state();
        table()->setFocus();
        table()->selectRow(2);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(m_document->config() == m_controller->rows()[1].configuration.config);
        QVERIFY(m_document->undoStack()->undoText().contains("QGAN"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->state() == before);
        // Float and the floor are no configurations.
        table()->selectRow(0);
        QVERIFY(!find<QPushButton>("loadRecipeButton")->isEnabled());
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(m_document->state() == before);
    }

    void doubleClickLoadsToo()
    {
        reproduce();
        const QRect place = table()->visualRect(table()->model()->index(1, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place.center());
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place.center());
        QVERIFY(m_document->config() == m_controller->rows()[0].configuration.config);
    }

    void tableIsCopied()
    {
        reproduce();
        table()->clearSelection();
        table()->copy();
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
        QVERIFY(lines.size() >= rows() + 1);
        QVERIFY(lines[0].contains("SWD"));
        QVERIFY(lines[2].startsWith(firstTitle() + "\t20\t2\t"));
    }

    void otherSettingsDimTheRows()
    {
        reproduce();
        auto *veil = m_page->findChild<StaleVeil *>();
        QVERIFY(!veil->isVisible());
        MetricsSettings settings = m_controller->settings();
        settings.count = 77;
        m_controller->setSettings(settings);
        QVERIFY(veil->isVisible());
        QVERIFY(summary().contains("other settings"));
        settings.count = kMetricSamples;
        m_controller->setSettings(settings);
        QVERIFY(!veil->isVisible());
        SamplingPlan plan = m_document->plan();
        plan.truncation = 0.5;
        m_document->setPlan(plan, "Truncation");
        QVERIFY(veil->isVisible());
    }

    void networksOfPicturesAreFedTheUsersPictures()
    {
        OpenedGenerator opened = test::madeUpGenerator();
        InputInfo input;
        input.name = "x";
        input.kind = InputKind::Image;
        input.shape = {3, 8, 8};
        opened.info.inputs = {input};
        m_document->open(std::move(opened));
        reproduce();
        QVERIFY(!m_controller->asked().images);
        QCOMPARE(m_controller->asked().count, kMetricSamples);
        m_document->setInputPictures(std::make_shared<const std::vector<Image>>(5), "horses");
        QVERIFY(m_controller->isStale());
        reproduce();
        QCOMPARE(m_controller->asked().images->size(), 5U);
        QCOMPARE(m_controller->asked().count, 5U);
        QCOMPARE(m_controller->asked().calibration.count, 16);
    }

    void anotherGeneratorHasNoRows()
    {
        reproduce();
        m_document->open(test::madeUpGenerator());
        QVERIFY(showsState());
        QCOMPARE(rows(), 0);
        QVERIFY(stateText().contains("has not been run yet"));
    }

private:
    QAction m_open{"Open"};
    FakeRecipes m_fake;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<RecipeController> m_controller;
    std::unique_ptr<RecipePage> m_page;
};

QTEST_MAIN(TestRecipePage)

#include "tst_recipe_page.moc"
