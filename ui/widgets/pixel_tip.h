// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_text.h"

#include <QWidget>

namespace quantloupe {

/// The values of the pixel under the cursor in every picture, beside the cursor. Lets all input
/// through to the widget it lies on.
class PixelTip : public QWidget
{
    Q_OBJECT

public:
    /// Pixels can be pointed at from this scale on.
    static constexpr double kFromScale = 8;

    explicit PixelTip(QWidget *parent);
    /// `at` in the parent's coordinates; the tip keeps off the cursor and inside the parent. Pairs
    /// and names as in pixelLines(); hidden where that gives none.
    void showValues(QPoint at, QPoint pixel, const QList<const SamplePair *> &pairs,
                    const QStringList &names);
    const QList<PixelLine> &lines() const { return m_lines; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void createWidgets();
    QFont valueFont() const;
    QSize fittingSize() const;
    void moveBeside(QPoint at);

    QString m_title;
    QList<PixelLine> m_lines;
};

} // namespace quantloupe
