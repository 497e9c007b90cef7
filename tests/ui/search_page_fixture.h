// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/pareto_plot.h"
#include "search_fixture.h"
#include "views/search_page.h"
#include "views/search_table.h"
#include "widgets/elided_label.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace quantloupe::test {

/// The page of searches over a made-up engine.
class SearchPageFixture : public SearchFixture
{
protected:
    template <typename Child> Child *find(const QString &name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("searchState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("searchState")->isVisible(); }
    QString answer() const { return find<ElidedLabel>("searchAnswer")->text(); }
    QString summary() const { return find<ElidedLabel>("searchSummary")->text(); }
    QString note() const { return find<ElidedLabel>("searchNote")->text(); }
    QPushButton *runButton() const { return find<QPushButton>("searchRun"); }
    ParetoPlot *plot() const { return find<ParetoPlot>("plot:search"); }
    SearchTable *table() const { return find<SearchTable>("searchTable"); }
    /// The predicted point of this size in kilobytes.
    int pointOf(double kilobytes) const
    {
        const QList<ParetoPoint> &points = plot()->data().points;
        const auto found = std::ranges::find(points, kilobytes, &ParetoPoint::x);
        return found == points.end() ? -1 : int(found - points.begin());
    }
    void choose(const QString &list, const QString &text)
    {
        auto *combo = find<QComboBox>(list);
        const int item = combo->findText(text);
        QVERIFY2(item >= 0, qPrintable(text));
        combo->setCurrentIndex(item);
        Q_EMIT combo->activated(item);
    }
    void search()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(isDone());
        // Axes are where the layout has them.
        QCoreApplication::processEvents();
    }
    QString cell(int row, const QString &title) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column)
            if (model->headerData(column, Qt::Horizontal).toString() == title)
                return model->index(row, column).data().toString();
        return QStringLiteral("no column ") + title;
    }

    void openPage()
    {
        createController();
        m_page = std::make_unique<SearchPage>(m_document.get(), m_kept.get(), m_controller.get(),
                                              &m_open);
        m_page->resize(1200, 420);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void closePage()
    {
        m_fake->way = FakeSearch::Way::Done;
        m_lane.reset();
        m_page.reset();
        destroyController();
    }

    QAction m_open{"Open"};
    std::unique_ptr<SearchPage> m_page;
};

} // namespace quantloupe::test
