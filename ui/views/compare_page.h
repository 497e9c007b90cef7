// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/preview_controller.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace quantloupe {

class CompareToolbar;
class CompareView;
class MessageBanner;
class StatePage;

/// The pictures: what to do without a generator, opening one, comparing. Shows what the preview
/// tells; asks the document for other latents.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state.
    ComparePage(QuantDocument *document, PreviewController *preview, QAction *open,
                QWidget *parent = nullptr);

    CompareToolbar *toolbar() const { return m_toolbar; }
    CompareView *view() const { return m_view; }
    /// These three are seen while no generator is open.
    void showEmpty();
    void showOpening(const QString &fileName, double fraction);
    void showOpenFailure(const QString &sentence, const QString &details);

Q_SIGNALS:
    void cancelRequested();

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void connectPreview();
    void connectToolbar();

    void showGenerator();
    void showStarted();
    void showStage(const PreviewStage &stage);
    void showFailure(const QString &sentence, const QString &details);
    void showCancelled();

    QuantDocument *m_document;
    PreviewController *m_preview;
    QAction *m_open;
    QAction *m_retry = nullptr;
    CompareToolbar *m_toolbar = nullptr;
    CompareView *m_view = nullptr;
    StatePage *m_state = nullptr;
    MessageBanner *m_banner = nullptr;
    QWidget *m_content = nullptr;
    QStackedWidget *m_stack = nullptr;
};

/// "PSNR 27.9 dB   SSIM 0.931   64 samples"; says why where there is no value.
QString summaryText(const PreviewStage &stage);

} // namespace quantloupe
