// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/kept_preview.h"
#include "models/path_place.h"
#include "models/picture_part.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace quantloupe {

struct CompareActions;
class CompareToolbar;
class CompareView;
class KeptBar;
class PathBar;
class PathPreview;
class MessageBanner;
class ProgressBanner;
class StatePage;

/// What the page shows; not owned.
struct CompareSources
{
    QuantDocument *document = nullptr;
    CompareSet *set = nullptr;
    PreviewController *preview = nullptr;
    KeptPreview *kept = nullptr;
    PathPreview *path = nullptr;
};

/// The pictures: what to do without a generator, opening one, comparing. Shows what the preview
/// tells; asks the document for other latents.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state.
    ComparePage(const CompareSources &sources, QAction *open, QWidget *parent = nullptr);

    /// What stands around the pictures and tells no more than they and their captions do.
    QList<QWidget *> chrome() const;
    CompareView *view() const { return m_view; }
    const CompareActions &compareActions() const;
    /// Where the interpolated latent lies that is shown; absent without one.
    const std::optional<PathPlace> &pathPlace() const { return m_place; }
    /// Interpolates there, where the generator takes latents.
    void showPath(const PathPlace &place);
    /// These three are seen while no generator is open.
    void showEmpty();
    /// `remedy` may be null: what to do about it, before opening another one.
    void showOpenFailure(const QString &headline, const QString &sentence, const QString &details,
                         QAction *remedy);
    void showOpenCancelled(const QString &fileName);
    /// Above the pictures where a generator is open already; until endOpening().
    void showOpening(const QString &fileName);
    /// The sample that is read; absent while none is shown.
    std::optional<SampleRef> currentSample() const;
    /// As soon as it is shown, in this generator.
    void chooseSample(const SampleRef &sample);
    /// 0..1.
    void setOpeningProgress(double fraction);
    void endOpening();

Q_SIGNALS:
    /// Opening is not wanted any more.
    void cancelRequested();
    /// What was cancelled is wanted after all.
    void openAgainRequested();
    /// Which layers harm it?
    void partChosen(const quantloupe::PicturePart &part);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void connectPreview();
    void connectToolbar();
    void connectActions();
    void connectModes();
    void connectKept();
    void connectPath();

    void showGenerator();
    void showStarted();
    void showStage(const PreviewStage &stage);
    void showFailure(const QString &sentence, const QString &details);
    void showCancelled();
    void showSamples();
    void showWantedSample(const std::vector<SampleRef> &samples);
    void showPin();
    void tellPart(int position, QRect pixels);
    void togglePin();
    void keepPresent();
    /// `at` in the pictures' coordinates.
    void popUpMenu(QPoint at);
    void showKept();
    void showKeptPair(int id, int position, const SamplePair &pair);
    std::vector<SampleRef> pathOfLatents() const;
    void startPath();
    void beginPath(const std::vector<SampleRef> &path);
    void endPath();
    /// Tells the path which of the kept ones are looked at.
    void chooseKeptOnPath();
    void showBetween(const std::map<int, SamplePair> &drawn, const PathPlace &place);
    QStringList configurationNames() const;
    int configurationOf(int keptId) const;

    QuantDocument *m_document;
    CompareSet *m_set;
    PreviewController *m_preview;
    KeptPreview *m_kept;
    PathPreview *m_path;
    QAction *m_open;
    QAction *m_openAgain = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_retryKept = nullptr;
    /// Holds the toolbar and the kept ones.
    QWidget *m_bars = nullptr;
    CompareToolbar *m_toolbar = nullptr;
    KeptBar *m_keptBar = nullptr;
    PathBar *m_pathBar = nullptr;
    CompareView *m_view = nullptr;
    StatePage *m_state = nullptr;
    ProgressBanner *m_opening = nullptr;
    MessageBanner *m_banner = nullptr;
    QWidget *m_content = nullptr;
    QStackedWidget *m_stack = nullptr;
    /// chooseSample() waits for it.
    std::optional<SampleRef> m_wantedSample;
    /// Interpolating enlarged a pair, and no other way to look was chosen since.
    bool m_cameFromGrid = false;
    std::optional<PathPlace> m_place;
};

} // namespace quantloupe
