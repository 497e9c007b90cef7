// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace quantloupe {

class ElidedLabel;

/// Below the pictures: what the difference shows, its gain, and the zoom or the pixel under the
/// cursor.
class CompareFooter : public QWidget
{
    Q_OBJECT

public:
    static constexpr double kSmallestGain = 1;
    static constexpr double kLargestGain = 64;

    explicit CompareFooter(QWidget *parent = nullptr);
    void setDifference(DifferenceKind kind, double gain);
    /// Only where a difference is seen there is something to set.
    void setShowsDifference(bool shows);
    /// Says that the latents are sorted by distance to float.
    void setWorstFirst(bool worstFirst);
    void setZoom(double zoom);
    /// Shown instead of the zoom until it is empty.
    void setReadout(const QString &text);

Q_SIGNALS:
    void lowerRequested();
    void raiseRequested();
    void kindRequested(quantloupe::DifferenceKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createWidgets();
    void createKinds();
    void createLayout();
    void connectSignals();
    QToolButton *createButton(const QString &name, const QString &text, const QString &meaning);
    void fitFonts();
    void refreshCaption();
    void refreshRight();

    QComboBox *m_kind = nullptr;
    ElidedLabel *m_caption = nullptr;
    ElidedLabel *m_right = nullptr;
    QToolButton *m_lower = nullptr;
    QToolButton *m_raise = nullptr;
    DifferenceKind m_difference = DifferenceKind::SignedLuminance;
    double m_gain = 1;
    bool m_showsDifference = true;
    bool m_worstFirst = false;
    double m_zoom = 1;
    QString m_readout;
};

} // namespace quantloupe
