// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_banner.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace quantloupe;

class TestState : public QObject
{
    Q_OBJECT

    template <typename Widget> static Widget *part(QWidget &parent, const char *name)
    {
        return parent.findChild<Widget *>(QLatin1String(name));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void emptyOffersActions()
    {
        StatePage page;
        page.show();
        QAction open(QStringLiteral("Open"));
        QAction builtIn(QStringLiteral("Built-in"));
        QSignalSpy opened(&open, &QAction::triggered);
        page.setState({QStringLiteral("Nothing is open"),
                       QStringLiteral("Open a file."),
                       {},
                       {&open, &builtIn},
                       {}});
        QCOMPARE(part<QLabel>(page, "stateTitle")->text(), QStringLiteral("Nothing is open"));
        QVERIFY(!part<QProgressBar>(page, "stateProgress")->isVisible());
        QVERIFY(part<QPushButton>(page, "stateAction2")->isVisible());
        QTest::mouseClick(part<QPushButton>(page, "stateAction1"), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
    }

    void buttonsForgetFormerActions()
    {
        StatePage page;
        page.show();
        QAction first(QStringLiteral("First"));
        QAction second(QStringLiteral("Second"));
        QSignalSpy triggered(&first, &QAction::triggered);
        page.setState({{}, {}, {}, {&first}, {}});
        page.setState({{}, {}, {}, {&second}, {}});
        QTest::mouseClick(part<QPushButton>(page, "stateAction1"), Qt::LeftButton);
        QCOMPARE(triggered.size(), 0);
        page.setState({});
        QVERIFY(!part<QPushButton>(page, "stateAction1")->isVisible());
    }

    void loadingShowsProgressAndCancels()
    {
        StatePage page;
        page.show();
        QSignalSpy cancelled(&page, &StatePage::cancelRequested);
        page.setState({QStringLiteral("Opening"), {}, {}, {}, 0.25});
        auto *bar = part<QProgressBar>(page, "stateProgress");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value() * 4, bar->maximum());
        page.setProgress(-1);
        QCOMPARE(bar->maximum(), 0);
        QTest::mouseClick(part<QPushButton>(page, "stateCancel"), Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
    }

    void detailsUnfold()
    {
        StatePage page;
        page.show();
        page.setState({QStringLiteral("Failed"), {}, QStringLiteral("at offset 7"), {}, {}});
        auto *text = part<QPlainTextEdit>(page, "detailsText");
        QVERIFY(!text->isVisible());
        QTest::mouseClick(part<QToolButton>(page, "detailsToggle"), Qt::LeftButton);
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), QStringLiteral("at offset 7"));
        page.setState({QStringLiteral("Empty"), {}, {}, {}, {}});
        QVERIFY(!part<QToolButton>(page, "detailsToggle")->isVisible());
    }

