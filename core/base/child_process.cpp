// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/child_process.h"
#include "base/elapsed.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quantloupe {

namespace {

constexpr std::size_t kMostOutput = 1 << 20;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// Sanitizers reserve terabytes of address space.
constexpr bool kLimitsAddressSpace = false;
#else
constexpr bool kLimitsAddressSpace = true;
#endif

void setLimit(int resource, std::uint64_t value)
{
    const rlimit limit = {value, value};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// Between fork and exec only async-signal-safe calls are allowed.
[[noreturn]] void becomeChild(const ChildRequest &request, char *const *argv, int output)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    setLimit(RLIMIT_CORE, 0);
    setLimit(RLIMIT_CPU, static_cast<std::uint64_t>(request.cpuSeconds));
    if (kLimitsAddressSpace && request.addressSpaceBytes > 0)
        setLimit(RLIMIT_AS, request.addressSpaceBytes);
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::execv(request.program.c_str(), argv);
    ::_exit(127);
}

/// Kills and reaps the child unless it was waited for.
class Child
{
public:
    Child(const ChildRequest &request)
    {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            throwStart();
        std::vector<std::string> words = {request.program};
        words.insert(words.end(), request.arguments.begin(), request.arguments.end());
        std::vector<char *> argv;
        for (std::string &word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        m_pid = ::fork();
        if (m_pid == 0)
            becomeChild(request, argv.data(), pipe[1]);
        ::close(pipe[1]);
        m_output = pipe[0];
        if (m_pid < 0)
            throwStart();
    }
    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
        ::close(m_output);
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// False at the end of its output.
    bool readSome(std::string &text, int milliseconds) const
    {
        pollfd ready = {m_output, POLLIN, 0};
        if (::poll(&ready, 1, milliseconds) <= 0)
            return true;
        std::array<char, 4096> buffer;
        const ssize_t count = ::read(m_output, buffer.data(), buffer.size());
        if (count > 0 && text.size() < kMostOutput)
            text.append(buffer.data(), static_cast<std::size_t>(count));
        return count > 0 || (count < 0 && errno == EINTR);
    }

    int wait()
    {
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return status;
    }

private:
    [[noreturn]] static void throwStart()
    {
        throw Error(ErrorKind::Internal, std::string("A helper process could not be started: ") +
                                             std::strerror(errno) + ".");
    }

    pid_t m_pid = -1;
    int m_output = -1;
};

std::string describeStatus(int status)
{
    if (WIFSIGNALED(status))
        return "signal " + std::to_string(WTERMSIG(status)) + " (" + ::strsignal(WTERMSIG(status)) +
               ")";
    return "exit code " + std::to_string(WEXITSTATUS(status));
}

} // namespace

ChildResult runChild(const ChildRequest &request, const RunContext &context)
{
    const auto start = std::chrono::steady_clock::now();
    Child child(request);
    ChildResult result;
    bool open = true;
    while (open && !result.timedOut) {
        context.checkCancelled();
        open = child.readSome(result.output, 50);
        result.seconds = secondsSince(start);
        result.timedOut = result.seconds > request.wallSeconds;
    }
    if (result.timedOut)
        return result;
    const int status = child.wait();
    // The processor-time limit ends it with SIGXCPU or, when that is ignored, SIGKILL.
    result.timedOut = WIFSIGNALED(status) &&
                      (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL) &&
                      result.seconds >= 0.9 * request.cpuSeconds;
    result.ending = describeStatus(status);
    return result;
}

} // namespace quantloupe
