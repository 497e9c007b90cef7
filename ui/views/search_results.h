// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/search_controller.h"
#include "models/compare_set.h"
#include "widgets/file_content.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QComboBox;
class QSplitter;

namespace quantloupe {

class ParetoPlot;
class SearchTable;

/// What a search found: the front of cost against quality, and a table of its configurations.
/// Either of them loads a configuration, or keeps it for Compare.
class SearchResults : public QWidget
{
    Q_OBJECT

public:
    SearchResults(QuantDocument *document, CompareSet *kept, SearchController *controller,
                  QWidget *parent = nullptr);
    /// Choose the axes, to stand over the results.
    QComboBox *costList() const { return m_cost; }
    QComboBox *quantityList() const { return m_quantity; }
    QAction *loadAction() const { return m_load; }
    QAction *keepAction() const { return m_keep; }
    /// In the context menus, too.
    void addMenuAction(QAction *action);
    /// The axes that were chosen, for the session, and back.
    QJsonObject choice() const;
    void setChoice(const QJsonObject &choice);

public Q_SLOTS:
    /// What is known now.
    void refresh();

Q_SIGNALS:
    /// Other axes were chosen.
    void chosen();
    void exported(const QString &path, const quantloupe::FileContent &content);

private:
    void createWidgets();
    void createLists();
    void createActions();
    void createLayout();
    void connectSignals();
    void fillQuantities();
    void showActions();
    void load(std::size_t trial);
    void keep();
    /// What the plot reads, or else the table has chosen.
    std::optional<std::size_t> meantTrial() const;

    QuantDocument *m_document;
    CompareSet *m_kept;
    SearchController *m_controller;
    QComboBox *m_cost = nullptr;
    QComboBox *m_quantity = nullptr;
    /// By the user, whether or not it is measured already.
    std::optional<int> m_wanted;
    QAction *m_load = nullptr;
    QAction *m_keep = nullptr;
    QSplitter *m_splitter = nullptr;
    ParetoPlot *m_plot = nullptr;
    SearchTable *m_table = nullptr;
    /// By point, places in SearchFindings::trials.
    std::vector<std::size_t> m_trials;
    /// That the plot's menu is about, while it is open.
    std::optional<std::size_t> m_menuTrial;
};

} // namespace quantloupe
