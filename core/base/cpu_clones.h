// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Put before a free function with a plain loop: the compiler then makes it once for each listed
/// instruction set and the loader picks one. Results do not differ, because every listed set
/// rounds alike and the library is compiled without contraction. Empty where indirect functions
/// are not to be had: other processors, other compilers, and sanitizers, whose checks would run
/// before their runtime is ready.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define QUANTLOUPE_CPU_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define QUANTLOUPE_CPU_CLONES
#endif
