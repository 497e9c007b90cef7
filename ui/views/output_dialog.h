// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/message_banner.h"

#include <QDialog>
#include <QList>

class QHBoxLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace quantloupe {

class OutputJob;
class ProgressBanner;
class QuantDocument;

/// What dialogs that write a file about the document share: the file's name, how far it is, what
/// came of it, and the command that does the same. Stays open beside the window.
class OutputDialog : public QDialog
{
    Q_OBJECT

public:
    /// Object names of its parts begin with `prefix`: "exportPath".
    OutputDialog(const QString &prefix, QuantDocument *document, OutputJob *output,
                 QWidget *parent = nullptr);

    /// Files are proposed in `folder`, and are called after `stem`.
    void propose(const QString &folder, const QString &stem);
    /// Absolute; empty while there is none.
    QString path() const;
    /// Above the buttons.
    void tell(MessageKind kind, const QString &sentence, const QString &details = {});

Q_SIGNALS:
    void commandWanted();
    void helpWanted(const QString &place);

protected:
    /// Above the file's name, at the end of the constructor; `order` is that of Tab, and the first
    /// of it has the focus.
    void setContent(QLayout *content, const QList<QWidget *> &order);
    /// The name that is proposed now.
    virtual QString proposedName(const QString &stem) const = 0;
    /// Why nothing can be written to a file of this name, which is no folder; empty where it can.
    virtual QString objectionTo(const QString &path) const;
    virtual void writeTo(const QString &path) = 0;
    /// What is proposed has changed. A name of the user's own keeps its beginning.
    void followProposal(const QString &ending);

    /// Looks at path() again.
    void showTarget();

private:
    QString nameOf(const char *part) const;
    void createWidgets();
    void createTarget();
    void createButtons();
    QPushButton *createButton(const char *part, const QString &text);
    QHBoxLayout *createTargetLayout();
    QHBoxLayout *createButtonLayout();
    void connectSignals();
    void connectOutput();

    void chooseFile();
    void write();
    /// Why nothing can be written to path(); empty where it can.
    QString hindrance() const;

    const QString m_prefix;
    QuantDocument *m_document;
    OutputJob *m_output;
    QString m_stem;
    QString m_proposed;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    QLabel *m_note = nullptr;
    ProgressBanner *m_progress = nullptr;
    MessageBanner *m_message = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace quantloupe
