// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/network_input.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace quantloupe {

/// Side and values of the input of a TorchScript feature network. Values that no known network has,
/// as of a session's file, are kept and named as given.
class NetworkInputForm : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkInputForm(QWidget *parent = nullptr);
    void setInput(const NetworkInput &input);

Q_SIGNALS:
    void edited(const quantloupe::NetworkInput &input);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void enter();

    NetworkInput m_input;
    QSpinBox *m_side = nullptr;
    QComboBox *m_values = nullptr;
};

} // namespace quantloupe
