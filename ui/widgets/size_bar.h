// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace quantloupe {

struct SizeReport;

/// The size of the configured model as a bar (the outline is the float model, the coloured part
/// what is left, in the colour of the average bits) under its numbers.
class SizeBar : public QWidget
{
    Q_OBJECT

public:
    explicit SizeBar(QWidget *parent = nullptr);
    void setSize(const SizeReport &size);
    /// The longest text that fits `width`.
    QString textFor(int width) const;
    /// The outline, in this widget.
    QRect barRect() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createWidgets();
    QFont textFont() const;
    void setNumbers(const SizeReport &size);

    /// Bytes now / float bytes, 0..1.
    double m_share = 0;
    double m_averageBits = 0;
    bool m_hasModel = false;
    /// The same facts, longest first.
    QStringList m_texts;
};

} // namespace quantloupe
