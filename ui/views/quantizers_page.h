// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/quantizer_controller.h"
#include "widgets/file_content.h"

#include <QJsonArray>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class LevelsPlot;
class ProgressLine;
class QuantizersTable;
class StatePage;

/// What each quantizer makes of the weight of the selected layer: a table, and the levels of some
/// of them under the weights.
class QuantizersPage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state; not owned.
    QuantizersPage(QuantDocument *document, QuantizerController *controller, QAction *open,
                   QWidget *parent = nullptr);
    QuantizersTable *table() const { return m_table; }
    /// Bit-widths that are tried besides that of the layer.
    QJsonArray triedBits() const;
    /// Changes nothing for bits that the list does not offer.
    void tryBits(const QJsonArray &bits);

Q_SIGNALS:
    void exported(const QString &path, const quantloupe::FileContent &content);
    /// Whether the page itself shows how far the comparison is.
    void progressSeen(bool seen);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createHead();
    void createLayout();
    void connectSignals();
    void connectController();

    void startAnew();
    void showKnown();
    void showState();
    void showProgress();
    void showLevels();
    void showFailure(const QString &sentence, const QString &details);
    /// Says what there is instead of the content; false where that can be shown.
    bool showGap();
    /// In fewer and fewer words.
    QStringList summary() const;
    QString progressText() const;
    void chooseDrawn(int item);

    QuantDocument *m_document;
    QuantizerController *m_controller;
    QAction *m_open;
    QAction *m_resume = nullptr;
    QAction *m_retry = nullptr;
    QComboBox *m_bits = nullptr;
    ElidedLabel *m_summary = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_run = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    QSplitter *m_content = nullptr;
    QuantizersTable *m_table = nullptr;
    LevelsPlot *m_plot = nullptr;
    ElidedLabel *m_caption = nullptr;
    ProgressLine *m_progress = nullptr;
    /// By row of the plot.
    std::vector<WeightSpec> m_drawn;
    bool m_hasFailed = false;
};

} // namespace quantloupe
