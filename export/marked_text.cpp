#include "export/marked_text.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "export/number_text.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

using extract::Block;
using extract::Extraction;
using extract::Mention;
using extract::Span;

constexpr std::string_view kMarkedTypes[] = {"office",       "community", "person", "program",
                                             "organization", "facility",  "place",  "road"};

// Shown when the reader points at a mark: what was chosen, and why.
std::string Explanation(const Extraction& extraction, const FileOffsets& offsets,
                        const Mention& mention) {
  std::string text;
  if (mention.entity != extract::kNoEntity) {
    text = extraction.EntityId(mention.entity);
  } else {
    text = "undecided:";
    for (const extract::Candidate& candidate : mention.candidates) {
      text += " " + extraction.EntityId(candidate.entity) + " " + NumberText(candidate.score) + ";";
    }
  }
  text += "\n" + std::string(MentionKindName(mention.kind)) + ", confidence " +
          NumberText(mention.confidence);
  return text + "\n" + offsets.Why(mention);
}

// Writes one block; keeps the ends of the marks that are open.
class BlockWriter {
 public:
  BlockWriter(const Extraction& extraction, const FileOffsets& offsets, const Block& block,
              std::string& out)
      : extraction_(extraction),
        offsets_(offsets),
        block_(block),
        out_(out),
        at_(block.span().begin) {}

  void Open(const Mention& mention) {
    CloseUpTo(mention.span.begin);
    Copy(mention.span.begin);
    const std::size_t limit = ends_.empty() ? block_.span().end : ends_.back();
    ends_.push_back(std::min(mention.span.end, limit));
    const std::string type = extraction_.MentionType(mention);
    const bool decided = mention.entity != extract::kNoEntity;
    out_ += "<mark";
    AppendXmlAttribute(out_, "class", MarkClass(type) + (decided ? "" : " undecided"));
    AppendXmlAttribute(out_, "data-type", type);
    AppendXmlAttribute(out_, "title", Explanation(extraction_, offsets_, mention));
    out_ += '>';
  }

  void Finish() {
    CloseUpTo(block_.span().end);
    Copy(block_.span().end);
  }

 private:
  void CloseUpTo(std::size_t end) {
    while (!ends_.empty() && ends_.back() <= end) {
      Copy(ends_.back());
      out_ += "</mark>";
      ends_.pop_back();
    }
  }

  // The text from where the last copy ended to `end`, but for what stands between the pieces.
  void Copy(std::size_t end) {
    while (at_ < end && piece_ < block_.pieces.size()) {
      const Span& piece = block_.pieces[piece_];
      if (at_ < piece.begin) JoinLines(piece);
      at_ = std::max(at_, piece.begin);
      const std::size_t stop = std::min(end, piece.end);
      if (at_ < stop) {
        AppendXml(out_, Span{at_, stop}.In(extraction_.document.text), XmlPlace::kText);
        at_ = stop;
      }
      if (stop < piece.end) return;
      ++piece_;
    }
  }

  // Printed lines of Han text touch; between Latin letters the line break was a space.
  void JoinLines(const Span& next) {
    const std::string& text = extraction_.document.text;
    const auto is_ascii = [&text](std::size_t i) {
      return static_cast<unsigned char>(text[i]) < 0x80;
    };
    if (at_ > 0 && is_ascii(at_ - 1) && is_ascii(next.begin)) out_ += ' ';
  }

  const Extraction& extraction_;
  const FileOffsets& offsets_;
  const Block& block_;
  std::string& out_;
  std::vector<std::size_t> ends_;  // of the open marks, the innermost last
  std::size_t at_;                 // the first byte not copied
  std::size_t piece_ = 0;          // the first piece not copied to its end
};

}  // namespace

std::span<const std::string_view> MarkedTypes() { return kMarkedTypes; }

std::string MarkClass(std::string_view type) {
  const bool known = std::ranges::find(kMarkedTypes, type) != std::end(kMarkedTypes);
  return known ? "t-" + std::string(type) : "t-other";
}

std::string MarkedText(const Extraction& extraction, const FileOffsets& offsets) {
  std::string out;
  auto mention = extraction.mentions.begin();
  for (const Block& block : extraction.document.blocks) {
    out += "<p";
    AppendXmlAttribute(out, "class", ZoneName(block.zone));
    out += '>';
    BlockWriter writer(extraction, offsets, block, out);
    for (; mention != extraction.mentions.end() && mention->span.begin < block.span().end;
         ++mention) {
      if (mention->span.begin >= block.span().begin) writer.Open(*mention);
    }
    writer.Finish();
    out += "</p>\n";
  }
  return out;
}

}  // namespace zhitu::xport
