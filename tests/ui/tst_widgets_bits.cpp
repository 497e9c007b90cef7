// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_columns.h"
#include "widgets/bits_colors.h"
#include "widgets/bits_delegate.h"
#include "widgets/sqnr_delegate.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace quantloupe;

namespace {

constexpr QSize kCell(120, 24);

QImage paintCell(const CellDelegate &delegate, const QModelIndex &index, QStyle::State state = {})
{
    QImage image(kCell, QImage::Format_RGB32);
    image.fill(qApp->palette().color(QPalette::Base));
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.palette = qApp->palette();
    option.font = qApp->font();
    option.showDecorationSelected = true;
    option.state = QStyle::State_Enabled | QStyle::State_Active | state;
    QPainter painter(&image);
    delegate.paint(&painter, option, index);
    return image;
}

int countInMiddleRow(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixelColor(x, image.height() / 2) == color;
    return count;
}

bool has(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

} // namespace

class TestBits : public QObject
{
    Q_OBJECT

    QStandardItemModel m_model{1, int(LayerColumn::Count)};
    QModelIndex m_bits = m_model.index(0, int(LayerColumn::WeightBits));
    QModelIndex m_sqnr = m_model.index(0, int(LayerColumn::Sqnr));

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void barGrowsWithBits()
    {
        const BitsDelegate delegate;
        const auto width = [&](int bits) {
            m_model.setData(m_bits, bits, BitsRole);
            return countInMiddleRow(paintCell(delegate, m_bits), bitsColor(bits));
        };
        const int full = width(16);
        QVERIFY(full > 20);
        QVERIFY(std::abs(width(8) - full / 2) <= 1);
        QVERIFY(std::abs(width(4) - full / 4) <= 1);
        QVERIFY(width(1) >= 1);
        QCOMPARE(width(32), full);
    }

    void noSiteHasNoBar()
    {
        const BitsDelegate delegate;
        m_model.setData(m_bits, {}, BitsRole);
        const QImage image = paintCell(delegate, m_bits);
        for (int bits = 1; bits <= 32; ++bits)
            QVERIFY(!has(image, bitsColor(bits)));
        QVERIFY(countInMiddleRow(image, qApp->palette().color(QPalette::Base)) < kCell.width());
    }

    void focusAndSelectionShow()
    {
        const BitsDelegate delegate;
        m_model.setData(m_bits, 8, BitsRole);
        QVERIFY(!has(paintCell(delegate, m_bits), themeColors(ThemeKind::Light).accent));
        QVERIFY(has(paintCell(delegate, m_bits, QStyle::State_HasFocus),
                    themeColors(ThemeKind::Light).accent));
        const QImage selected = paintCell(delegate, m_bits, QStyle::State_Selected);
        QVERIFY(has(selected, qApp->palette().color(QPalette::Highlight)));
        QVERIFY(has(selected, bitsColor(8)));
    }

    void sqnrBarIsSixtyDecibelLong()
    {
        const SqnrDelegate delegate;
        const QColor bar = themeColors(ThemeKind::Light).bar;
        const auto width = [&](double decibel) {
            m_model.setData(m_sqnr, decibel, SqnrRole);
            return countInMiddleRow(paintCell(delegate, m_sqnr), bar);
        };
        const int full = width(60);
        QVERIFY(full > 20);
        QVERIFY(std::abs(width(30) - full / 2) <= 1);
        QCOMPARE(width(90), full);
        QCOMPARE(width(-3), 0);
        m_model.setData(m_sqnr, {}, SqnrRole);
        QVERIFY(!has(paintCell(delegate, m_sqnr), bar));
    }
};

QTEST_MAIN(TestBits)
#include "tst_widgets_bits.moc"
