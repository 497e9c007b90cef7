// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/kept_preview.h"
#include "widgets/compare_large.h"

#include <QWidget>

class QComboBox;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace quantloupe {

/// The compared configurations with their mean distance to float: loads, renames and removes kept
/// ones, and chooses which pictures the large view shows. Hidden while nothing is kept.
class KeptBar : public QWidget
{
    Q_OBJECT

public:
    KeptBar(CompareSet *set, KeptPreview *preview, QWidget *parent = nullptr);

    void setPresent(const MeanQuality &mean, int samples);
    /// The choice is offered for the large view only.
    void setMode(CompareMode mode);
    /// It tells less rather than taking room from the docks.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void choiceChanged(const quantloupe::LargeChoice &choice);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    /// How much a chip tells: less where there is no room.
    enum class Detail { Means, Psnr, Name };

    void rebuild();
    void refresh();
    void showDetail(Detail detail, int characters);
    QString shortName(const QString &name, int characters) const;
    int neededWidth() const;
    void refreshChoice();
    void forgetChoice();
    QToolButton *createChip(const KeptConfiguration &kept);
    void askForName(int id);
    LargeChoice choice() const;

    CompareSet *m_set;
    KeptPreview *m_preview;
    QHBoxLayout *m_chipRow = nullptr;
    QLabel *m_present = nullptr;
    QList<QToolButton *> m_chips;
    QWidget *m_chooser = nullptr;
    QComboBox *m_left = nullptr;
    QComboBox *m_right = nullptr;
    QCheckBox *m_all = nullptr;
    CompareMode m_mode = CompareMode::Grid;
    MeanQuality m_mean;
    int m_samples = 0;
};

/// "27.9 dB   SSIM 0.931"; the reason where there is no value.
QString meanText(const MeanQuality &mean);

} // namespace quantloupe