    void bannerShowsAndGoes()
    {
        QWidget window;
        MessageBanner banner(&window);
        window.show();
        QVERIFY(!banner.isVisible());
        QAction retry(QStringLiteral("Try again"));
        QSignalSpy retried(&retry, &QAction::triggered);
        QSignalSpy dismissed(&banner, &MessageBanner::dismissed);
        banner.showMessage(MessageKind::Error, QStringLiteral("Out of memory."),
                           QStringLiteral("details"), &retry);
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.accessibleName(), QStringLiteral("Error"));
        QTest::mouseClick(part<QPushButton>(banner, "messageAction"), Qt::LeftButton);
        QCOMPARE(retried.size(), 1);
        QTest::mouseClick(part<QToolButton>(banner, "messageClose"), Qt::LeftButton);
        QVERIFY(!banner.isVisible());
        QCOMPARE(dismissed.size(), 1);
    }

    void narrowBannersHaveTheirButtonBelow()
    {
        QAction retry(QStringLiteral("Try again"));
        MessageBanner banner;
        banner.showMessage(MessageKind::Info,
                           QStringLiteral("These numbers are of another configuration."), {},
                           &retry);
        const auto *text = part<QLabel>(banner, "messageText");
        const auto *button = part<QPushButton>(banner, "messageAction");
        banner.resize(700, 60);
        QTRY_VERIFY(button->geometry().left() > text->geometry().right());
        banner.resize(240, 120);
        QTRY_VERIFY(button->geometry().top() > text->geometry().bottom());
        QVERIFY(text->width() > banner.width() / 2);
        QVERIFY(button->isVisible());
        banner.resize(700, 60);
        QTRY_VERIFY(button->geometry().left() > text->geometry().right());
    }

    void aSecondButtonBelongsToItsMessage()
    {
        QAction restore(QStringLiteral("Restore these edits"));
        QAction discard(QStringLiteral("Discard these edits"));
        QSignalSpy discarded(&discard, &QAction::triggered);
        MessageBanner banner;
        banner.resize(900, 40);
        banner.showMessage(MessageKind::Info, QStringLiteral("Edits are kept."), {}, &restore);
        banner.offerAlso(&discard);
        const auto *text = part<QLabel>(banner, "messageText");
        const auto *first = part<QPushButton>(banner, "messageAction");
        auto *second = part<QPushButton>(banner, "messageAlternative");
        QTRY_VERIFY(second->geometry().left() > first->geometry().right());
        QCOMPARE(second->geometry().top(), first->geometry().top());
        QVERIFY(first->geometry().left() > text->geometry().right());
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(discarded.size(), 1);
        banner.resize(380, 120);
        QTRY_VERIFY(second->geometry().top() > text->geometry().bottom());
        banner.showMessage(MessageKind::Warning, QStringLiteral("Two layers refused."));
        QVERIFY(!first->isVisible() && !second->isVisible());
    }

    void lowPagesHaveNoLargeTitle()
    {
        StatePage page;
        page.setState({QStringLiteral("The measurement failed"),
                       QStringLiteral("The reference holds no picture."),
                       {},
                       {},
                       {}});
        page.show();
        const auto *title = part<QLabel>(page, "stateTitle");
        page.resize(400, 600);
        QTRY_VERIFY(title->font().pointSizeF() > page.font().pointSizeF());
        page.resize(250, 160);
        QTRY_COMPARE(title->font().pointSizeF(), page.font().pointSizeF());
        QVERIFY(title->height() >= title->heightForWidth(title->width()));
    }

    void pagesTooLowForTheirWordsScroll()
    {
        QAction again(QStringLiteral("Measure again"));
        StatePage page;
        page.setState({QStringLiteral("The measurement failed"),
                       QStringLiteral("The reference holds no picture. ").repeated(12),
                       {},
                       {&again},
                       {}});
        page.show();
        page.resize(260, 120);
        const auto *sentence = part<QLabel>(page, "stateSentence");
        auto *button = part<QPushButton>(page, "stateAction1");
        QTRY_VERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        QVERIFY(button->visibleRegion().isEmpty());
        button->setFocus();
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(button, Qt::Key_PageDown);
        QTRY_COMPARE(button->visibleRegion().boundingRect(), button->rect());
        page.resize(500, 500);
        QTRY_VERIFY(sentence->visibleRegion().boundingRect() == sentence->rect());
        QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
    }

    void buttonsOfNarrowPagesStandBelowEachOther()
    {
        QAction again(QStringLiteral("Measure the rest"));
        QAction anew(QStringLiteral("Measure all of it anew"));
        StatePage page;
        page.setState({QStringLiteral("Cancelled"), {}, {}, {&again, &anew}, {}});
        page.show();
        const auto *first = part<QPushButton>(page, "stateAction1");
        const auto *second = part<QPushButton>(page, "stateAction2");
        page.resize(600, 300);
        QTRY_VERIFY(second->geometry().left() > first->geometry().right());
        const int narrow = first->width() + second->width();
        QVERIFY(page.minimumSizeHint().width() <= narrow);
        page.resize(narrow, 300);
        QTRY_VERIFY(second->geometry().top() > first->geometry().bottom());
        page.resize(600, 300);
        QTRY_VERIFY(second->geometry().left() > first->geometry().right());
    }

    void bannerHasTheGroundOfItsKind()
    {
        MessageBanner banner;
        banner.showMessage(MessageKind::Warning, QStringLiteral("Two layers refused."));
        QCOMPARE(banner.grab().toImage().pixelColor(1, 1),
                 themeColors(ThemeKind::Light).warningGround);
        QVERIFY(!part<QPushButton>(banner, "messageAction")->isVisible());
        QTest::keyClick(&banner, Qt::Key_Escape);
        QVERIFY(!banner.isVisible());
    }
};

QTEST_MAIN(TestState)
#include "tst_widgets_state.moc"
