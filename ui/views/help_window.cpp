// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/help_window.h"

#include "views/help_browser.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr QSize kDefaultSize{980, 720};
constexpr int kContentsWidth = 250;
constexpr int kPlaceRole = Qt::UserRole;

QString placeOf(const QTreeWidgetItem *item)
{
    return item->data(0, kPlaceRole).toString();
}

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent) : QWidget(parent, Qt::Window)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void HelpWindow::createWidgets()
{
    setObjectName("helpWindow");
    setWindowTitle(tr("Quantloupe help"));
    createActions();
    m_search = new QLineEdit(this);
    m_search->setObjectName("helpSearch");
    m_search->setPlaceholderText(tr("Search all pages"));
    m_search->setAccessibleName(tr("Search all pages"));
    m_search->setClearButtonEnabled(true);
    createContents();
    m_browser = new HelpBrowser(m_book, this);
    m_browser->setObjectName("helpBrowser");
    m_browser->setAccessibleName(tr("Help page"));
}

QAction *HelpWindow::addKey(const char *objectName, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(key);
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void HelpWindow::createActions()
{
    m_back = addKey("helpBack", tr("Back"), Qt::ALT | Qt::Key_Left);
    m_forward = addKey("helpForward", tr("Forward"), Qt::ALT | Qt::Key_Right);
    m_find = addKey("helpFind", tr("Search"), QKeySequence::Find);
    m_close = addKey("helpClose", tr("Close"), Qt::Key_Escape);
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
}

void HelpWindow::createContents()
{
    m_contents = new QTreeWidget(this);
    m_contents->setObjectName("helpContents");
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setHeaderHidden(true);
    m_contents->setFrameShape(QFrame::NoFrame);
    QTreeWidgetItem *page = nullptr;
    for (const HelpSection &section : m_book.sections()) {
        auto *item =
            section.anchor.isEmpty() ? new QTreeWidgetItem(m_contents) : new QTreeWidgetItem(page);
        item->setText(0, section.title);
        item->setData(0, kPlaceRole, section.place());
        if (section.anchor.isEmpty())
            page = item;
    }
}

void HelpWindow::createLayout()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kSpacing, kSpacingTight, kSpacing, kSpacingTight);
    bar->setSpacing(kSpacingTight);
    bar->addWidget(makeButton(m_back, this));
    bar->addWidget(makeButton(m_forward, this));
    bar->addSpacing(kSpacing);
    bar->addWidget(m_search, 1);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_contents);
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kContentsWidth, kDefaultSize.width() - kContentsWidth});
    splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(splitter, 1);
    resize(kDefaultSize);
}

void HelpWindow::connectSignals()
{
    connect(m_back, &QAction::triggered, m_browser, &QTextBrowser::backward);
    connect(m_forward, &QAction::triggered, m_browser, &QTextBrowser::forward);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, m_forward, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &HelpWindow::followSource);
    connect(m_find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_close, &QAction::triggered, this, &QWidget::close);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::openBestMatch);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item && placeOf(item) != place())
            m_browser->setSource(m_book.url(placeOf(item)));
    });
}

void HelpWindow::open(const QString &place)
{
    m_browser->setSource(m_book.url(place));
    m_browser->setFocus();
}

QString HelpWindow::place() const
{
    return HelpBook::place(m_browser->source());
}

void HelpWindow::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int index = 0;
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it) {
        const bool matches = m_book.sections().at(index++).contains(words);
        (*it)->setHidden(!matches);
        QTreeWidgetItem *page = (*it)->parent();
        if (page && matches)
            page->setHidden(false);
        if (page)
            page->setExpanded(!words.isEmpty() || (page->isExpanded() && !text.isEmpty()));
    }
    m_browser->setMarkedWords(words);
}

void HelpWindow::openBestMatch()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *best = nullptr;
    int index = 0;
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it) {
        const HelpSection &section = m_book.sections().at(index++);
        if (!best && section.contains(words))
            best = *it;
        if (section.isTitled(words)) {
            best = *it;
            break;
        }
    }
    if (!best)
        return;
    m_contents->setCurrentItem(best);
    m_browser->setFocus();
}

void HelpWindow::followSource(const QUrl &url)
{
    // The browser's source is still the one before.
    const QSignalBlocker quiet(m_contents);
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it)
        if (placeOf(*it) == HelpBook::place(url))
            m_contents->setCurrentItem(*it);
}

} // namespace quantloupe
