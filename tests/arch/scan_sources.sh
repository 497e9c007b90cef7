#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks the layers of the source tree ROOT (docs: the folder map in the README): prints one line for
# each violation and fails if there is one.
#   scan_sources.sh ROOT
set -u
cd "${1:?usage: scan_sources.sh ROOT}" || exit 2

# Each folder of core may include only itself and those before it.
layers=(base image data model quant engine metrics analysis train store exchange session)
most_lines=400
violations=0

complain() {
    echo "$1"
    violations=$((violations + 1))
}

sources() { # FOLDER...
    local folder
    for folder in "$@"; do
        [ -d "$folder" ] && find "$folder" -name '*.h' -o -name '*.cpp' | grep "^$folder/"
    done | sort
}

# "line:path" of every include.
includes() {
    sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]([^>"]+)[>"].*/\1/p' "$1"
}

rank() {
    local i
    for i in "${!layers[@]}"; do
        [ "${layers[$i]}" = "$1" ] && echo "$i" && return
    done
    echo -1
}

scan_layers() {
    local file folder own path other
    while read -r file; do
        folder=${file#core/}
        folder=${folder%%/*}
        own=$(rank "$folder")
        [ "$own" -lt 0 ] && complain "$file: the folder core/$folder is no layer" && continue
        while read -r path; do
            other=$(rank "${path%%/*}")
            [ -e "core/$path" ] && [ "$other" -gt "$own" ] &&
                complain "$file: includes $path, but $folder comes before ${path%%/*}"
        done < <(includes "$file")
    done < <(sources core)
}

# FILES on stdin whose includes match PATTERN break the rule SENTENCE.
forbid() { # PATTERN SENTENCE
    local file path
    while read -r file; do
        while read -r path; do
            [[ $path =~ $1 ]] && complain "$file: includes $path; $2"
        done < <(includes "$file")
    done
}

qt='^(Q[A-Z]|Qt|qcustomplot|q[a-z]+\.h$)'
torch='^(torch|ATen|c10|caffe2)/'
opencv='^(opencv2|opencv)/'

# Headers of core that reach LibTorch or OpenCV, directly or through other headers of core.
tainted_headers() {
    local known="" fresh file path
    while :; do
        fresh=""
        while read -r file; do
            [[ " $known " == *" ${file#core/} "* ]] && continue
            while read -r path; do
                if [[ $path =~ $torch || $path =~ $opencv || " $known " == *" $path "* ]]; then
                    fresh+=" ${file#core/}"
                    break
                fi
            done < <(includes "$file")
        done < <(sources core | grep '\.h$')
        [ -z "$fresh" ] && break
        known+="$fresh"
    done
    echo "$known"
}

scan_window() {
    local file path tainted
    tainted=$(tainted_headers)
    while read -r file; do
        while read -r path; do
            [[ " $tainted " == *" $path "* ]] &&
                complain "$file: includes $path, which includes LibTorch or OpenCV"
        done < <(includes "$file")
    done < <(sources ui)
}

scan_torch_with_plots() {
    local file all
    while read -r file; do
        all=$(includes "$file")
        grep -qE "$torch" <<<"$all" && grep -q qcustomplot <<<"$all" &&
            complain "$file: includes LibTorch and QCustomPlot, which cannot meet"
    done < <(sources core ui app tests)
}

scan_files() {
    local file lines
    while read -r file; do
        lines=$(wc -l <"$file")
        [ "$lines" -gt "$most_lines" ] && complain "$file: has $lines lines, more than $most_lines"
    done < <(sources core ui app)
    while read -r file; do
        head -n 1 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
            complain "$file: has no SPDX line at its top"
    done < <(sources core ui app tests)
}

# What follows the locale: where it has a decimal comma, files and scales would.
by_locale='\b(v?s?n?printf|sscanf|strto[dfl]d?|stod|stof|stold|atof)[[:space:]]*\('

scan_numbers() {
    local file
    while read -r file; do
        grep -qE "$by_locale" "$file" &&
            complain "$file: formats or reads numbers by the locale; base/number_text.h does not"
    done < <(sources core)
}

scan_layers
scan_numbers
forbid "$qt" "core knows no Qt" < <(sources core)
forbid "$qt" "the command line knows no Qt" < <(sources app/cli)
forbid "$torch" "the window sees no LibTorch" < <(sources ui)
forbid "$opencv" "the window sees no OpenCV" < <(sources ui)
forbid "$torch" "the command line sees no LibTorch" < <(sources app)
scan_window
scan_torch_with_plots
scan_files
[ "$violations" -eq 0 ]
