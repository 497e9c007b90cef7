// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "session/sensitivity_run.h"
#include "shared_data.h"

#include <cstdio>
#include <string>
#include <vector>

/// The generators on which sensitivities are timed.
namespace bench {

/// A network to measure, by how much of it a bench has time for.
struct Subject
{
    std::string name;
    std::string path;
    std::size_t samples = quantloupe::kSweepSamples;
    int rounds = 3;
    quantloupe::GeneratorPtr generator = {};
};

/// Those inside the program, and those of the shared data that are here; only names with `part`.
inline std::vector<Subject> subjectsFor(quantloupe::Session &session, const std::string &part)
{
    std::vector<Subject> subjects = {{"avatars-64", "builtin:avatars-64"},
                                     {"fashion-32", "builtin:fashion-32"}};
    // A forward of the last one takes some thousand times that of the perceptron.
    const Subject shared[] = {{"faces32_generator05.pt", {}},
                              {"faces32_generator40.pt", {}},
                              {"facegen_generator.pt", {}},
                              {"mnist_mlp_generator.ckpt", {}},
                              {"style_wave.torchscript.pt", {}, 4, 1}};
    for (Subject subject : shared) {
        subject.path = shared_data::find("models/" + subject.name).string();
        if (subject.path.empty())
            std::printf("skipped %s: %s\n", subject.name.c_str(), shared_data::kMissing);
        else
            subjects.push_back(subject);
    }
    std::erase_if(subjects, [&](const Subject &subject) {
        return subject.name.find(part) == std::string::npos;
    });
    for (Subject &subject : subjects)
        subject.generator =
            session.open({subject.path, {}, {}, {}, false}, quantloupe::RunContext());
    return subjects;
}

/// One subject that cannot be measured leaves the others.
template <typename Work> void onEach(const std::vector<Subject> &subjects, const Work &work)
{
    for (const Subject &subject : subjects)
        try {
            work(subject);
        } catch (const quantloupe::Error &error) {
            std::printf("skipped %s: %s\n", subject.name.c_str(), error.what());
        }
}

} // namespace bench
