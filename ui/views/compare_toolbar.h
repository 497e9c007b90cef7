// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/compare_actions.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSpacerItem;
class QSpinBox;
class QToolButton;

namespace quantloupe {

class ElidedLabel;

/// How pictures are compared, which latents are, and the mean distance to float.
class CompareToolbar : public QWidget
{
    Q_OBJECT

public:
    explicit CompareToolbar(QWidget *parent = nullptr);

    const CompareActions &actions() const { return m_actions; }
    void setSeed(quint64 seed);
    /// The same in fewer and fewer words; the first that there is room for is shown.
    void setSummary(const QStringList &wordings, const QString &explanation);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seedEntered(quint64 seed);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    QToolButton *createModeMenu();
    /// Where there is no room for a button for each mode, one with a menu stands for them.
    void fitModes();
    int widthOf(const QList<QWidget *> &controls) const;
    void addGap(QHBoxLayout *row);
    void createSeed();
    void createLayout();
    void connectSignals();

    CompareActions m_actions;
    QList<QWidget *> m_modeButtons;
    /// Of the layout.
    QList<QSpacerItem *> m_gaps;
    QToolButton *m_modeMenu = nullptr;
    QLabel *m_seedLabel = nullptr;
    QSpinBox *m_seed = nullptr;
    QToolButton *m_rerollButton = nullptr;
    QToolButton *m_pinButton = nullptr;
    QToolButton *m_keepButton = nullptr;
    /// What is always there, besides the summary.
    QList<QWidget *> m_latentControls;
    ElidedLabel *m_summary = nullptr;
};

} // namespace quantloupe
