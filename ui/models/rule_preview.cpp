// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rule_preview.h"

#include "base/error.h"
#include "models/core_words.h"
#include "models/layer_setting_edit.h"
#include "models/quant_document.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

QStringList leftOutBy(const SpecRule &rule, const GeneratorInfo &info, const QList<int> &rows)
{
    QStringList names;
    const LayerPattern pattern(rule.pattern);
    for (const int row : rows)
        if (rule.edit.setsActivation && leavesOutActivation(pattern, info.layers.at(row)))
            names.append(QString::fromStdString(info.layers.at(row).name));
    return names;
}

std::string shortKind(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Convolution:
        return "conv";
    case LayerKind::TransposedConvolution:
        return "transposed";
    case LayerKind::Linear:
        return "linear";
    case LayerKind::MatrixProduct:
        return "matrix";
    case LayerKind::Embedding:
        return "embedding";
    }
    return {};
}

} // namespace

RulePreview previewRule(const QuantDocument &document, const QString &pattern,
                        const QString &setting)
{
    // A whole rule, as the command line takes it.
    if (const qsizetype end = pattern.lastIndexOf(u'='); setting.trimmed().isEmpty() && end >= 0)
        return previewRule(document, pattern.left(end), pattern.mid(end + 1));
    RulePreview preview;
    try {
        SpecRule rule{pattern.trimmed().toStdString(), {}};
        for (const std::size_t row : LayerPattern(rule.pattern).matches(document.info().layers))
            preview.rows.append(static_cast<int>(row));
        if (preview.rows.isEmpty())
            preview.problem = tr("No layer matches. Write a name, with * for any letters, a kernel "
                                 "such as 3x3, or a kind such as kind:linear.");
        else if (setting.trimmed().isEmpty())
            preview.problem = tr("Write a setting, for example w4 or w4:mse:channel,a8.");
        if (!preview.problem.isEmpty())
            return preview;
        rule.edit = parseSpec(setting.trimmed().toStdString());
        preview.leftOut = leftOutBy(rule, document.info(), preview.rows);
        preview.refusals = document.refusals(preview.rows, ruleEdit(rule));
        preview.rule = std::move(rule);
    } catch (const Error &error) {
        preview.problem = coreText(error.what());
    }
    return preview;
}

QStringList propertyPatterns(const GeneratorInfo &info)
{
    QStringList patterns{QStringLiteral("*")};
    const auto add = [&](const std::string &text) {
        if (const QString pattern = QString::fromStdString(text); !patterns.contains(pattern))
            patterns.append(pattern);
    };
    for (const LayerInfo &layer : info.layers)
        add("kind:" + shortKind(layer.kind));
    for (const LayerInfo &layer : info.layers)
        if (const std::string kernel = kernelText(layer); !kernel.empty())
            add(kernel);
    add("position:first");
    add("position:last");
    return patterns;
}

} // namespace quantloupe
