#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shows that scan_sources.sh finds each kind of violation and nothing in a tree that keeps the rules.
set -u
scan=$(dirname "$(readlink -f "$0")")/scan_sources.sh
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
spdx='// SPDX-License-Identifier: GPL-3.0-or-later'
failures=0

put() { # FILE LINE...
    local file=$root/$1
    shift
    mkdir -p "$(dirname "$file")"
    printf '%s\n' "$spdx" "$@" >"$file"
}

good_tree() {
    rm -rf "${root:?}"/*
    put core/base/error.h '#include <string>'
    put core/model/program.h '#include "base/error.h"' '#include <ATen/ATen.h>'
    put core/model/info.h '#include "base/error.h"'
    put core/session/session.h '#include "model/info.h"'
    put core/session/session.cpp '#include "model/program.h"'
    put ui/widgets/grid.cpp '#include "session/session.h"' '#include <QWidget>'
    put ui/plots/plot.cpp '#include <qcustomplot.h>'
    put app/cli/main.cpp '#include "session/session.h"'
}

expect() { # NAME SENTENCE: the scan fails and says so
    local said
    said=$("$scan" "$root")
    if [ $? -eq 0 ] || ! grep -qF "$2" <<<"$said"; then
        echo "FAIL: $1: expected '$2', got: ${said:-nothing}"
        failures=$((failures + 1))
    fi
    good_tree
}

good_tree
said=$("$scan" "$root") || { echo "FAIL: a good tree: $said"; failures=1; }

put core/base/error.h '#include "model/info.h"'
expect "upward include" "core/base/error.h: includes model/info.h, but base comes before model"
put core/extra/thing.h
expect "unknown folder" "the folder core/extra is no layer"
put core/model/info.h '#include <QString>'
expect "Qt in core" "core/model/info.h: includes QString; core knows no Qt"
put core/model/info.h '  #  include <QtCore/QObject>'
expect "Qt with blanks" "core knows no Qt"
put app/cli/main.cpp '#include <qglobal.h>'
expect "Qt in the command line" "the command line knows no Qt"
put app/cli/main.cpp '#include <torch/torch.h>'
expect "LibTorch in the command line" "the command line sees no LibTorch"
put ui/widgets/grid.cpp '#include <c10/util/Optional.h>'
expect "LibTorch in the window" "the window sees no LibTorch"
put ui/widgets/grid.cpp '#include <opencv2/core.hpp>'
expect "OpenCV in the window" "the window sees no OpenCV"
put ui/widgets/grid.cpp '#include "model/program.h"'
expect "LibTorch through a header" "ui/widgets/grid.cpp: includes model/program.h, which includes"
put core/session/session.h '#include "model/program.h"'
expect "LibTorch through two headers" "includes session/session.h, which includes LibTorch"
put tests/ui/tst.cpp '#include <qcustomplot.h>' '#include <ATen/ATen.h>'
expect "LibTorch with QCustomPlot" "includes LibTorch and QCustomPlot"
put core/base/error.h 'double x = std::stod (text);'
expect "a number by the locale" "core/base/error.h: formats or reads numbers by the locale"
put core/base/error.h 'std::snprintf(text, 9, "%f", x);'
expect "text by the locale" "core/base/error.h: formats or reads numbers by the locale"
for _ in $(seq 401); do echo "int x;"; done >"$root/body"
cat "$root/body" >>"$root/core/base/error.h"
expect "long file" "more than 400"
echo "int x;" >"$root/core/base/plain.h"
expect "no licence" "core/base/plain.h: has no SPDX line"

[ "$failures" -eq 0 ] && echo "All kinds of violations are found."
[ "$failures" -eq 0 ]
