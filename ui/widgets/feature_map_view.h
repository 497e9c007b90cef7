// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QStringList>
#include <QWidget>

namespace quantloupe {

/// One channel as pictures of the same size.
struct FeatureMapRow
{
    QString label;
    QImage reference;
    QImage quantized;
    QImage difference;
    /// Both are the same to the bit; a sign of that stands in place of the difference, which would
    /// be a glaring white.
    bool isEqual = false;
};

/// Float, quantized and difference maps side by side, a row a channel, enlarged by one whole
/// factor with nearest neighbour. As high as its rows; the largest maps that MapLimits allows fit
/// into the smallest width.
class FeatureMapView : public QWidget
{
    Q_OBJECT

public:
    explicit FeatureMapView(QWidget *parent = nullptr);
    void setRows(const QList<FeatureMapRow> &rows);
    const QList<FeatureMapRow> &rows() const { return m_rows; }
    /// Of the columns.
    static QStringList titles();
    /// Where a picture is drawn: column 0 float, 1 quantized, 2 difference.
    QRect tileRect(int row, int column) const;
    int factor() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paintTitles(QPainter &painter) const;
    void paintDifference(QPainter &painter, int row) const;
    QSize mapSize() const;
    int factorFor(int width) const;
    int rowHeight(int width) const;
    int lineHeight() const;
    int headHeight() const;

    QList<FeatureMapRow> m_rows;
};

} // namespace quantloupe
