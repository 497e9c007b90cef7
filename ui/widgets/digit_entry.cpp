// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/digit_entry.h"

namespace quantloupe {

DigitEntry::DigitEntry(QObject *parent) : QObject(parent)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, [this] { Q_EMIT entered(1); });
}

void DigitEntry::type(int digit)
{
    if (isWaiting() && digit <= 6) {
        m_wait.stop();
        Q_EMIT entered(10 + digit);
        return;
    }
    flush();
    if (digit == 1)
        m_wait.start();
    else if (digit > 1)
        Q_EMIT entered(digit);
}

void DigitEntry::flush()
{
    if (!isWaiting())
        return;
    m_wait.stop();
    Q_EMIT entered(1);
}

void DigitEntry::cancel()
{
    m_wait.stop();
}

} // namespace quantloupe
