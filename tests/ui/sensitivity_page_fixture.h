// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/bar_plot.h"
#include "plots/heat_map_plot.h"
#include "sensitivity_fixture.h"
#include "views/sensitivity_page.h"
#include "widgets/elided_label.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <memory>

namespace quantloupe::test {

/// The page of sensitivity over a made-up engine.
class SensitivityPageFixture : public SensitivityFixture
{
protected:
    template <typename Child> Child *find(const QString &name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("sensitivityState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("sensitivityState")->isVisible(); }
    QString answer() const { return find<ElidedLabel>("sensitivityAnswer")->text(); }
    QString summary() const { return find<ElidedLabel>("sensitivitySummary")->text(); }
    QString note() const { return find<ElidedLabel>("sensitivityNote")->text(); }
    QPushButton *runButton() const { return find<QPushButton>("sensitivityRun"); }
    HeatMapPlot *map() const { return find<HeatMapPlot>("plot:sensitivity"); }
    BarPlot *bars() const { return find<BarPlot>("plot:sensitivityBars"); }
    int itemOf(const std::string &name, int bits) const
    {
        return int(bit(bits) * m_controller->findings().layers.size() + layer(name));
    }
    const HeatMapCell &cell(const std::string &name, int bits) const
    {
        return map()->data().cells.at(itemOf(name, bits));
    }
    void choose(const QString &list, const QString &text)
    {
        auto *combo = find<QComboBox>(list);
        const int item = combo->findText(text);
        QVERIFY2(item >= 0, qPrintable(text));
        combo->setCurrentIndex(item);
        Q_EMIT combo->activated(item);
    }
    void sweep()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(isDone());
    }
    /// Pointing at a place that the layout may still move; from elsewhere, for a mouse that
    /// stays where it was, if only in another window before, moves nothing.
    void pointAt(PlotView *plot, int item)
    {
        QCoreApplication::processEvents();
        QTest::mouseMove(plot, QPoint(1, 1));
        QTest::mouseMove(plot, plot->positionOf(item));
        QTRY_COMPARE(plot->cursor(), item);
    }

    void openPage()
    {
        createController();
        m_page = std::make_unique<SensitivityPage>(m_document.get(), m_controller.get(), &m_open);
        m_page->resize(1100, 340);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void closePage()
    {
        m_fake->way = FakeSensitivity::Way::Done;
        m_lane.reset();
        m_page.reset();
        destroyController();
    }

    QAction m_open{"Open"};
    std::unique_ptr<SensitivityPage> m_page;
};

} // namespace quantloupe::test
