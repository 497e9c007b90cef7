// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "small_training.h"
#include "train/train_generator.h"

#include <QTemporaryDir>

#include <chrono>
#include <thread>

/// Whole trainings, and what becomes of them.
namespace training_runs {

inline bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// The sentence that a training is refused with; empty if it is not, or if the fault is ours.
inline std::string refusal(const quantloupe::TrainRequest &request, std::string *context = nullptr)
{
    using namespace quantloupe;
    try {
        trainGenerator(request, RunContext());
    } catch (const Error &error) {
        if (context)
            *context = error.context();
        return error.kind() == ErrorKind::Internal ? "" : error.what();
    }
    return "";
}

/// Trains until a file is there. True if that came before the end.
inline bool stopsAt(const std::filesystem::path &file, const quantloupe::TrainRequest &request)
{
    using namespace quantloupe;
    std::stop_source stop;
    std::jthread watcher([&](const std::stop_token &end) {
        while (!end.stop_requested() && !std::filesystem::exists(file))
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stop.request_stop();
    });
    try {
        trainGenerator(request, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        return true;
    }
    return false;
}

/// Folders for trainings, removed at the end.
class Folders
{
public:
    std::filesystem::path operator()(const char *name) const
    {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::filesystem::create_directories(path);
        return path;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace training_runs
