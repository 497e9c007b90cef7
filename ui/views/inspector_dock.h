// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/inspector_controller.h"
#include "widgets/file_content.h"
#include "widgets/shown_pictures.h"

#include <QDockWidget>
#include <QTimer>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace quantloupe {

class InspectorPanel;
class ProgressLine;
class StaleVeil;
class StatePage;

/// The Inspector: what the settings of the selected layer do to it. Old content stays while new
/// content is computed, and is dimmed when that takes its time.
class InspectorDock : public QDockWidget
{
    Q_OBJECT

public:
    static constexpr int kStaleMilliseconds = 200;

    /// `open` is the button of the empty state; not owned.
    InspectorDock(QuantDocument *document, InspectorController *inspector, QAction *open,
                  QWidget *parent = nullptr);
    /// A file is on its way; said while no generator is open.
    void setOpening(bool isOpening);

Q_SIGNALS:
    void exported(const QString &path, const quantloupe::FileContent &content);
    void mapsCopied(const quantloupe::PictureSheet &sheet);
    void mapsSaved(const QString &path, const quantloupe::PictureSheet &sheet);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void connectInspector();

    /// No generator, no layer, or none inspected yet.
    void showWithoutContent();
    void showMapsOrigin();
    void showInspection(const LayerInspection &inspection);
    void showFailure(const QString &sentence, const QString &details);
    void showCancelled();
    void showStale();
    void showFresh();
    void placeProgress();

    QuantDocument *m_document;
    InspectorController *m_inspector;
    bool m_isOpening = false;
    QAction *m_open;
    QAction *m_retry = nullptr;
    StatePage *m_state = nullptr;
    InspectorPanel *m_panel = nullptr;
    QScrollArea *m_scroll = nullptr;
    QStackedWidget *m_stack = nullptr;
    ProgressLine *m_progress = nullptr;
    StaleVeil *m_veil = nullptr;
    QTimer m_staleTimer{this};
};

} // namespace quantloupe
