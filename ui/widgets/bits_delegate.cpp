// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bits_delegate.h"

#include "models/layer_columns.h"
#include "quant/quant_spec.h"
#include "widgets/bits_colors.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QPointer>
#include <QTimer>

namespace quantloupe {

namespace {

constexpr int kMostBits = 16;

bool isActivation(const QModelIndex &index)
{
    return index.column() == int(LayerColumn::ActivationBits);
}

/// Invalid for a group whose layers differ.
QVariant sharedBits(const QModelIndex &index)
{
    return index.data(MostBitsRole).isValid() ? QVariant() : index.data(BitsRole);
}

} // namespace

void BitsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const QVariant bits = index.data(BitsRole);
    const QVariant most = index.data(MostBitsRole);
    const QString text = !bits.isValid()  ? dash()
                         : most.isValid() ? index.data().toString()
                                          : bitsText(bits.toInt());
    const QString widest = most.isValid() ? text : QStringLiteral("16");
    const QRect space = paintNumber(painter, option, index, text, widest);
    // A group with different bits: the most behind the fewest.
    for (const QVariant &width : {most, bits})
        if (width.isValid())
            paintBar(painter, option, space, double(width.toInt()) / kMostBits,
                     bitsColor(width.toInt()));
    paintFocusRing(painter, option);
}

QSize BitsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return barHint(option, QStringLiteral("16"));
}

QWidget *BitsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *editor = new QComboBox(parent);
    editor->setObjectName(QStringLiteral("bitsEditor"));
    editor->setAccessibleName(isActivation(index) ? tr("Activation bits") : tr("Weight bits"));
    editor->setMaxVisibleItems(kMostBits + 1);
    editor->addItem(bitsText(kFloatBits), kFloatBits);
    const int fewest = isActivation(index) ? 2 : 1;
    for (int bits = kMostBits; bits >= fewest; --bits)
        editor->addItem(bitsText(bits), bits);
    auto *self = const_cast<BitsDelegate *>(this);
    connect(editor, &QComboBox::activated, self, [self, editor] { self->commitAndClose(editor); });
    editor->view()->window()->installEventFilter(self);
    // The list can only open once the view has placed and shown the editor.
    QTimer::singleShot(0, editor, &QComboBox::showPopup);
    return editor;
}

bool BitsDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QComboBox *>(watched->parent());
    if (!editor)
        return CellDelegate::eventFilter(watched, event);
    if (event->type() == QEvent::Hide)
        // The choice that closed the list is told after this event.
        QTimer::singleShot(0, this, [this, box = QPointer(editor)] {
            if (box && box->isVisible())
                Q_EMIT closeEditor(box);
        });
    return false;
}

void BitsDelegate::commitAndClose(QWidget *editor)
{
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor);
}

void BitsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(sharedBits(index)));
}

void BitsDelegate::setModelData(QWidget *editor, QAbstractItemModel *,
                                const QModelIndex &index) const
{
    const int bits = qobject_cast<QComboBox *>(editor)->currentData().toInt();
    // Leaving the editor commits too; an unchanged value is no edit.
    if (bits > 0 && bits != sharedBits(index).toInt())
        Q_EMIT bitsChosen(index, bits);
}

} // namespace quantloupe
