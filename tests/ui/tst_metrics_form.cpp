// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "metrics_keys.h"
#include "views/metrics_form.h"
#include "widgets/row_scroll_area.h"

#include <QSettings>

using namespace quantloupe;

/// What is measured, as the user sets it.
class TestMetricsForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<MetricsForm>();
        m_form->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    }
    void everyMetricHasABox();
    void boxesGiveTheMetricsInOrder();
    void filesOfLpipsAreAskedForWithIt();
    void aDialogGivesTheTrunk();
    void settingsAreKept();
    void noRowIsCut_data();
    void noRowIsCut();

private:
    template <typename Widget> Widget *find(const QString &name) const
    {
        return m_form->findChild<Widget *>(name);
    }
    std::unique_ptr<MetricsForm> m_form;
    QTemporaryDir m_folder;
};

void TestMetricsForm::everyMetricHasABox()
{
    for (const std::string &name : metricNames()) {
        const auto *box = find<QCheckBox>("metric:" + QString::fromStdString(name));
        QVERIFY2(box, name.c_str());
        QVERIFY(!box->text().isEmpty() && !box->toolTip().isEmpty() && box->isVisible());
        QVERIFY(box->width() >= box->sizeHint().width());
    }
}

void TestMetricsForm::boxesGiveTheMetricsInOrder()
{
    QSignalSpy edited(m_form.get(), &MetricsForm::edited);
    test::chooseMetrics(m_form.get(), {});
    test::chooseMetrics(m_form.get(), {"coverage", "kid", "feature-swd", "precision"});
    QVERIFY(!edited.isEmpty());
    QVERIFY(m_form->settings().metrics ==
            (std::vector{MetricKind::Kernel, MetricKind::FeatureSlicedWasserstein,
                         MetricKind::Precision, MetricKind::Coverage}));
}

void TestMetricsForm::filesOfLpipsAreAskedForWithIt()
{
    test::chooseMetrics(m_form.get(), {"psnr"});
    QVERIFY(!find<QComboBox>("lpipsTrunk")->isVisible());
    test::chooseMetrics(m_form.get(), {"psnr", "lpips"});
    for (const char *name : {"lpipsTrunk", "lpipsHeads"}) {
        QVERIFY(find<QComboBox>(name)->isVisible());
        QVERIFY(!find<QComboBox>(name)->accessibleName().isEmpty());
    }
    QCOMPARE(find<QComboBox>("lpipsTrunk")->currentText(), QString("no file yet"));
    QCOMPARE(find<QComboBox>("lpipsHeads")->currentText(), QString("in the trunk's file"));
}

void TestMetricsForm::aDialogGivesTheTrunk()
{
    QFile file(m_folder.filePath("alexnet.pth"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    test::chooseMetrics(m_form.get(), {"lpips"});
    auto *list = find<QComboBox>("lpipsTrunk");
    // The last entry asks; without an answer, the list stays as it was.
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(find<QFileDialog>("lpipsTrunkDialog"));
    QCOMPARE(list->currentText(), QString("no file yet"));
    auto *dialog = find<QFileDialog>("lpipsTrunkDialog");
    dialog->selectFile(file.fileName());
    Q_EMIT dialog->fileSelected(file.fileName());
    dialog->close();
    QCOMPARE(m_form->settings().perceptual.trunk, file.fileName().toStdString());
    QCOMPARE(list->currentText(), QString("alexnet.pth"));
}

void TestMetricsForm::settingsAreKept()
{
    MetricsSettings settings;
    settings.metrics = parseMetrics("recall,density,lpips");
    settings.perceptual = {"/weights/vgg16.pth", "/weights/vgg.pth"};
    QSettings store(m_folder.filePath("settings.ini"), QSettings::IniFormat);
    save(settings, store);
    QVERIFY(readMetricsSettings(store) == settings);
    m_form->setSettings(settings);
    QCOMPARE(find<QComboBox>("lpipsTrunk")->currentText(), QString("vgg16.pth"));
    QCOMPARE(find<QComboBox>("lpipsHeads")->currentText(), QString("vgg.pth"));
}

void TestMetricsForm::noRowIsCut_data()
{
    QTest::addColumn<int>("height");
    for (const int height : {60, 101, 150, 188, 230, 251, 290})
        QTest::addRow("%d pixels", height) << height;
}

/// At the top of a form that has to be scrolled; Tab reaches what is below.
void TestMetricsForm::noRowIsCut()
{
    QFETCH(int, height);
    RowScrollArea scroll;
    scroll.setFrameShape(QFrame::NoFrame);
    scroll.setWidgetResizable(true);
    auto *form = new MetricsForm(&scroll);
    scroll.setWidget(form);
    scroll.resize(400, height);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scroll));
    QTest::keyClick(form->findChild<QCheckBox *>("metric:lpips"), Qt::Key_Space);
    QVERIFY(form->minimumSizeHint().height() > height);
    const auto isWhole = [&](const QWidget *field) {
        const int top = field->mapTo(form, QPoint(0, 0)).y();
        const int end = scroll.viewport()->height();
        return top >= end || top + field->height() <= end;
    };
    for (const QWidget *field : form->findChildren<QWidget *>())
        if (field->isVisibleTo(form) && !field->layout())
            QTRY_VERIFY2(isWhole(field), qPrintable(field->objectName()));
    auto *last = form->findChild<QComboBox *>("lpipsHeads");
    form->findChild<QComboBox *>("lpipsTrunk")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(last->hasFocus());
    const QRect seen(last->mapTo(scroll.viewport(), QPoint(0, 0)), last->size());
    QVERIFY(scroll.viewport()->rect().contains(seen.center()));
}

QTEST_MAIN(TestMetricsForm)
#include "tst_metrics_form.moc"
