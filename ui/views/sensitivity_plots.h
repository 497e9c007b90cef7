// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/sensitivity_controller.h"
#include "models/sensitivity_charts.h"
#include "widgets/file_content.h"

#include <QWidget>

class QAction;
class QComboBox;
class QStackedWidget;

namespace quantloupe {

/// What a sweep found, in one of several forms: the map of layers and bit-widths, layers at one
/// bit-width, bit-widths of a few layers, and measures of redundancy beside it.
class SensitivityPlots : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Map, Bars, Lines, Redundancy };

    SensitivityPlots(QuantDocument *document, SensitivityController *controller,
                     QWidget *parent = nullptr);
    /// Chooses the form, to stand over the plots.
    QComboBox *formList() const { return m_form; }
    /// Chooses the bit-width of forms that show one; hidden beside others.
    QComboBox *bitsList() const { return m_bits; }
    /// What the form leaves out or waits for; empty for nothing.
    QString note() const;
    /// In the context menus, too.
    void addMenuAction(QAction *action);
    Form form() const;
    void setForm(Form form);

public Q_SLOTS:
    /// What is known now, in the form that is chosen.
    void refresh();
    /// A sample by float and by what cellRead() told last.
    void showCell(const quantloupe::SamplePair &pair);

Q_SIGNALS:
    /// A cell of the map is read: what the network is in it. Absent when none is any more.
    void cellRead(const std::optional<quantloupe::QuantConfig> &config);
    /// Another form or bit-width was chosen.
    void chosen();
    void exported(const QString &path, const quantloupe::FileContent &content);

private:
    void createWidgets();
    void addPlot(PlotView *plot, const char *objectName, const QString &name);
    void createLists();
    void createLayout();
    void connectSignals();
    void fillBits();
    /// A place in SensitivityFindings::bits.
    std::size_t shownBit() const;
    /// What the network is in a cell of the map; absent for none.
    std::optional<QuantConfig> configOf(int item) const;
    void readCell(int item);
    void assignOfMap(int item);
    void assignOfBars(int item);

    QuantDocument *m_document;
    SensitivityController *m_controller;
    QComboBox *m_form = nullptr;
    QComboBox *m_bits = nullptr;
    QStackedWidget *m_stack = nullptr;
    HeatMapPlot *m_map = nullptr;
    BarPlot *m_bars = nullptr;
    LinePlot *m_lines = nullptr;
    BarPlot *m_redundancy = nullptr;
    /// By bar, places in SensitivityFindings::layers.
    std::vector<std::size_t> m_barLayers;
    /// That cellRead() told last.
    std::optional<QuantConfig> m_cell;
};

} // namespace quantloupe
