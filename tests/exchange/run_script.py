#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the script of an NNCF export as Python runs it, with a module in the place of NNCF's.

run_script.py nncf FILE prints the sorted arguments that ignored_scope() gives IgnoredScope.
"""

import pathlib
import sys
import types

import check_export


def main(arguments):
    name, script = arguments
    module = types.ModuleType(name)
    module.IgnoredScope = dict
    scope = check_export.run_script(pathlib.Path(script), {name: module})
    print(sorted(scope["ignored_scope"]()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
