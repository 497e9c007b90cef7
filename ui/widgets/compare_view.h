// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QTimer>
#include <QWidget>

namespace quantloupe {

class CompareFooter;
class CompareGrid;
class ProgressLine;

/// Float, quantized and difference pictures of the same latents, with one zoom and pan for all.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kStaleMilliseconds = 200;

    explicit CompareView(QWidget *parent = nullptr);
    /// How many latents are shown. Pairs that stay keep their pictures.
    void setCount(int count);
    int count() const { return m_count; }
    /// The pair at a position 0..count-1; it is fresh until the next setStale(true).
    void setPair(int position, const SamplePair &pair);
    /// The pair that was set, or null.
    const SamplePair *pair(int position) const;
    /// Back to no pictures at all.
    void clear();

    void setBusy(bool busy);
    /// 0..1; negative when unknown.
    void setProgress(double fraction);
    /// The pictures belong to an older configuration; they dim unless new ones come at once.
    void setStale(bool stale);
    void setDifference(DifferenceKind kind, double gain);
    DifferenceKind differenceKind() const { return m_kind; }
    double gain() const { return m_gain; }

    /// Screen pixels for a pixel of the picture; whole from 1 on.
    double zoom() const;
    /// Keeps the point of the picture under `anchor` (in this widget) in place.
    void setZoom(double zoom, QPointF anchor);
    void fit();
    int current() const;
    void setCurrent(int position);
    void selectNext();
    void selectPrevious();
    CompareGrid *grid() const { return m_grid; }

Q_SIGNALS:
    void zoomChanged(double zoom);
    /// -1 when there is none.
    void currentChanged(int position);
    void gainChanged(double gain);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    CompareGrid *m_grid = nullptr;
    CompareFooter *m_footer = nullptr;
    ProgressLine *m_progress = nullptr;
    QTimer m_staleTimer{this};
    int m_count = 0;
    DifferenceKind m_kind = DifferenceKind::SignedLuminance;
    double m_gain = 4;
};

} // namespace quantloupe
