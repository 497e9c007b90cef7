// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>
#include <QString>

class QPainter;

namespace quantloupe {

/// A padlock at the right end of `space`; returns what is left of it.
QRect paintLock(QPainter &painter, const QRect &space, const QColor &color);
/// Two links of a chain and the tie's name at the right end of `space`, in the painter's font;
/// returns what is left of it.
QRect paintTie(QPainter &painter, const QRect &space, const QString &name, const QColor &color);
/// A plus in a circle at the right end of `space`; returns what is left of it.
QRect paintCorrection(QPainter &painter, const QRect &space, const QColor &color);
/// Room a pin takes beside its text, in widths of a digit.
inline constexpr double kPinDigits = 2;
/// The pin of a latent, left of a text in the painter's font that is `textWidth` wide around
/// `centre`.
void paintPin(QPainter &painter, QPointF centre, int textWidth, const QColor &color);

} // namespace quantloupe
