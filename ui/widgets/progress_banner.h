// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QProgressBar;
class QPushButton;

namespace quantloupe {

class ElidedLabel;

/// Something that runs beside the content: what it is, how far it is, and Cancel. Comes into sight
/// when it takes longer than a blink; hidden while nothing runs.
class ProgressBanner : public QFrame
{
    Q_OBJECT

public:
    explicit ProgressBanner(QWidget *parent = nullptr);
    /// Of unknown length until setFraction() says more.
    void start(const QString &text);
    /// 0..1; nothing where nothing was started.
    void setFraction(double fraction);
    void stop();

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    ElidedLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QTimer m_delay;
};

} // namespace quantloupe
