#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an HTML report: tags in order, nothing from elsewhere, pictures that are PNG, its JSON.

check_report.py FILE; prints one line, exit status 1 names the first fault.
"""

import base64
import html.parser
import json
import pathlib
import re
import sys

VOID = {"meta", "img", "link", "br", "hr"}
NEEDED = {"html", "head", "title", "style", "body", "h1", "table", "svg", "pre"}


class Fault(Exception):
    pass


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.tags = set()
        self.pictures = 0
        self.texts = {"script": "", "style": "", "code": ""}

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name.startswith("on"):
                raise Fault(f"<{tag}> has a handler")
            if name in ("src", "href"):
                self.check_source(tag, value)
        if tag == "script" and ("type", "application/json") not in attributes:
            raise Fault("a script runs")
        if tag not in VOID:
            self.open.append(tag)

    def check_source(self, tag, value):
        prefix = "data:image/png;base64,"
        if tag != "img" or not value.startswith(prefix):
            raise Fault(f"<{tag}> loads {value[:40]}")
        if not base64.b64decode(value[len(prefix):], validate=True).startswith(b"\x89PNG\r\n"):
            raise Fault("a picture is no PNG")
        self.pictures += 1

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise Fault(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if self.open and self.open[-1] in self.texts:
            self.texts[self.open[-1]] += data


def check(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    if not text.startswith("<!DOCTYPE html>"):
        raise Fault("no document type")
    page = Page()
    page.feed(text)
    page.close()
    if page.open:
        raise Fault(f"<{page.open[-1]}> stays open")
    missing = NEEDED - page.tags
    if missing:
        raise Fault(f"{sorted(missing)} are missing")
    if re.search(r"url\(|@import|https?://", page.texts["style"]):
        raise Fault("the style loads something")
    if "prefers-color-scheme: dark" not in page.texts["style"]:
        raise Fault("no dark colours")
    configuration = json.loads(page.texts["script"])
    return page, configuration


def main(arguments):
    try:
        page, configuration = check(arguments[0])
    except (Fault, ValueError) as fault:
        print(f"{type(fault).__name__}: {fault}")
        return 1
    print(f"{page.pictures} pictures, {len(configuration['layers'])} layers, {page.texts['code']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
