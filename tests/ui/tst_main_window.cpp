// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace quantloupe;

class TestMainWindow : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void startsEmptyWithSomethingToDo()
    {
        QVERIFY(find<QWidget>("compareState")->isVisible());
        QVERIFY(!find<QAction>("saveConfig")->isEnabled());
        QVERIFY(!find<QAction>("undo")->isEnabled());
        QVERIFY(find<QAction>("open")->isEnabled());
    }

    void bitsByKeyChangeThePictureAndUndoBringsItBack()
    {
        openSmall();
        const std::vector<Image> before = quantizedPictures();
        QCOMPARE(before, floatPictures());

        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 4);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != before);
        QCOMPARE(floatPictures(), before);
        QTRY_VERIFY(m_window->isWindowModified());
        QVERIFY(find<QLabel>("lastEditTime")->text().contains("ms"));

        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), before);
        QVERIFY(!m_window->isWindowModified());

        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }

    void manyLayersAreOneStep()
    {
        openSmall();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_8);
        QTRY_COMPARE(document().config().layers().size(), std::size_t(3));
        QCOMPARE(document().undoStack()->undoText(), QString("8 bits on 3 layers"));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
    }

    void rerollShowsOtherLatents()
    {
        openSmall();
        const std::vector<Image> before = floatPictures();
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QCOMPARE(document().seed(), quint64(1));
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
        find<QSpinBox>("seed")->setValue(0);
        QTRY_VERIFY(settled());
        QCOMPARE(floatPictures(), before);
    }

    void aFreshEditWinsOverARunningOne()
    {
        openSmall();
        for (const auto key : {Qt::Key_8, Qt::Key_6, Qt::Key_5, Qt::Key_4, Qt::Key_3, Qt::Key_2})
            QTest::keyClick(layers(), key);
        QTRY_VERIFY(settled());
        const std::vector<Image> hasty = quantizedPictures();
        find<QAction>("undo")->trigger();
        QTRY_VERIFY(settled());
        find<QAction>("redo")->trigger();
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), hasty);
    }

    void refusedBitsSayWhy()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 17));
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("main.0"));
        QVERIFY(document().config().isFloat());
    }

    void changingAReadingKeepsTheConfiguration()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(settled());
        const std::vector<Image> before = floatPictures();
        OpenRequest request = document().openRequest();
        request.assumptions["activation.final"] = "sigmoid";
        m_window->opener()->reopen(request);
        QTRY_COMPARE(document().info().assumption("activation.final")->value,
                     std::string("sigmoid"));
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
    }

    void anotherReadingSaysThatEditsStay()
    {
        openSmall();
        const auto readAs = [this](const char *activation) {
            OpenRequest request = document().openRequest();
            request.assumptions["activation.final"] = activation;
            m_window->opener()->reopen(request);
            QTRY_COMPARE(document().info().assumption("activation.final")->value,
                         std::string(activation));
            QTRY_VERIFY(settled());
        };
        readAs("sigmoid");
        QVERIFY(!bannerText().contains("can no longer be undone"));
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        readAs("tanh");
        QVERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY2(bannerText().contains("can no longer be undone"), qPrintable(bannerText()));
        QVERIFY(!document().undoStack()->canUndo());
    }

    void aReadingThatFailsKeepsThePresentOne()
    {
        openSmall();
        auto *shape = m_window->findChild<QWidget *>("assumption.input.shape");
        QVERIFY(shape);
        auto *line = shape->findChild<QLineEdit *>("value");
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "7");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QCOMPARE(document().info().assumption("input.shape")->value, std::string("8x1x1"));
        const auto shown = [this] {
            return m_window->findChild<QWidget *>("assumption.input.shape")
                ->findChild<QLineEdit *>("value")
                ->text();
        };
        QTRY_COMPARE(shown(), QString("8x1x1"));
    }

    void assumptionsAreConfirmedByAClick()
    {
        openSmall();
        auto *editor = find<QWidget>("assumption.activation.final");
        auto *mark = editor->findChild<QToolButton *>("confirm");
        QVERIFY(mark->isVisible());
        QTest::mouseClick(mark, Qt::LeftButton);
        QVERIFY(!mark->isVisible());
        QVERIFY(document().info().assumption("activation.final")->confirmed);
    }

    void samplingIsEditedInPlaceAndUndone()
    {
        openSmall();
        const std::vector<Image> before = floatPictures();
        auto *choice =
            find<QWidget>("assumption.latent.distribution")->findChild<QComboBox *>("value");
        const QString other = choice->currentText() == "normal" ? "uniform" : "normal";
        choice->setCurrentText(other);
        Q_EMIT choice->textActivated(other);
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
        find<QAction>("undo")->trigger();
        QTRY_VERIFY(settled());
        QCOMPARE(floatPictures(), before);
        QVERIFY(choice->currentText() != other);
    }

    void everyControlHasANameForTheReader()
    {
        openSmall();
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool isControl = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() &&
                                   !widget->objectName().startsWith("qt_");
            if (isControl && widget->accessibleName().isEmpty())
                QVERIFY2(hasOwnText(widget),
                         qPrintable(QString("%1 %2").arg(widget->metaObject()->className(),
                                                         widget->objectName())));
        }
    }

private:
    static bool hasOwnText(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button && !button->text().isEmpty();
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindow>(argc, argv);
}

#include "tst_main_window.moc"
