// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_claims.h"

#include <array>

namespace quantloupe {

namespace {

struct Baseline
{
    std::string_view method;
    const char *title;
};

constexpr std::array kBaselines = {Baseline{"extremes", "min-max"}, Baseline{"log", "log"},
                                   Baseline{"tanh", "tanh"}};
constexpr std::array kBits = {1, 2, 3};

std::string bitsText(int bits)
{
    return std::to_string(bits) + (bits == 1 ? " bit" : " bits");
}

/// Asks `question` of EM and each baseline at the same bits where both were measured.
template <typename Question>
void eachPair(std::span<const RecipeRow> rows, const Question &question)
{
    for (const int bits : kBits)
        for (const Baseline &baseline : kBaselines) {
            const RecipeRow *em = rowOf(rows, quantizerRole("em", bits));
            const RecipeRow *other = rowOf(rows, quantizerRole(baseline.method, bits));
            if (em && other)
                question(*em, *other, std::string(baseline.title) + " at " + bitsText(bits));
        }
}

std::string lowBitsText(std::span<const RecipeRow> rows)
{
    std::string text;
    for (const int bits : {1, 2})
        if (const RecipeRow *row = rowOf(rows, quantizerRole("em", bits)))
            if (const std::string distances = distancesText(*row); !distances.empty())
                text += (text.empty() ? "" : "; ") + bitsText(bits) + ": " + distances;
    return text;
}

std::string tallyText(const Tally &tally, const std::string &what, const std::string &exceptions)
{
    if (tally.all() == 0)
        return "Nothing was measured of " + what + ".";
    return std::to_string(tally.yes()) + " of " + std::to_string(tally.all()) + " comparisons of " +
           what + " say so" + (exceptions.empty() ? "" : ", not " + exceptions) +
           (tally.open() == 0 ? "" : "; noise hides " + std::to_string(tally.open()) + " of them") +
           ".";
}

void addException(std::string &exceptions, const std::string &what)
{
    exceptions += (exceptions.empty() ? "" : "; ") + what;
}

RecipeClaim distanceClaim(std::span<const RecipeRow> rows)
{
    Tally tally;
    std::string exceptions;
    eachPair(rows, [&](const RecipeRow &em, const RecipeRow &other, const std::string &which) {
        for (const MetricKind kind : recipeDistances()) {
            const MetricRow *ours = metricOf(em, kind);
            const MetricRow *theirs = metricOf(other, kind);
            if (!ours || !theirs || !ours->delta || !theirs->delta)
                continue;
            const Answer answer = isNearer(*ours, *theirs);
            tally.add(answer);
            if (answer == Answer::No)
                addException(exceptions, which + " by " + ours->name + ", " +
                                             figures(*ours->quantized) + " against " +
                                             figures(*theirs->quantized));
        }
    });
    return {ClaimBy::Quantloupe,
            "Without training, EM is nearer to the reference than min-max, log and tanh at the "
            "same bits.",
            tally.verdict(),
            tally.all() == 0 ? noDistanceText(rows) : tallyText(tally, "distances", exceptions)};
}

RecipeClaim levelsClaim(std::span<const RecipeRow> rows)
{
    Tally tally;
    std::string exceptions;
    eachPair(rows, [&](const RecipeRow &em, const RecipeRow &other, const std::string &which) {
        if (!em.levels || !other.levels)
            return;
        const bool isFuller = em.levels->entropy > other.levels->entropy;
        tally.add(isFuller ? Answer::Yes : Answer::No);
        if (!isFuller)
            addException(exceptions, which + ", " + figures(em.levels->entropy) + " against " +
                                         figures(other.levels->entropy) + " bits a code");
    });
    return {ClaimBy::Quantloupe,
            "On the same finished weights, codes of EM hold more information than those of "
            "min-max, log and tanh at the same bits.",
            tally.verdict(), tallyText(tally, "the entropy of codes", exceptions)};
}

std::string entropiesText(std::span<const RecipeRow> rows)
{
    std::string text;
    const auto add = [&](std::string_view method, const std::string &title) {
        if (const RecipeRow *row = rowOf(rows, quantizerRole(method, 2)); row && row->levels)
            text += (text.empty() ? "at 2 bits, codes hold " : ", ") +
                    figures(row->levels->entropy) + " bits (" + title + ")";
    };
    add("em", "EM");
    for (const Baseline &baseline : kBaselines)
        add(baseline.method, baseline.title);
    return text;
}

} // namespace

std::vector<RecipeClaim> judgeQgan(std::span<const RecipeRow> rows)
{
    return {trainingClaim("Generators trained with weights of 1 or 2 bits by EM come close to the "
                          "quality of float.",
                          lowBitsText(rows)),
            trainingClaim("Min-max, log and tanh fail at few bits because they leave levels "
                          "underrepresented.",
                          entropiesText(rows)),
            trainingClaim("A multi-precision search finds the bits that generator and "
                          "discriminator need for a wanted quality.",
                          {}),
            distanceClaim(rows), levelsClaim(rows)};
}

} // namespace quantloupe
