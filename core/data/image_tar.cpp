// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "data/image_readers.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint64_t kMostBytes = 4ULL << 30;
constexpr std::int64_t kLargestMember = 256LL << 20;
constexpr std::size_t kPiece = 1 << 20;

struct ArchiveCloser
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};

struct Member
{
    std::string name;
    Bytes encoded;
    /// Why it cannot be decoded; empty where it may.
    std::string complaint;
};

class TarImages : public ImageSet
{
public:
    TarImages(std::vector<Member> members, std::string file)
        : m_members(std::move(members)), m_file(std::move(file))
    {
    }
    std::size_t size() const override { return m_members.size(); }
    Image at(std::size_t index) const override
    {
        const Member &member = m_members.at(index);
        const std::string name = member.name + " in " + m_file;
        if (!member.complaint.empty())
            throw Error(ErrorKind::BadInput, name + " " + member.complaint + ".");
        return decodeImage(member.encoded, name);
    }

private:
    std::vector<Member> m_members;
    std::string m_file;
};

class TarReader
{
public:
    explicit TarReader(const fs::path &file) : m_file(file.string()), m_reader(archive_read_new())
    {
        archive_read_support_format_tar(m_reader.get());
        archive_read_support_filter_gzip(m_reader.get());
        if (archive_read_open_filename(m_reader.get(), file.c_str(), 1 << 16) != ARCHIVE_OK)
            throw Error(ErrorKind::BadInput, m_file + " could not be read as a tar archive.");
    }

    std::vector<Member> pictures()
    {
        std::vector<Member> members;
        archive_entry *entry = nullptr;
        int result = ARCHIVE_OK;
        while ((result = archive_read_next_header(m_reader.get(), &entry)) == ARCHIVE_OK ||
               result == ARCHIVE_WARN) {
            const char *path = archive_entry_pathname(entry);
            const std::string name = path ? path : "";
            if (archive_entry_filetype(entry) == AE_IFREG && hasPictureEnding(name))
                members.push_back(read(name, archive_entry_size(entry)));
        }
        if (result != ARCHIVE_EOF)
            throw Error(ErrorKind::BadInput,
                        m_file + " is no tar archive, or was cut short; copy or download it again.",
                        archive_error_string(m_reader.get()) ? archive_error_string(m_reader.get())
                                                             : "");
        return members;
    }

private:
    /// Memory grows with the data that is there, not with the size a header claims.
    Member read(const std::string &name, std::int64_t claimed)
    {
        Member member{name, {}, ""};
        if (claimed > kLargestMember)
            member.complaint = "is too large for a picture";
        m_encoded.clear();
        la_ssize_t count = 1;
        while (member.complaint.empty() && count > 0) {
            count = archive_read_data(m_reader.get(), m_piece.data(), m_piece.size());
            if (count > 0)
                m_encoded.insert(m_encoded.end(), m_piece.begin(), m_piece.begin() + count);
            else if (count < 0 || static_cast<std::int64_t>(m_encoded.size()) != claimed)
                member.complaint = "is cut short";
        }
        member.encoded = m_encoded;
        m_bytes += member.encoded.size();
        if (m_bytes > kMostBytes)
            throw Error(ErrorKind::BadInput,
                        m_file + " holds more than 4 GiB of pictures; unpack it into a folder.");
        return member;
    }

    std::string m_file;
    std::unique_ptr<archive, ArchiveCloser> m_reader;
    /// Of one member after the other: fresh memory for each would take longer than reading.
    Bytes m_encoded;
    Bytes m_piece = Bytes(kPiece);
    std::uint64_t m_bytes = 0;
};

} // namespace

ImageSetPtr openTar(const fs::path &file)
{
    requireReadableFile(file);
    return std::make_shared<TarImages>(TarReader(file).pictures(), file.string());
}

} // namespace quantloupe
