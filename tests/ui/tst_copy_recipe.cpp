// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "main_window_fixture.h"
#include "views/recipe_table.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace quantloupe;

namespace {

/// For a recipe on a busy machine, in milliseconds.
constexpr int kPatience = 240000;

} // namespace

/// A paper's experiment by the menu gives the table and the verdict of its command.
class TestCopyRecipe : public test::MainWindowFixture
{
    Q_OBJECT

    void reproduce(const char *action)
    {
        MetricsSettings settings = m_window->metrics()->settings();
        settings.count = 24;
        m_window->metrics()->setSettings(settings);
        find<QAction>(action)->trigger();
        QVERIFY(find<QWidget>("page:recipes")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->recipes()->report(), kPatience);
    }

    static QJsonObject answerTo(QString line)
    {
        const QString program = QStringLiteral(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli reproduce",
                                              program + " --json --quiet --no-cache reproduce")});
        shell.waitForFinished(kPatience);
        return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
    }

    static void compare(const QJsonObject &json, const RecipeRow &row)
    {
        QCOMPARE(json["name"].toString().toStdString(), row.configuration.title);
        QCOMPARE(json["size"]["bytes"].toInteger(), qint64(row.size.bytes));
        const QJsonArray metrics = json["metrics"].toArray();
        QCOMPARE(std::size_t(metrics.size()), row.report.rows.size());
        for (qsizetype i = 0; i < metrics.size(); ++i) {
            const MetricRow &metric = row.report.rows[std::size_t(i)];
            QCOMPARE(metrics[i]["quantized"].toDouble(), metric.quantized.value.value_or(0));
            QCOMPARE(metrics[i]["float"].toDouble(), metric.floatValue.value.value_or(0));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void numbersAndVerdictAreTheSame()
    {
        openSmall();
        // Settings of the document are no part of the experiment.
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 3));
        reproduce("recipe:andreev");
        const RecipeReport &report = *m_window->recipes()->report();
        QVERIFY(report.rows.size() >= 2);
        find<QAction>("copyRecipeCommand")->trigger();
        const QJsonObject answer = answerTo(QGuiApplication::clipboard()->text());
        QCOMPARE(answer["recipe"].toString(), QString("andreev"));
        const QJsonArray rows = answer["rows"].toArray();
        QCOMPARE(std::size_t(rows.size()), report.rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            compare(rows[i].toObject(), report.rows[std::size_t(i)]);
        const QJsonArray claims = answer["verdict"].toArray();
        QCOMPARE(std::size_t(claims.size()), report.claims.size());
        for (qsizetype i = 0; i < claims.size(); ++i) {
            QCOMPARE(claims[i]["claim"].toString().toStdString(),
                     report.claims[std::size_t(i)].claim);
            QCOMPARE(claims[i]["reason"].toString().toStdString(),
                     report.claims[std::size_t(i)].reason);
        }
    }

    void loadedRowIsShownAndUndone()
    {
        openSmall();
        reproduce("recipe:pbgen");
        auto *table = find<RecipeTable>("recipeTable");
        const QuantConfig before = document().config();
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(document().config() ==
                m_window->recipes()->report()->rows.front().configuration.config);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != floatPictures());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config() == before);
    }

    void withoutAGeneratorThereIsNothingToRun()
    {
        for (const char *action : {"recipe:qgan", "recipe:pbgen", "recipe:andreev"})
            QVERIFY(!find<QAction>(action)->isEnabled());
    }
};

QTEST_MAIN(TestCopyRecipe)

#include "tst_copy_recipe.moc"
