// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace quantloupe {

/// A tool button of text alone that may become narrower than its text, which then ends in "…".
class ElidedToolButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ElidedToolButton(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace quantloupe
