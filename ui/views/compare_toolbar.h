// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <QWidget>

class QAction;
class QComboBox;
class QSpinBox;
class QToolButton;

namespace quantloupe {

class ElidedLabel;

/// Which latents are compared, and how their difference is drawn; the mean distance to float.
class CompareToolbar : public QWidget
{
    Q_OBJECT

public:
    explicit CompareToolbar(QWidget *parent = nullptr);

    QAction *rerollAction() const { return m_reroll; }
    QAction *fitAction() const { return m_fit; }
    QAction *previousAction() const { return m_previous; }
    QAction *nextAction() const { return m_next; }
    DifferenceKind differenceKind() const;
    void setSeed(quint64 seed);
    void setSummary(const QString &text, const QString &explanation);

Q_SIGNALS:
    void seedEntered(quint64 seed);
    void differenceKindChanged(quantloupe::DifferenceKind kind);

private:
    void createWidgets();
    void createSeed();
    void createDifference();
    void createViewActions();
    void createLayout();
    void connectSignals();

    QAction *m_reroll = nullptr;
    QAction *m_fit = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QSpinBox *m_seed = nullptr;
    QToolButton *m_rerollButton = nullptr;
    QToolButton *m_fitButton = nullptr;
    QComboBox *m_difference = nullptr;
    ElidedLabel *m_summary = nullptr;
};

} // namespace quantloupe
