// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace quantloupe {

/// Small facts at the right of the status bar: how quick the last edit was, what it cost.
class StatusFields : public QWidget
{
    Q_OBJECT

public:
    explicit StatusFields(QWidget *parent = nullptr);

    void setTiming(const QString &text);
    void setCache(int stepsRun, int stepsSkipped);
    void setEngine(int threads, const QString &kernels);
    void clear();

private:
    void createWidgets();
    void createLayout();
    QLabel *makeField(const char *objectName, const QString &accessibleName);

    QLabel *m_timing = nullptr;
    QLabel *m_cache = nullptr;
    QLabel *m_engine = nullptr;
};

} // namespace quantloupe
