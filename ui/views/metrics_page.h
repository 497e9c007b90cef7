// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/metrics_controller.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace quantloupe {

class MessageBanner;
class MetricsForm;
class MetricsResult;
class StatePage;

/// How far the configuration is from float, and whether that is more than noise: the newest
/// measurement of it, beside what is measured next.
class MetricsPage : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        QuantDocument *document = nullptr;
        MetricsHistory *history = nullptr;
        MetricsController *controller = nullptr;
        /// The button of the state without a generator.
        QAction *open = nullptr;
        QAction *measure = nullptr;
        QAction *anew = nullptr;
    };

    explicit MetricsPage(const Parts &parts, QWidget *parent = nullptr);
    MetricsForm *form() const { return m_form; }
    /// The measurement whose numbers are shown; -1 for none.
    int shown() const { return m_shown; }
    /// Where Return starts a measurement.
    void focusStart();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Ending { None, Failed, Cancelled };

    void createWidgets();
    void createLayout();
    QWidget *createFormColumn();
    /// As wide as the form needs in its font; it scrolls upwards and downwards only.
    void fitFormColumn();
    QWidget *createResultColumn();
    void connectSignals();
    void connectController();

    /// The newest measurement of the present configuration, or the newest of all, marked stale.
    void showNewest();
    void showWithoutResult();
    void showPartial(const MetricsReport &report);
    void showProgress();
    void showEstimate();
    void takeEstimate();
    /// Samples that an interrupted measurement of what is measured next has.
    std::size_t resumable() const;
    QString keptText() const;
    /// Empty while it is not known what is kept.
    QString cancelledText() const;
    QString staleText() const;
    void showFailure(const QString &sentence, const QString &details);
    void showCancelled();
    QString progressText() const;
    QString stageText() const;
    bool hasFocusOutsideForm() const;
    QWidget *shownCancel() const;

    Parts m_parts;
    MetricsForm *m_form = nullptr;
    QScrollArea *m_formScroll = nullptr;
    QLabel *m_estimate = nullptr;
    QPushButton *m_start = nullptr;
    StatePage *m_state = nullptr;
    MessageBanner *m_banner = nullptr;
    MetricsResult *m_result = nullptr;
    QScrollArea *m_resultScroll = nullptr;
    QStackedWidget *m_stack = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_cancel = nullptr;
    int m_shown = -1;
    /// Samples in the numbers of the running measurement.
    std::size_t m_arrived = 0;
    /// How the last measurement ended without numbers; what is said of it stays.
    Ending m_ending = Ending::None;
};

} // namespace quantloupe
