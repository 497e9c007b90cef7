# SPDX-License-Identifier: GPL-3.0-or-later
# Help page (Markdown on stdin or as a file) to man page: headings, paragraphs, lists, code blocks,
# and tables of two columns, whose first row is a header. A paragraph is one line.
#   awk -v program=P -v version=V -v date=D -v summary=S -f man_page.awk PAGE.md

function escaped(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/–/, "\\(en", text)
    return text
}

# Links become their text, code and strong text bold, emphasis italic.
function inlined(text,    result) {
    text = escaped(text)
    while (match(text, /\[[^]]*\]\([^)]*\)/)) {
        result = substr(text, RSTART, RLENGTH)
        sub(/^\[/, "", result)
        sub(/\]\([^)]*\)$/, "", result)
        text = substr(text, 1, RSTART - 1) result substr(text, RSTART + RLENGTH)
    }
    text = replaced(text, "`", "\\fB")
    text = replaced(text, "[*][*]", "\\fB")
    return text
}

function replaced(text, mark, font,    result, open) {
    result = ""
    while (match(text, mark)) {
        result = result substr(text, 1, RSTART - 1) (open ? "\\fR" : font)
        open = !open
        text = substr(text, RSTART + RLENGTH)
    }
    return result text
}

# A line of text must not be taken for a request.
function put(text) {
    print (text ~ /^[.']/ ? "\\&" : "") text
}

# A new paragraph, unless a heading has just begun one.
function gap() {
    if (!fresh)
        print ".PP"
    fresh = 0
}

function table_row(line,    cells) {
    sub(/^\| */, "", line)
    sub(/ *\|$/, "", line)
    split(line, cells, / +\| +/)
    print ".TP"
    fresh = 0
    put(inlined(cells[1]))
    put(inlined(cells[2]))
}

BEGIN {
    printf ".TH %s 1 \"%s\" \"Quantloupe %s\" \"User Commands\"\n", toupper(escaped(program)), date,
        version
    print ".SH NAME"
    print escaped(program) " \\- " escaped(summary)
}

/^```/ {
    code = !code
    if (code)
        gap()
    print (code ? ".EX" : ".EE")
    next
}
code { put(escaped($0)); next }
/^# / { next }
/^## / {
    print ".SH " toupper(inlined(substr($0, 4)))
    fresh = 1
    next
}
/^### / {
    print ".SS " inlined(substr($0, 5))
    fresh = 1
    next
}
/^\|---/ { next }
/^\|/ {
    if (inTable)
        table_row($0)
    inTable = 1
    next
}
/^- / {
    print ".IP \\(bu 2"
    put(inlined(substr($0, 3)))
    fresh = 0
    next
}
/^!\[/ { next }
/^ *$/ { inTable = 0; next }
{
    gap()
    put(inlined($0))
}
END { print ".SH SEE ALSO\n" (program ~ /cli/ ? ".BR quantloupe (1)" : ".BR quantloupe\\-cli (1)") }
