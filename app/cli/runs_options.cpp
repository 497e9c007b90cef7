// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_options.h"

namespace quantloupe::cli {

void addTo(CLI::App &command, RunsOptions &options)
{
    command
        .add_option("ACTION", options.action,
                    "list, show, repeat, verify, note, tag, delete, restore, purge or recover")
        ->required()
        ->check(CLI::IsMember({"list", "show", "repeat", "verify", "note", "tag", "delete",
                               "restore", "purge", "recover"}));
    command.add_option("RUN", options.run, "The number of a run in the list")
        ->check(CLI::Range(1, 1000000000));
    command.add_option("WORDS", options.words,
                       "note: the text, none to remove it; tag: the tags, one in each word or "
                       "several between commas, instead of those there were");
    command.add_option("--text", options.text,
                       "list: runs with this in their command, generator, note or tags");
    command.add_option("--command", options.command, "list: runs of one command");
    command
        .add_option("--state", options.state,
                    "list: running, finished, cancelled, failed or interrupted")
        ->check(CLI::IsMember({"running", "finished", "cancelled", "failed", "interrupted"}));
    command.add_option("--tag", options.tag, "list: runs with this tag");
    command.add_flag("--deleted", options.deleted, "list: deleted runs, which restore brings back");
    command.add_option("--most", options.most, "list: the newest so many")
        ->check(CLI::Range(1, 1000000000));
    command.add_option("--picture", options.picture,
                       "show: write the picture of the run to FILE.png");
    command.add_flag("--print", options.print, "repeat: say the command instead of running it");
}

} // namespace quantloupe::cli
