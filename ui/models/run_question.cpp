// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_question.h"

#include "base/embedded_files.h"
#include "models/translate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>

namespace quantloupe {

namespace {

/// "FILE.safetensors:key" names a file, too.
bool namesFile(const std::filesystem::path &path)
{
    const std::string text = path.string();
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ||
           std::filesystem::exists(text.substr(0, text.rfind(':')), ignored);
}

} // namespace

void refuseOption(const std::string &option)
{
    throw CannotRepeat{tr("The window cannot set %1 as this run has it; copy the command instead")
                           .arg(QString::fromStdString(option))};
}

RunQuestion::RunQuestion(const StoredRun &run) : m_folder(run.folder)
{
    const QJsonObject question =
        QJsonDocument::fromJson(QByteArray::fromStdString(run.request)).object();
    m_command = question[u"command"].toString().toStdString();
    const QJsonObject options = question[u"options"].toObject();
    for (auto option = options.begin(); option != options.end(); ++option) {
        std::vector<std::string> &values = m_options[option.key().toStdString()];
        for (const QJsonValue &value : option.value().toArray())
            values.push_back(value.toString().toStdString());
    }
}

std::vector<std::string> RunQuestion::takeAll(const std::string &option,
                                              const std::vector<std::string> &usual)
{
    const auto values = m_options.extract(option);
    return values.empty() || values.mapped().empty() ? usual : values.mapped();
}

std::string RunQuestion::take(const std::string &option, const std::string &usual)
{
    return takeAll(option, {usual}).back();
}

bool RunQuestion::takeFlag(const std::string &option)
{
    return take(option, "false") == "true";
}

std::string RunQuestion::takeFile(const std::string &option, const std::string &usual)
{
    const std::string text = take(option, usual);
    if (text.empty() || text == usual || isEmbedded(text) || m_folder.empty())
        return text;
    // Which leaves absolute ones as they are.
    const std::filesystem::path path = std::filesystem::path(m_folder) / text;
    return namesFile(path) ? path.lexically_normal().string() : text;
}

std::uint64_t RunQuestion::takeNumber(const std::string &option, std::uint64_t usual,
                                      std::uint64_t most)
{
    bool isNumber = false;
    const std::string text = take(option, std::to_string(usual));
    const std::uint64_t number = QString::fromStdString(text).toULongLong(&isNumber);
    if (!isNumber || number > most)
        refuseOption(option);
    return number;
}

void RunQuestion::expect(const std::string &option, const std::string &only)
{
    if (take(option, only) != only)
        refuseOption(option);
}

std::string RunQuestion::left() const
{
    return m_options.empty() ? std::string() : m_options.begin()->first;
}

} // namespace quantloupe
