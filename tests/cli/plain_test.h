// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <iostream>
#include <string>
#include <vector>

/// The least a test program needs, without Qt: TEST(name) { CHECK(...); } and runAll() in main.
namespace plain_test {

struct Test
{
    std::string name;
    std::function<void()> body;
};

inline std::vector<Test> &tests()
{
    static std::vector<Test> all;
    return all;
}

inline int &failures()
{
    static int count = 0;
    return count;
}

inline bool add(const char *name, void (*body)())
{
    tests().push_back({name, body});
    return true;
}

inline void fail(const char *file, int line, const std::string &what)
{
    ++failures();
    std::cout << "FAIL " << file << ":" << line << ": " << what << std::endl;
}

template <typename A, typename B>
void checkEqual(const A &actual, const B &expected, const char *file, int line, const char *text)
{
    if (actual == expected)
        return;
    std::cout << "  actual:   " << actual << "\n  expected: " << expected << "\n";
    fail(file, line, text);
}

/// `text` must hold `part`.
inline void checkContains(const std::string &text, const std::string &part, const char *file,
                          int line)
{
    if (text.find(part) == std::string::npos)
        fail(file, line, "'" + part + "' is not in '" + text + "'");
}

/// Runs all tests, or those whose name holds the first argument. The number of failed checks.
inline int runAll(int argc, char **argv)
{
    for (const Test &test : tests()) {
        if (argc > 1 && test.name.find(argv[1]) == std::string::npos)
            continue;
        const int before = failures();
        try {
            test.body();
        } catch (const std::exception &error) {
            fail(test.name.c_str(), 0, error.what());
        }
        std::cout << (failures() == before ? "PASS " : "FAIL ") << test.name << std::endl;
    }
    return failures() == 0 ? 0 : 1;
}

} // namespace plain_test

#define TEST(name)                                                                                 \
    static void name();                                                                            \
    [[maybe_unused]] static const bool name##IsAdded = plain_test::add(#name, name);               \
    static void name()
#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition))                                                                          \
            plain_test::fail(__FILE__, __LINE__, #condition);                                      \
    } while (false)
#define CHECK_EQUAL(actual, expected)                                                              \
    plain_test::checkEqual(actual, expected, __FILE__, __LINE__, #actual)
#define CHECK_CONTAINS(text, part) plain_test::checkContains(text, part, __FILE__, __LINE__)
