// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include "base/file_io.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace command {

namespace fs = std::filesystem;

namespace {

struct TemporaryFolder
{
    TemporaryFolder()
    {
        std::string pattern = (fs::temp_directory_path() / "tst_cli-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { fs::remove_all(path); }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    fs::path path;
};

[[noreturn]] void becomeProgram(const std::vector<std::string> &arguments, const std::string &out,
                                const std::string &err)
{
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        ::unsetenv(display);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    std::vector<std::string> words = {QUANTLOUPE_BIN_DIR "/quantloupe-cli"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(127);
}

/// Before its main function a program dies of a signal like any other; on a busy machine loading
/// its libraries takes seconds.
bool watchesSignals(pid_t child)
{
    std::ifstream status("/proc/" + std::to_string(child) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("SigBlk:"))
            return std::stoull(line.substr(7), nullptr, 16) & (1ULL << (SIGINT - 1));
    return false;
}

int waitFor(pid_t child, const Interruption &interruption)
{
    bool sent = !interruption.when;
    int status = 0;
    while (::waitpid(child, &status, sent ? 0 : WNOHANG) == 0) {
        if (interruption.when() && watchesSignals(child)) {
            ::kill(child, interruption.signal);
            sent = true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

test_networks::Module endlessModule()
{
    return test_networks::scripted("def forward(self, x: Tensor) -> Tensor:\n"
                                   "    i = 0\n"
                                   "    while i >= 0:\n"
                                   "        i = (i + 1) % 1000\n"
                                   "    return torch.matmul(x, torch.t(self.w)) + float(i)\n",
                                   {{"w", test_networks::weight({768, 10}, 1)}});
}

} // namespace

const fs::path &folder()
{
    static const TemporaryFolder temporary;
    return temporary.path;
}

fs::path emptyFolder()
{
    static int count = 0;
    const fs::path path = folder() / ("folder" + std::to_string(++count));
    fs::create_directories(path);
    return path;
}

std::string namesIn(const fs::path &path)
{
    std::vector<std::string> names;
    for (const fs::directory_entry &entry : fs::directory_iterator(path))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

Result run(const std::vector<std::string> &arguments, const Interruption &interruption,
           const std::string &outputFile)
{
    const std::string out = outputFile.empty() ? (folder() / "stdout.txt").string() : outputFile;
    const std::string err = (folder() / "stderr.txt").string();
    const pid_t child = ::fork();
    if (child == 0)
        becomeProgram(arguments, out, err);
    Result result;
    result.code = waitFor(child, interruption);
    if (outputFile.empty())
        result.output = quantloupe::readTextFile(out);
    result.errors = quantloupe::readTextFile(err);
    return result;
}

std::string dcgan()
{
    const fs::path path = folder() / "dcgan.pth";
    if (!fs::exists(path))
        test_networks::writeZipPickle(path, test_networks::sequentialNetworks().front().tensors);
    return path.string();
}

std::string imageToImage()
{
    const fs::path path = folder() / "cyclegan.safetensors";
    if (!fs::exists(path))
        test_networks::writeSafetensors(path, test_networks::cycleGan().tensors);
    return path.string();
}

std::string twoReaders()
{
    const fs::path path = folder() / "readers.pt";
    if (!fs::exists(path))
        test_networks::twoReaders().module.save(path.string());
    return path.string();
}

std::string labelled()
{
    const fs::path path = folder() / "labelled.pt";
    if (!fs::exists(path))
        test_networks::labelled(test_networks::Form::Traced).module.save(path.string());
    return path.string();
}

std::string endless()
{
    const fs::path path = folder() / "endless.pt";
    if (!fs::exists(path))
        endlessModule().save(path.string());
    return path.string();
}

} // namespace command
