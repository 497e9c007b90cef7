#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check_install.sh CHECK FILE...: 0 for valid, 77 for a missing tool, with one line that names it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "$*"
    exit 1
}

need() { # PROGRAM PACKAGE
    command -v "$1" >/dev/null && return
    echo "Skipped: there is no $1 (Debian: $2)."
    exit 77
}

check_desktop() {
    need desktop-file-validate desktop-file-utils
    desktop-file-validate --warn-kde "$1"
}

check_metainfo() {
    need appstreamcli appstream
    appstreamcli validate --no-net "$1"
}

check_mime() {
    need update-mime-database shared-mime-info
    mkdir -p "$folder/mime/packages"
    cp "$1" "$folder/mime/packages/quantloupe.xml"
    XDG_DATA_HOME=$folder update-mime-database "$folder/mime" 2>"$folder/errors"
    [[ ! -s $folder/errors ]] || fail "$(cat "$folder/errors")"
    grep -q 'application/vnd.quantloupe.configuration+json:\*.quantloupe.json' "$folder/mime/globs2" ||
        fail "the suffix .quantloupe.json is not known"
    grep -aq '"quantloupe-configuration"' "$folder/mime/magic" || fail "the contents are not known"
}

check_schema() {
    # The MIME type is recognized by the value of the key "format".
    grep -q '"const": "quantloupe-configuration"' "$1" || fail "the schema names another format"
}

check_icons() {
    need xmllint libxml2-utils
    xmllint --noout "$1"/*.svg
    for icon in "$1"/*.svg; do
        read -r width height < <(sed -nE 's/.*<svg.* width="([0-9]+)" height="([0-9]+)".*/\1 \2/p' "$icon")
        [[ $width == "$height" ]] || fail "$icon is no square"
    done
}

check_manual() {
    need mandoc mandoc
    local manual
    for manual in "$@"; do
        mandoc -Tlint -Wwarning "$manual"
        mandoc -Thtml "$manual" >"$folder/page.html"
        grep -q 'SYNOPSIS</a>' "$folder/page.html" || fail "$manual has no synopsis"
    done
}

installed_files() { # GUI
    echo share/doc/quantloupe/{LICENSE,README.md,CHANGELOG.md,help/keys.md,help/de/keys.md,help/pictures/window.png}
    echo share/quantloupe/{architectures/dcgan64.json,schema/configuration.schema.json,export_torchscript.py}
    echo share/mime/packages/quantloupe.xml share/man/man1/quantloupe-cli.1*
    [[ -n $1 ]] || return 0
    echo share/applications/quantloupe.desktop share/metainfo/org.quantloupe.Quantloupe.metainfo.xml
    echo share/icons/hicolor/{16x16,24x24,32x32,48x48,64x64,128x128,256x256,512x512}/apps/quantloupe.png
    echo share/icons/hicolor/scalable/apps/quantloupe.svg share/man/man1/quantloupe.1*
}

check_tree() { # BUILD-FOLDER
    local prefix=$folder/prefix gui="" file
    cmake --install "$1" --prefix "$prefix" >/dev/null
    [[ ! -e $prefix/bin/quantloupe ]] || gui=yes
    cd "$prefix"
    for file in $(installed_files "$gui"); do
        [[ -s $file ]] || fail "$file was not installed"
    done
    # A build folder's path would be one more thing that the programs cannot do without.
    ! grep -rlaF "$1" share || fail "these files name the build folder"
    cd /
    "$prefix/bin/quantloupe-cli" inspect builtin:fashion-32 --json >"$folder/answer"
    grep -q '"command": "inspect"' "$folder/answer" || fail "quantloupe-cli gave no answer"
    [[ -z $gui ]] || "$prefix/bin/quantloupe" --screenshot "$folder/window.png" builtin:fashion-32
    [[ -z $gui || -s $folder/window.png ]] || fail "quantloupe drew no window"
}

check=$1
shift
"check_$check" "$@"
