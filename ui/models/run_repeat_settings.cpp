// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_repeat_settings.h"

#include "data/sample_list.h"
#include "session/recipe_run.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <functional>

namespace quantloupe::run_repeat {

namespace {

constexpr std::uint64_t kMostCount = 10000000;

/// The values of "0.5,0.5,0.5".
template <std::size_t kCount>
std::array<double, kCount> numbersIn(const std::string &option, const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(u',');
    std::array<double, kCount> numbers{};
    bool isNumber = parts.size() == qsizetype(kCount);
    for (std::size_t i = 0; isNumber && i < kCount; ++i)
        numbers[i] = parts[qsizetype(i)].toDouble(&isNumber);
    if (!isNumber)
        refuseOption(option);
    return numbers;
}

NetworkInput takeInput(RunQuestion &question)
{
    NetworkInput input;
    const std::string range = "--extractor-input-range";
    const std::string mean = "--extractor-mean";
    const std::string deviation = "--extractor-deviation";
    input.side =
        int(question.takeNumber("--extractor-input-side", std::uint64_t(input.side), 100000));
    const auto ends = numbersIn<2>(range, question.take(range, "0,1"));
    input.low = ends[0];
    input.high = ends[1];
    input.mean = numbersIn<3>(mean, question.take(mean, "0,0,0"));
    input.deviation = numbersIn<3>(deviation, question.take(deviation, "1,1,1"));
    return input;
}

void takeFeatures(RunQuestion &question, MetricsSettings &measuring)
{
    ChosenFeatures &features = measuring.features;
    features = {};
    features.extractor = question.takeFile("--extractor", std::string(kBuiltinExtractor));
    features.depth = question.takeNumber("--depth", kFidDimension, kFidDimension);
    features.pipeline = question.take("--pipeline");
    features.input = takeInput(question);
    if (!isBuiltinExtractor(features))
        measuring.extractorFile = QString::fromStdString(features.extractor);
}

/// How pictures of a reference get the generator's size.
void takeFit(RunQuestion &question, const GeneratorInfo &info, MetricsReference &reference)
{
    const QString crop = QString::fromStdString(question.take("--crop", "center"));
    const QStringList size = QString::fromStdString(question.take("--resize")).split(u':');
    if (!size.first().isEmpty() && size.first() != QString::number(info.output.back()))
        refuseOption("--resize");
    setFit(reference, crop, size.value(1));
}

/// The part of one picture, where a sweep is about that.
std::optional<PicturePart> takePart(RunQuestion &question)
{
    const std::string samples = question.take("--samples");
    const std::string region = question.take("--region");
    if (samples.empty() && region.empty())
        return {};
    if (samples.empty())
        refuseOption("--region");
    const SampleList list = parseSampleList(samples);
    if (region.empty() || list.samples.size() != 1 || !list.blends.empty())
        refuseOption("--samples");
    return PicturePart{list.samples.front(), parsePixelRect(region)};
}

std::string only(RunQuestion &question, const std::string &option, std::string_view usual)
{
    const std::vector<std::string> values = question.takeAll(option, {std::string(usual)});
    if (values.size() != 1)
        refuseOption(option);
    return values.front();
}

} // namespace

std::vector<int> takeBits(RunQuestion &question, const std::vector<int> &usual, int most,
                          bool hasFloat)
{
    std::vector<std::string> texts;
    for (const int each : usual)
        texts.push_back(std::to_string(each));
    std::vector<int> bits;
    for (const std::string &text : question.takeAll("--bits", texts)) {
        const int each = QString::fromStdString(text).toInt();
        if ((each < 1 || each > most) && !(hasFloat && each == kFloatBits))
            refuseOption("--bits");
        bits.push_back(each);
    }
    std::ranges::sort(bits, std::greater());
    bits.erase(std::ranges::unique(bits).begin(), bits.end());
    return bits;
}

void takeMeasuring(RunQuestion &question, const std::vector<MetricKind> &metrics,
                   const std::string &usualReference, const GeneratorInfo &info,
                   MetricsSettings &measuring)
{
    measuring.reference.source = question.takeFile("--reference", usualReference);
    const bool hasReference = !std::ranges::all_of(metrics, isPaired);
    if (hasReference && measuring.reference.source != kFloatReference)
        takeFit(question, info, measuring.reference);
    if (std::ranges::any_of(metrics, usesFeatures))
        takeFeatures(question, measuring);
    measuring.allowSmallFid = question.takeFlag("--few");
}

void takeMetrics(RunQuestion &question, const GeneratorInfo &info, MetricsSettings &measuring)
{
    measuring.metrics = parseMetrics(question.take("--metric", "fid,swd,psnr,ssim,sqnr"));
    measuring.count = question.takeNumber("--count", kMetricSamples, kMostCount);
    takeMeasuring(question, measuring.metrics, kFloatReference, info, measuring);
    if (std::ranges::count(measuring.metrics, MetricKind::Lpips) > 0)
        measuring.perceptual = {question.takeFile("--lpips-trunk"),
                                question.takeFile("--lpips-heads")};
}

void takeSensitivity(RunQuestion &question, const GeneratorInfo &info, RunRepeat &repeat)
{
    SensitivitySettings &settings = repeat.sensitivity;
    const std::vector<MetricKind> metrics = parseMetrics(question.take("--metric", "sqnr"));
    if (metrics.size() != 1 || std::ranges::count(sensitivityMetrics(), metrics.front()) == 0)
        refuseOption("--metric");
    settings.metric = metrics.front();
    settings.bits =
        takeBits(question, SensitivityPlan().bits, SensitivitySettings::kMostBits, false);
    settings.site = parseSensitivitySite(only(question, "--site", name(SensitivitySite::Weights)));
    settings.mode = parseSensitivityMode(only(question, "--mode", name(SensitivityMode::Alone)));
    settings.count =
        question.takeNumber("--count", kSweepSamples, SensitivitySettings::kMostSamples);
    settings.repeats = int(question.takeNumber("--repeats", 1, SensitivitySettings::kMostRepeats));
    settings.part = takePart(question);
    if (settings.part && !comparesParts(settings.metric))
        refuseOption("--region");
    settings.sketch = question.takeFlag("--sketch");
    if (settings.sketch && !canSketch(settings))
        refuseOption("--sketch");
    // The only ones that the page has.
    question.expect("--method", "mse");
    question.expect("--estimator", "percentile");
    takeMeasuring(question, metrics, kFloatReference, info, repeat.measuring);
}

void takeRecipe(RunQuestion &question, const GeneratorInfo &info, const std::string &generator,
                const std::string &open, RunRepeat &repeat)
{
    repeat.recipe = parseRecipe(question.take("RECIPE"));
    const std::string usual = usualRecipeReference(generator);
    MetricsSettings &measuring = repeat.measuring;
    measuring.count = question.takeNumber("--count", kMetricSamples, kMostCount);
    takeMeasuring(question, {MetricKind::SlicedWasserstein, MetricKind::Frechet},
                  usual.empty() ? kFloatReference : usual, info, measuring);
    // The page takes the usual one for it.
    if (!usualRecipeReference(open).empty() && measuring.reference.source == kFloatReference)
        refuseOption("--reference");
}

} // namespace quantloupe::run_repeat
