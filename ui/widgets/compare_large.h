// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_layout.h"
#include "widgets/large_layout.h"
#include "widgets/picture_cache.h"
#include "widgets/picture_region.h"
#include "widgets/shown_pictures.h"
#include "widgets/staleness.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace quantloupe {

class ComparePainter;
class PixelTip;

enum class CompareMode { Grid, Pair, Wipe, Difference };

/// Which pictures of a latent the large view shows: 0 is float, i + 1 configuration i.
struct LargeChoice
{
    int left = 0;
    int right = 1;
    /// A pair becomes all pictures there are.
    bool showsAll = false;
    bool operator==(const LargeChoice &) const = default;
};

/// What a latent is called.
struct LatentTitle
{
    /// "2", or "2 of seed 7"; empty for a latent between two.
    QString sample;
    bool isPinned = false;
};

/// One latent of CompareView as large as it fits: two pictures side by side, one over the other
/// with a divider between them, or their difference. One zoom and pan for all of them.
class CompareLarge : public QWidget
{
    Q_OBJECT

public:
    explicit CompareLarge(QWidget *parent = nullptr);

    /// Any but Grid.
    void setMode(CompareMode mode);
    void setChoice(const LargeChoice &choice);
    const LargeChoice &choice() const { return m_choice; }
    /// By configuration, the present one first; null where there is none yet. Copied.
    void setPairs(const QList<const SamplePair *> &pairs, const QStringList &names,
                  const LatentTitle &title = {});
    void setDifference(DifferenceKind kind, double gain);
    void setDimmed(Staleness staleness);
    /// The left picture in place of the right one.
    void setShowsLeft(bool shows);

    double zoom() const { return m_region.scale; }
    void setZoom(double zoom, QPointF anchor);
    void fit();
    /// What the user asked for; more of the picture is shown where it fits at a larger scale.
    const PictureZoom &wantedZoom() const { return m_wanted; }
    void setWantedZoom(const PictureZoom &zoom);
    /// Share of the picture left of the divider.
    double divider() const { return m_divider; }
    /// In this widget's coordinates.
    QRectF tileRect(int index) const;
    int tileCount() const { return int(m_tiles.size()); }
    const PictureRegion &region() const { return m_region; }
    ShownPictures shownPictures();

Q_SIGNALS:
    void zoomChanged(double zoom);
    /// To another part of the pictures.
    void panned();
    void readoutChanged(const QString &text);
    /// Back to the grid.
    void closeRequested();
    /// To the next (1) or previous (-1) latent.
    void stepRequested(int by);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
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
    struct Tile
    {
        PictureRow row = PictureRow::Float;
        QString name;
        /// To float, in fewer and fewer words; empty for float itself.
        QStringList distances;
        /// The same in lines, below a picture that leaves the window.
        QString distanceLines;
        bool isPinned = false;

        QString caption() const;
    };

    void createWidgets();
    void rebuild();
    void fillCache();
    void fillTiles();
    Tile tileOf(PictureRow row, int picture) const;
    /// Of what a row shows by the present choice.
    bool isDimmed(PictureRow row) const;
    Tile differenceTile() const;
    /// The pair whose difference to float is shown, or null.
    const SamplePair *differencePair() const;
    QString nameOf(int picture) const;
    void wipe(ShownPictures &shown);
    const SamplePair *pairOf(int configuration) const;
    const Image *imageOf(int picture) const;
    void describe();

    void relayout();
    QSize pictureSize() const;
    void setRegion(const PictureRegion &region);
    void zoomTo(double scale, QPoint inTile);
    void panBy(QPoint device);
    bool canPan() const;
    bool zoomByKey(int key);
    /// Moves the pictures or, where pixels are large enough to be read, from one to the next.
    bool lookByKey(int key);
    void readNext(QPoint direction);
    bool moveByKey(const QKeyEvent &event);
    void setDivider(double share);
    int dividerX() const;
    bool isOnDivider(QPoint at) const;
    void updateCursor(QPoint at);
    void updateReadout(QPointF at);
    void forgetPointer();
    QPoint toDevice(QPointF at) const;

    void paintTile(QPainter &painter, const ComparePainter &parts, int index);
    /// What is seen there now, with the sample's name before that of the first.
    Tile shownTile(int index) const;
    QString withSample(const QString &name) const;
    /// The pin at the left end of `place`; returns what is left of it.
    QRectF paintLatentPin(QPainter &painter, QRectF place) const;
    void paintCaption(QPainter &painter, QRectF place, Qt::Alignment side, const Tile &tile) const;
    QRectF captionPlace(int index) const;
    void paintWipe(QPainter &painter, const ComparePainter &parts);
    void paintWipeCaptions(QPainter &painter) const;
    void paintHover(QPainter &painter, const ComparePainter &parts) const;

    CompareMode m_mode = CompareMode::Pair;
    LargeChoice m_choice;
    QStringList m_names;
    LatentTitle m_title;
    std::vector<std::optional<SamplePair>> m_pairs;
    PictureCache m_cache;
    std::vector<Tile> m_tiles;
    LargeLayout m_layout;
    PictureRegion m_region;
    PictureZoom m_wanted;
    Staleness m_dimmed = Staleness::None;
    bool m_showsLeft = false;
    double m_divider = 0.5;
    bool m_dragsDivider = false;
    std::optional<QPoint> m_panFrom;
    int m_wheelRest = 0;
    /// Where the cursor rests, and the pixel under it while pixels can be pointed at.
    std::optional<QPointF> m_pointer;
    std::optional<QPoint> m_hover;
    PixelTip *m_tip = nullptr;
};

} // namespace quantloupe
