// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QImage>

class QLabel;

namespace quantloupe {

/// A small float picture and its quantized one, over the widget that they belong to. Takes neither
/// mouse nor keys.
class PairPopup : public QFrame
{
    Q_OBJECT

public:
    explicit PairPopup(QWidget *parent);
    /// Side by side, scaled to `side` logical pixels at most: nearest neighbour where they grow.
    void setPictures(const QImage &reference, const QImage &quantized, int side);

private:
    QWidget *createColumn(QLabel *picture, const QString &caption);

    QLabel *m_reference = nullptr;
    QLabel *m_quantized = nullptr;
};

} // namespace quantloupe
