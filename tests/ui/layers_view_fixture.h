// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QWheelEvent>

Q_DECLARE_METATYPE(quantloupe::QuantSite)

namespace quantloupe::test {

inline constexpr int kRows = 5;
inline constexpr int kWeight = int(LayerColumn::WeightBits);
inline constexpr int kActivation = int(LayerColumn::ActivationBits);
using Rows = QList<int>;

/// Row 0 has no activation site.
inline void fill(QStandardItemModel &model)
{
    model.setRowCount(kRows);
    model.setColumnCount(int(LayerColumn::Count));
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            model.setData(model.index(row, column), QStringLiteral("%1:%2").arg(row).arg(column));
        model.setData(model.index(row, kWeight), 8, BitsRole);
        if (row > 0)
            model.setData(model.index(row, kActivation), 32, BitsRole);
        model.setData(model.index(row, int(LayerColumn::Parameters)), 1000 + row, RawValueRole);
    }
}

/// A view of five rows, and what it says.
struct LayersViewFixture
{
    QStandardItemModel model;
    LayersView view;
    QSignalSpy entered{&view, &LayersView::bitsEntered};
    QSignalSpy stepped{&view, &LayersView::bitsStepped};
    QSignalSpy finished{&view, &LayersView::stepGestureFinished};
    QSignalSpy blocked{&view, &LayersView::editBlocked};

    LayersViewFixture()
    {
        fill(model);
        view.setModel(&model);
        view.resize(900, 300);
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    void focus(int row, int column)
    {
        view.selectionModel()->setCurrentIndex(view.model()->index(row, column),
                                               QItemSelectionModel::ClearAndSelect |
                                                   QItemSelectionModel::Rows);
    }
    void selectRows(int first, int last)
    {
        const QItemSelection range(view.model()->index(first, 0),
                                   view.model()->index(last, int(LayerColumn::Count) - 1));
        view.selectionModel()->select(range, QItemSelectionModel::ClearAndSelect);
    }
    QPoint centre(int row, int column) const
    {
        return view.visualRect(view.model()->index(row, column)).center();
    }
};

inline void compareEdit(QSignalSpy &spy, const Rows &rows, QuantSite site, int number)
{
    QCOMPARE(spy.size(), 1);
    const QList<QVariant> arguments = spy.takeFirst();
    QCOMPARE(arguments[0].value<Rows>(), rows);
    QVERIFY(arguments[1].value<QuantSite>() == site);
    QCOMPARE(arguments[2].toInt(), number);
}

inline void wheel(LayersView &view, QPoint at, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
}

} // namespace quantloupe::test
