// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare_set.h"
#include "models/difference_table_model.h"

#include <QWidget>

#include <functional>

class QAction;
class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class NumbersView;
class StatePage;

/// What differs, layer by layer, between two of the present and the kept configurations.
class DifferencePage : public QWidget
{
    Q_OBJECT

public:
    using SizeFunction = std::function<SizeReport(const QuantConfig &)>;

    /// `open` and `keep` are the buttons of empty states; not owned.
    DifferencePage(const QuantDocument *document, const CompareSet *kept, SizeFunction size,
                   QAction *open, QAction *keep, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createWidgets();
    QComboBox *createList(const char *objectName, const QString &name);
    void createLayout();
    void connectSignals();
    /// The chosen ones stay chosen as long as they are kept.
    void fill(QComboBox *list, int usual);
    void showKnown();
    void showDifference();
    QuantConfig chosen(const QComboBox *list) const;
    QString summary(const ConfigPair &pair) const;

    const QuantDocument *m_document;
    const CompareSet *m_kept;
    SizeFunction m_size;
    QAction *m_open;
    QAction *m_keep;
    QWidget *m_head = nullptr;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    QCheckBox *m_all = nullptr;
    ElidedLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    NumbersView *m_table = nullptr;
    DifferenceTableModel *m_model = nullptr;
};

} // namespace quantloupe
