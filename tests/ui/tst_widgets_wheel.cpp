// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

using namespace quantloupe;

/// Scrolling a panel changes nothing of what it shows.
class TestWidgetsWheel : public test::MainWindowFixture
{
    Q_OBJECT

    /// One notch towards the user.
    static void turnWheelOver(QWidget *widget)
    {
        const QPointF centre = QRectF(widget->rect()).center();
        QWheelEvent event(centre, widget->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        // Only events from outside go on to the parents of who ignores them.
        QSpontaneKeyEvent::setSpontaneous(&event);
        qApp->notify(widget, &event);
    }

    static QString textOf(const QWidget *field)
    {
        if (const auto *list = qobject_cast<const QComboBox *>(field))
            return list->currentText();
        return qobject_cast<const QAbstractSpinBox *>(field)->text();
    }

    /// Lists and number fields that scroll with a panel.
    QList<QWidget *> scrolledFields() const
    {
        QList<QWidget *> fields;
        for (QScrollArea *area : m_window->findChildren<QScrollArea *>()) {
            for (QComboBox *list : area->widget()->findChildren<QComboBox *>())
                fields.append(list);
            for (QAbstractSpinBox *box : area->widget()->findChildren<QAbstractSpinBox *>())
                fields.append(box);
        }
        return fields;
    }

    /// The Inputs dock in front and too low for its contents; its vertical scroll bar.
    QScrollBar *scrollableInputs() const
    {
        auto *dock = find<QDockWidget>("inputsDock");
        dock->setFloating(true);
        dock->resize(dock->width(), 120);
        dock->raise();
        return dock->findChild<QScrollArea *>()->verticalScrollBar();
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void fieldsKeepTheirValue()
    {
        openSmall();
        const QList<QWidget *> fields = scrolledFields();
        QVERIFY(fields.size() >= 4);
        for (QWidget *field : fields) {
            const QString before = textOf(field);
            turnWheelOver(field);
            QVERIFY2(textOf(field) == before, qPrintable(field->objectName()));
            QVERIFY2(!field->hasFocus(), qPrintable(field->objectName()));
        }
        QVERIFY(!m_window->opener()->isRunning());
    }

    void thePanelScrollsInstead()
    {
        openSmall();
        QScrollBar *bar = scrollableInputs();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(0);
        turnWheelOver(find<QWidget>("assumption.activation.final")->findChild<QComboBox *>());
        QVERIFY(bar->value() > 0);
    }

    void aFieldWithTheFocusTakesTheWheel()
    {
        openSmall();
        scrollableInputs()->window()->activateWindow();
        auto *list = find<QWidget>("assumption.activation.final")->findChild<QComboBox *>();
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        list->setCurrentIndex(0);
        const QString before = list->currentText();
        turnWheelOver(list);
        QVERIFY(list->currentText() != before);
    }
};

QTEST_MAIN(TestWidgetsWheel)
#include "tst_widgets_wheel.moc"
