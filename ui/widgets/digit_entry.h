// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace quantloupe {

/// Turns typed digits into bit-widths 1..16. A '1' waits for a second digit that makes it 10..16.
class DigitEntry : public QObject
{
    Q_OBJECT

public:
    static constexpr int kWaitMilliseconds = 400;

    explicit DigitEntry(QObject *parent = nullptr);
    void type(int digit);
    /// Delivers a waiting 1 now.
    void flush();
    /// Forgets a waiting 1.
    void cancel();
    bool isWaiting() const { return m_wait.isActive(); }

Q_SIGNALS:
    void entered(int bits);

private:
    QTimer m_wait;
};

} // namespace quantloupe
