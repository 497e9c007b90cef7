// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace quantloupe {

namespace {

const QString kOption = QStringLiteral("--language");
/// What the strings in the source are written in.
const QString kSourceLanguage = QStringLiteral("en");
const QString kFolder = QStringLiteral(":/translations");
const QString kPrefix = QStringLiteral("quantloupe_");

QString systemLanguage()
{
    const QStringList known = languages();
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString code = wanted.section(u'-', 0, 0);
        if (known.contains(code))
            return code;
    }
    return kSourceLanguage;
}

void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(name, folder))
        application.installTranslator(translator);
    else
        delete translator;
}

/// The system's own habits, such as the Swiss, where they are of this language.
void writeNumbersIn(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    QLocale::setDefault(system.language() == wanted.language() ? system : wanted);
}

} // namespace

QStringList languages()
{
    QStringList codes{kSourceLanguage};
    for (const QString &file : QDir(kFolder).entryList({kPrefix + QStringLiteral("*.qm")}))
        codes.append(file.section(u'.', 0, 0).mid(kPrefix.size()));
    return codes;
}

QString requestedLanguage(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == kOption)
            return arguments.value(i + 1);
        if (arguments[i].startsWith(kOption + u'='))
            return arguments[i].section(u'=', 1);
    }
    return {};
}

void installTranslations(QCoreApplication &application, const QString &code)
{
    const QString language = code.isEmpty() ? systemLanguage() : code;
    if (!languages().contains(language))
        return;
    writeNumbersIn(language);
    if (language == kSourceLanguage)
        return;
    install(application, QStringLiteral("qtbase_") + language,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, kPrefix + language, kFolder);
}

} // namespace quantloupe
