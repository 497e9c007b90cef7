// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_layout.h"
#include "widgets/picture_cache.h"
#include "widgets/picture_region.h"
#include "widgets/place_order.h"
#include "widgets/shown_pictures.h"
#include "widgets/staleness.h"

#include <QAbstractScrollArea>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

class QHelpEvent;

namespace quantloupe {

class ComparePainter;
class PixelTip;

/// The pictures of CompareView: layout, zoom, pan and selection; scrolls where they do not fit.
class CompareGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit CompareGrid(QWidget *parent = nullptr);
    void setCount(int count);
    /// Names from the present configuration on; pairs of the others are forgotten.
    void setConfigurations(const QStringList &names);
    /// As many names as before.
    void rename(const QStringList &names);
    void setPair(int position, const SamplePair &pair, int configuration = 0);
    const SamplePair *pair(int position, int configuration = 0) const
    {
        return m_cache.pair(position, configuration);
    }
    /// Pairs move with their marks: the one at position i comes from `from[i]`, -1 is none.
    void rearrange(const std::vector<int> &from);
    /// The first `count` latents are marked and stay in front.
    void setPinnedCount(int count);
    /// Of the latents that are not pinned; absent where latents have none.
    void setSeed(std::optional<std::uint64_t> seed);
    /// What the latent is called; empty where there is none yet.
    QString sampleName(int position) const;
    /// Sorts by distance to float now; in order if not.
    void sort(bool worstFirst);
    int placeOf(int position) const { return m_order.placeOf(position); }
    int positionAt(int place) const { return m_order.positionAt(place); }
    /// The float picture in place of every quantized one.
    void setShowsFloat(bool shows);
    /// Pairs set from now on are fresh; the others are dimmed while setDimmed(true).
    void markStale(Staleness staleness);
    void setDimmed(bool dimmed);
    bool dims() const { return m_dimmed; }
    Staleness dimmed(int position) const { return m_dimmed ? m_stale[position] : Staleness::None; }
    void setDifference(DifferenceKind kind, double gain);

    double zoom() const { return m_region.scale; }
    /// `anchor` in viewport coordinates.
    void setZoom(double zoom, QPointF anchor);
    void fit();
    /// What the user asked for; more of the picture is shown where it fits at a larger scale.
    const PictureZoom &wantedZoom() const { return m_wanted; }
    void setWantedZoom(const PictureZoom &zoom);
    int current() const { return m_current; }
    void setCurrent(int position);
    /// The shown part of the pictures and their places, in viewport coordinates.
    const PictureRegion &region() const { return m_region; }
    QRectF tileRect(int position, PictureRow row) const;
    ShownPictures shownPictures();
    /// False while pictures of the last paint were left to the next one, to keep the window quick.
    bool lastPaintWasComplete() const { return m_paintedAll; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);
    /// To another part of the pictures.
    void panned();
    void currentChanged(int position);
    /// One pair is to be shown large.
    void enlargeRequested();
    /// The pixel under the cursor where pixels are large enough to point at, else empty.
    void readoutChanged(const QString &text);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct PaintBudget;

    void createWidgets();
    void createLayout();

    void relayout();
    CompareSpace space() const;
    QSize pictureSize() const;
    void setRegion(const PictureRegion &region);
    void zoomTo(double scale, QPoint inTile);
    void panBy(QPoint device);
    bool canPan() const;
    void updateCell(int position);
    QRect cellOf(int position) const { return m_layout.cell(placeOf(position)); }
    std::optional<TileHit> hitAt(QPoint content) const;
    void paintLater(int position);
    /// The present tile, or the former one when the time of this paint is used up.
    QImage tileWithin(PaintBudget &budget, int position, PictureRow row);
    void paintCell(QPainter &painter, const ComparePainter &parts, int position,
                   PaintBudget &budget);
    void paintRow(QPainter &painter, const ComparePainter &parts, int position, PictureRow row,
                  PaintBudget &budget);
    void paintHover(QPainter &painter, const ComparePainter &parts, int place) const;
    bool moveByKey(int key);
    /// Captions of narrow columns are short.
    void explainAt(const QHelpEvent &event) const;
    bool zoomByKey(int key);
    /// Moves the pictures or, where pixels are large enough to be read, from one to the next of
    /// the current latent.
    bool lookByKey(int key);
    void readNext(QPoint direction);
    void updateCursor(bool overTile);
    void updateReadout(QPointF at);
    /// After the pictures under a resting cursor changed.
    void refreshReadout();
    void setHover(std::optional<TileHit> hover, QPointF at);
    void describeCurrent();
    void ensureVisible(int position);

    int scrolled() const;
    QPoint toContent(QPointF inViewport) const;
    QRectF toViewport(QRect content) const;

    PictureCache m_cache;
    PlaceOrder m_order;
    QStringList m_names{QString()};
    int m_pinned = 0;
    std::optional<std::uint64_t> m_seed;
    bool m_showsFloat = false;
    CompareLayout m_layout;
    PictureRegion m_region;
    PictureZoom m_wanted;
    int m_current = -1;
    std::vector<Staleness> m_stale;
    bool m_dimmed = false;
    bool m_paintedAll = true;
    std::optional<QPointF> m_panFrom;
    std::optional<QPointF> m_pointer;
    /// The latent and the pixel under the cursor, while pixels can be pointed at.
    std::optional<std::pair<int, QPoint>> m_hover;
    PixelTip *m_tip = nullptr;
    int m_wheelRest = 0;
};

} // namespace quantloupe
