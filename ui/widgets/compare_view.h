// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"
#include "widgets/compare_large.h"
#include "widgets/staleness.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QStackedWidget;

namespace quantloupe {

class CompareFooter;
class CompareGrid;
class ProgressLine;
class RegionBrush;

/// Float, quantized and difference pictures of the same latents: all of them as a grid, or one
/// latent large. Positions count the latents as they were asked for, in whatever order they are
/// shown.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kStaleMilliseconds = 200;

    explicit CompareView(QWidget *parent = nullptr);
    /// How many latents are shown. Pairs that stay keep their pictures.
    void setCount(int count);
    int count() const { return m_count; }
    /// The pair at a position 0..count-1; it is fresh until the next setStale().
    void setPair(int position, const SamplePair &pair);
    /// Of another configuration than the present one; taken only where both are of one sample.
    void setPair(int position, int configuration, const SamplePair &pair);
    /// The pair that was set, or null.
    const SamplePair *pair(int position, int configuration = 0) const;
    /// Names of all configurations, the present one first. Pairs of the others are forgotten.
    void setConfigurations(const QStringList &names);
    void rename(const QStringList &names);
    const QStringList &configurations() const { return m_names; }
    /// The latents that are to be shown, the first `pinned` of them pinned. Pairs, and the current
    /// one, move with their sample.
    void setSamples(const std::vector<SampleRef> &samples, int pinned);
    /// Of the latents that are not pinned; pinned ones of another seed say theirs. Absent where
    /// latents have none.
    void setSeed(std::optional<std::uint64_t> seed);
    /// As setSamples() was told.
    const std::vector<SampleRef> &samples() const { return m_samples; }
    /// Back to no pictures at all.
    void clear();

    void setBusy(bool busy);
    /// 0..1; negative when unknown.
    void setProgress(double fraction);
    /// The pictures belong to an older configuration; they dim unless new ones come at once.
    void setStale(Staleness staleness);
    void setDifference(DifferenceKind kind, double gain);
    /// By a factor of two, within limits.
    void raiseGain();
    void lowerGain();
    DifferenceKind differenceKind() const { return m_kind; }
    double gain() const { return m_gain; }

    /// Screen pixels for a pixel of the picture; whole, or the reciprocal of a whole number.
    double zoom() const;
    /// Keeps the point of the picture under `anchor` (in this widget) in place.
    void setZoom(double zoom, QPointF anchor);
    void fit();
    /// What is zoomed in the grid is so, at the same place, in the large modes, and in one of these
    /// in the others; the grid comes back as it was left.
    const PictureZoom &wantedZoom() const;
    void setWantedZoom(const PictureZoom &zoom);
    int current() const;
    void setCurrent(int position);
    void selectNext();
    void selectPrevious();
    void setMode(CompareMode mode);
    CompareMode mode() const { return m_mode; }
    /// Which pictures the large view shows.
    void setChoice(const LargeChoice &choice);
    const LargeChoice &choice() const;
    /// For as long as a key is held: float in place of every quantized picture.
    void setShowsFloat(bool shows);
    /// An interpolated latent by configuration, as far as it is drawn, in the large view instead of
    /// the current one until endBetween(). The first is that of the present configuration. `place`
    /// is the sentence that says where it lies, for pictures that leave the window.
    void showBetween(std::vector<std::optional<SamplePair>> pairs, const QString &place = {});
    void endBetween();
    /// Null where there is none.
    const SamplePair *between(int configuration = 0) const;
    /// There is a picture of a sample, not between two, of which a part can be chosen.
    bool canBrush() const;
    /// Has the user choose a part of the current picture, which brushed() tells.
    void startBrush();
    void endBrush();
    /// The largest distance to float first. Sorted once all pictures are there.
    void setWorstFirst(bool worstFirst);
    /// Whole, whatever part of them is in sight.
    ShownPictures shownPictures();
    /// Below the pictures.
    QWidget *footer() const;
    CompareGrid *grid() const { return m_grid; }
    CompareLarge *large() const { return m_large; }

Q_SIGNALS:
    void zoomChanged(double zoom);
    void panned();
    /// -1 when there is none.
    void currentChanged(int position);
    void gainChanged(double gain);
    void modeChanged(quantloupe::CompareMode mode);
    /// Pixels of the picture at this position.
    void brushed(int position, QRect pixels);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createBrushes();
    void createLayout();
    void connectSignals();
    std::vector<int> origins(const std::vector<SampleRef> &samples) const;
    void showLarge();
    void dimLarge();
    void showZoom(double changed);
    void step(int by);

    QStackedWidget *m_stack = nullptr;
    CompareGrid *m_grid = nullptr;
    CompareLarge *m_large = nullptr;
    RegionBrush *m_gridBrush = nullptr;
    RegionBrush *m_largeBrush = nullptr;
    CompareFooter *m_footer = nullptr;
    ProgressLine *m_progress = nullptr;
    QTimer m_staleTimer{this};
    int m_count = 0;
    DifferenceKind m_kind = DifferenceKind::SignedLuminance;
    double m_gain = 4;
    CompareMode m_mode = CompareMode::Grid;
    QStringList m_names{QString()};
    std::vector<SampleRef> m_samples;
    int m_pinned = 0;
    std::vector<std::optional<SamplePair>> m_between;
    QString m_place;
    Staleness m_betweenStaleness = Staleness::None;
    bool m_worstFirst = false;
};

} // namespace quantloupe
