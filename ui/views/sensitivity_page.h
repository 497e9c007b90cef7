// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/sensitivity_controller.h"
#include "widgets/file_content.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class MessageBanner;
class ProgressLine;
class SensitivityForm;
class SensitivityPlots;
class StaleVeil;
class StatePage;

/// Which layer hurts, at which bit-width: what is measured, the answer in a sentence, and the map
/// it comes from.
class SensitivityPage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state; not owned.
    SensitivityPage(QuantDocument *document, SensitivityController *controller, QAction *open,
                    QWidget *parent = nullptr);
    ~SensitivityPage() override;
    /// Brings the page to the front and starts a sweep.
    QAction *findAction() const { return m_find; }
    /// Also in the context menus of the plots.
    QAction *copyCommandAction() const { return m_copyCommand; }
    /// Settings and form of the plots, for the session, and back.
    QJsonObject choice() const;
    void setChoice(const QJsonObject &choice);
    /// As SensitivityPlots::showCell.
    void showCell(const SamplePair &pair);
    /// Brings the page to the front and finds out which layers, returned to float, repair the part.
    void findWhatHarms(const PicturePart &part);

Q_SIGNALS:
    /// As SensitivityPlots::cellRead.
    void cellRead(const std::optional<quantloupe::QuantConfig> &config);
    /// The page should come to the front.
    void revealed();
    void exported(const QString &path, const quantloupe::FileContent &content);
    /// choice() is another.
    void choiceChanged();
    /// Whether the page itself shows how far the sweep is.
    void progressSeen(bool seen);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    void createWidgets();
    void createTexts();
    void createLayout();
    QWidget *createFormColumn();
    /// As wide as the form needs in its font; it scrolls upwards and downwards only.
    void fitFormColumn();
    QWidget *createResultColumn();
    void connectSignals();
    void connectController();

    void startOrCancel();
    void startAgain();
    void showKnown();
    void showState();
    void showHead();
    void showProgress();
    void showFailure(const QString &sentence, const QString &details);
    /// Says what there is instead of the content; false where that can be shown.
    bool showGap();
    bool showsContent() const;
    QString invitation() const;
    QString progressText() const;
    /// In fewer and fewer words.
    QStringList summary() const;
    /// In fewer and fewer words.
    QStringList noteTexts() const;

    QuantDocument *m_document;
    SensitivityController *m_controller;
    QAction *m_open;
    QAction *m_find = nullptr;
    QAction *m_copyCommand = nullptr;
    /// In states without content, and in the banner.
    QAction *m_start = nullptr;
    SensitivityForm *m_form = nullptr;
    QScrollArea *m_formScroll = nullptr;
    QPushButton *m_run = nullptr;
    MessageBanner *m_banner = nullptr;
    ElidedLabel *m_answer = nullptr;
    ElidedLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    SensitivityPlots *m_plots = nullptr;
    StaleVeil *m_veil = nullptr;
    ElidedLabel *m_note = nullptr;
    ProgressLine *m_progress = nullptr;
    /// What the last failure said.
    QString m_failure;
    QString m_failureDetails;
    bool m_isFailureNew = false;
    /// Another question is to be asked when the sweep that is cancelled has ended.
    bool m_startsAgain = false;
};

} // namespace quantloupe
