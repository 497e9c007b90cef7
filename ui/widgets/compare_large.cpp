// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_large.h"

#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"
#include "widgets/theme.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr QSize kUnknownPicture(32, 32);

QStringList distancesOf(const SamplePair &pair)
{
    const QString distance = distanceText(pair);
    if (!pair.psnr)
        return {distance};
    return {CompareLarge::tr("distance to float: %1").arg(distance), distance,
            CompareLarge::tr("%1 dB").arg(psnrText(pair))};
}

} // namespace

CompareLarge::CompareLarge(QWidget *parent) : QWidget(parent)
{
    createWidgets();
}

void CompareLarge::createWidgets()
{
    setObjectName(QStringLiteral("compareLarge"));
    setAccessibleName(tr("Pictures of one latent"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_tip = new PixelTip(this);
    m_cache.resize(1);
}

void CompareLarge::setMode(CompareMode mode)
{
    m_mode = mode;
    forgetPointer();
    rebuild();
}

void CompareLarge::setChoice(const LargeChoice &choice)
{
    m_choice = choice;
    rebuild();
}

void CompareLarge::setPairs(const QList<const SamplePair *> &pairs, const QStringList &names,
                            const LatentTitle &title)
{
    m_names = names;
    m_title = title;
    m_pairs.clear();
    for (const SamplePair *pair : pairs)
        m_pairs.push_back(pair ? std::optional(*pair) : std::nullopt);
    rebuild();
    if (m_pointer)
        updateReadout(*m_pointer);
}

void CompareLarge::setDifference(DifferenceKind kind, double gain)
{
    m_cache.setDifference(kind, gain);
    update();
}

void CompareLarge::setDimmed(Staleness staleness)
{
    m_dimmed = staleness;
    update();
}

bool CompareLarge::isDimmed(PictureRow row) const
{
    if (m_choice.showsAll && m_mode == CompareMode::Pair)
        return isStale(row, m_dimmed);
    // Two chosen pictures are a pair of their own; picture 1 is the present configuration's.
    const bool isLeft = row == PictureRow::Float;
    const bool isRight = row == PictureRow::Quantized;
    const bool isOfPresent = (!isRight && m_choice.left == 1) || (!isLeft && m_choice.right == 1);
    return m_dimmed == Staleness::All || (m_dimmed == Staleness::Present && isOfPresent);
}

void CompareLarge::setShowsLeft(bool shows)
{
    m_showsLeft = shows;
    update();
}

const SamplePair *CompareLarge::pairOf(int configuration) const
{
    const bool known = configuration >= 0 && configuration < int(m_pairs.size());
    return known && m_pairs[configuration] ? &*m_pairs[configuration] : nullptr;
}

const Image *CompareLarge::imageOf(int picture) const
{
    const SamplePair *pair = pairOf(std::max(0, picture - 1));
    if (!pair)
        return nullptr;
    return picture == 0 ? &pair->reference : &pair->quantized;
}

QString CompareLarge::nameOf(int picture) const
{
    if (picture == 0)
        return tr("Float");
    return m_names.size() < 2 ? tr("Quantized") : m_names.value(picture - 1);
}

CompareLarge::Tile CompareLarge::tileOf(PictureRow row, int picture) const
{
    const SamplePair *pair = picture == 0 ? nullptr : pairOf(picture - 1);
    return pair ? Tile{row, nameOf(picture), distancesOf(*pair), distanceLines(*pair)}
                : Tile{row, nameOf(picture), {}, {}};
}

const SamplePair *CompareLarge::differencePair() const
{
    return m_choice.left == 0 && m_choice.right > 0 ? pairOf(m_choice.right - 1) : nullptr;
}

CompareLarge::Tile CompareLarge::differenceTile() const
{
    const QString names = tr("%1 minus %2").arg(nameOf(m_choice.right), nameOf(m_choice.left));
    const SamplePair *pair = differencePair();
    return pair ? Tile{PictureRow::Difference, names, distancesOf(*pair), distanceLines(*pair)}
                : Tile{PictureRow::Difference, names, {}, {}};
}

QString CompareLarge::Tile::caption() const
{
    return distances.isEmpty() ? name : tr("%1, %2").arg(name, distances.constFirst());
}

/// Two chosen pictures are kept as a pair of their own.
void CompareLarge::fillCache()
{
    m_cache.resize(0);
    m_cache.resize(1);
    if (m_choice.showsAll && m_mode == CompareMode::Pair) {
        m_cache.setConfigurations(int(m_pairs.size()));
        for (int configuration = 0; configuration < int(m_pairs.size()); ++configuration)
            if (const SamplePair *pair = pairOf(configuration))
                m_cache.set(0, *pair, configuration);
        return;
    }
    m_cache.setConfigurations(1);
    const Image *left = imageOf(m_choice.left);
    const Image *right = imageOf(m_choice.right);
    SamplePair chosen;
    chosen.reference = left ? *left : Image();
    chosen.quantized = right ? *right : Image();
    if (left)
        m_cache.set(0, chosen);
}

void CompareLarge::fillTiles()
{
    m_tiles.clear();
    if (m_mode == CompareMode::Difference) {
        m_tiles.push_back(differenceTile());
    } else if (m_mode == CompareMode::Wipe) {
        m_tiles.push_back(tileOf(PictureRow::Quantized, m_choice.right));
    } else if (m_choice.showsAll) {
        m_tiles.push_back(tileOf(PictureRow::Float, 0));
        if (m_pairs.size() > 1)
            m_tiles.back().distances = {tr("others: distance to float"), tr("others: to float")};
        for (int i = 0; i < int(m_pairs.size()); ++i)
            m_tiles.push_back(tileOf(quantizedRow(i), i + 1));
    } else {
        m_tiles.push_back(tileOf(PictureRow::Float, m_choice.left));
        m_tiles.push_back(tileOf(PictureRow::Quantized, m_choice.right));
    }
}

void CompareLarge::rebuild()
{
    fillCache();
    fillTiles();
    describe();
    relayout();
}

void CompareLarge::describe()
{
    QStringList captions;
    for (const Tile &tile : m_tiles)
        captions.append(tile.caption());
    if (!m_title.sample.isEmpty())
        captions.append(tr("Sample %1").arg(m_title.sample));
    setAccessibleDescription(captions.join(u'\n'));
}

void CompareLarge::relayout()
{
    const double ratio = devicePixelRatioF();
    const auto device = [ratio](int length) { return int(std::ceil(length * ratio)); };
    LargeSpace space;
    space.viewport = {int(width() * ratio), int(height() * ratio)};
    space.tiles = tileCount();
    space.picture = pictureSize();
    space.captionHeight =
        device(fontMetrics().height() + QFontMetrics(smallFont(font())).height() + kSpacingTight);
    space.gap = device(kSpacing);
    space.margin = device(kSpacing);
    m_layout = LargeLayout(space);
    setWantedZoom(m_wanted);
}

QSize CompareLarge::pictureSize() const
{
    return m_cache.pictureSize().isEmpty() ? kUnknownPicture : m_cache.pictureSize();
}

void CompareLarge::setRegion(const PictureRegion &region)
{
    const double before = m_region.scale;
    m_region = bounded(region, pictureSize(), m_layout.tileSize());
    m_cache.setRegion(m_region, m_layout.tileSize());
    update();
    if (m_region.scale != before)
        Q_EMIT zoomChanged(m_region.scale);
}

bool CompareLarge::canPan() const
{
    return m_region.scale > m_layout.fitScale();
}

void CompareLarge::fit()
{
    setWantedZoom({});
}

void CompareLarge::setWantedZoom(const PictureZoom &zoom)
{
    m_wanted = zoom;
    setRegion(regionOf(m_wanted, m_layout.fitScale(), pictureSize(), m_layout.tileSize()));
}

void CompareLarge::setZoom(double zoom, QPointF anchor)
{
    const QPoint at = toDevice(anchor);
    const auto index = m_layout.tileAt(at);
    const QSize tile = m_layout.tileSize();
    zoomTo(allowedScale(zoom, m_layout.fitScale()),
           index ? at - m_layout.tile(*index).topLeft()
                 : QPoint(tile.width() / 2, tile.height() / 2));
}

void CompareLarge::zoomTo(double scale, QPoint inTile)
{
    if (scale <= m_layout.fitScale()) {
        fit();
        return;
    }
    setRegion(zoomed(m_region, scale, QPointF(inTile) + QPointF(0.5, 0.5)));
    m_wanted = zoomOf(m_region, pictureSize(), m_layout.tileSize());
}

void CompareLarge::panBy(QPoint device)
{
    setRegion({m_region.scale, m_region.offset - device});
    m_wanted = zoomOf(m_region, pictureSize(), m_layout.tileSize());
    Q_EMIT panned();
}

QPoint CompareLarge::toDevice(QPointF at) const
{
    const QPointF device = at * devicePixelRatioF();
    return {int(std::floor(device.x())), int(std::floor(device.y()))};
}

QRectF CompareLarge::tileRect(int index) const
{
    const double ratio = devicePixelRatioF();
    const QRect tile = m_layout.tile(index);
    return {tile.x() / ratio, tile.y() / ratio, tile.width() / ratio, tile.height() / ratio};
}

} // namespace quantloupe
