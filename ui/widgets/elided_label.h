// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>

namespace quantloupe {

/// One line of plain text; where it is too long a shorter wording stands for it, and if there is
/// none that fits, the shortest ends in an ellipsis. The whole text is then the tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;
    void setText(const QString &text) { setTexts({text}); }
    /// The same in fewer and fewer words; text() is the first.
    void setTexts(const QStringList &wordings);
    /// As it is seen.
    QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QStringList m_shorter;
};

} // namespace quantloupe
