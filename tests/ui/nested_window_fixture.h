// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window_fixture.h"

namespace quantloupe::test {

inline constexpr int kWeight = int(LayerColumn::WeightBits);

/// The window with the layers of a network with modules: block0.0, block1.0, block1.3, block2.0.
class NestedWindowFixture : public MainWindowFixture
{
protected:
    void openNested()
    {
        showWindow();
        m_window->open(file("nested.safetensors"));
        QTRY_COMPARE(document().info().layers.size(), std::size_t(4));
        QTRY_VERIFY(settled());
        QVERIFY(layers()->hasFocus());
    }

    QModelIndex row(int index) const { return layers()->model()->index(index, 0); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(layers(), key, modifiers);
    }
    /// Weight settings in execution order.
    QStringList settings() const
    {
        QStringList texts;
        for (const LayerInfo &layer : document().info().layers)
            texts.append(
                QString::fromStdString(toText(document().config().spec(layer.name).weight)));
        return texts;
    }
    void dismissBanner() const
    {
        QTest::keyClick(find<QWidget>("windowBanner"), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }
};

} // namespace quantloupe::test
