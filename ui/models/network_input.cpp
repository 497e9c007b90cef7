// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/network_input.h"

#include "base/error.h"
#include "model/archive/state_dict.h"
#include "models/translate.h"

#include <QStringList>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kNumbers = 9;
constexpr int kLargestSide = 1024;

NetworkInput values(double low, double high, std::array<double, 3> mean = {0, 0, 0},
                    std::array<double, 3> deviation = {1, 1, 1})
{
    return {0, low, high, mean, deviation};
}

bool isUsable(const NetworkInput &input)
{
    const bool deviates =
        input.deviation[0] > 0 && input.deviation[1] > 0 && input.deviation[2] > 0;
    return input.side >= 1 && input.side <= kLargestSide && input.low < input.high && deviates;
}

} // namespace

void NetworkInput::writeTo(ScriptedExtractorRequest &request) const
{
    request.side = side;
    request.low = low;
    request.high = high;
    request.mean = mean;
    request.deviation = deviation;
}

QList<NetworkValues> knownNetworkValues()
{
    // Means and deviations are those of torchvision's and of CLIP's own preparation.
    return {
        {tr("0 to 1"), values(0, 1)},
        {tr("−1 to 1"), values(-1, 1)},
        {tr("0 to 255"), values(0, 255)},
        {tr("of ImageNet (DINOv2)"), values(0, 1, {0.485, 0.456, 0.406}, {0.229, 0.224, 0.225})},
        {tr("of CLIP"),
         values(0, 1, {0.48145466, 0.4578275, 0.40821073}, {0.26862954, 0.26130258, 0.27577711})}};
}

int indexOfValues(const NetworkInput &input)
{
    const QList<NetworkValues> known = knownNetworkValues();
    for (int i = 0; i < known.size(); ++i) {
        NetworkInput same = known[i].input;
        same.side = input.side;
        if (same == input)
            return i;
    }
    return -1;
}

QString toText(const NetworkInput &input)
{
    QStringList texts{QString::number(input.side)};
    const auto append = [&texts](double value) { texts.append(QString::number(value, 'g', 17)); };
    append(input.low);
    append(input.high);
    for (const double value : input.mean)
        append(value);
    for (const double value : input.deviation)
        append(value);
    return texts.join(u',');
}

std::optional<NetworkInput> parseNetworkInput(const QString &text)
{
    const QStringList texts = text.split(u',');
    std::array<double, kNumbers> numbers{};
    if (texts.size() != kNumbers)
        return {};
    for (int i = 0; i < kNumbers; ++i) {
        bool isNumber = false;
        numbers[std::size_t(i)] = texts[i].toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers[std::size_t(i)]))
            return {};
    }
    const NetworkInput input{int(numbers[0]),
                             numbers[1],
                             numbers[2],
                             {numbers[3], numbers[4], numbers[5]},
                             {numbers[6], numbers[7], numbers[8]}};
    return isUsable(input) ? std::optional(input) : std::nullopt;
}

bool takesNetworkInput(const std::string &extractor)
{
    try {
        return !extractor.starts_with("builtin:") &&
               detectFileKind(extractor) == FileKind::TorchScript;
    } catch (const Error &) {
        // A file that is gone is refused when it is opened.
        return false;
    }
}

} // namespace quantloupe
