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
  text += "\n" + offsets.Why(extraction, mention);
  if (mention.antecedent.size() > 0) text += ": " + extraction.Surface(mention.antecedent);
  return text;
}

// `t-office nominal e3`; names have no kind among them.
std::string Classes(const Extraction& extraction, const PagePlaces& places,
                    const Mention& mention) {
  std::string classes = MarkClass(extraction.MentionType(mention));
  if (mention.entity == extract::kNoEntity) return classes + " undecided";
  if (mention.kind != extract::MentionKind::kName)
    classes += " " + std::string(MentionKindName(mention.kind));
  const std::string entity = places.EntityClass(mention.entity);
  return entity.empty() ? classes : classes + " " + entity;
}

// Writes one block; keeps the ends of the marks that are open.
class BlockWriter {
 public:
  BlockWriter(const Extraction& extraction, const FileOffsets& offsets, const PagePlaces& places,
              const Block& block, std::string& out)
      : extraction_(extraction),
        offsets_(offsets),
        places_(places),
        block_(block),
        out_(out),
        at_(block.span().begin) {}

  void Open(std::size_t index) {
    const Mention& mention = extraction_.mentions[index];
    CloseUpTo(mention.span.begin);
    Copy(mention.span.begin);
    const std::size_t limit = open_.empty() ? block_.span().end : open_.back().end;
    open_.push_back({std::min(mention.span.end, limit), &mention});
    out_ += "<mark";
    AppendXmlAttribute(out_, "id", places_.MentionId(index));
    AppendXmlAttribute(out_, "class", Classes(extraction_, places_, mention));
    AppendXmlAttribute(out_, "data-type", extraction_.MentionType(mention));
    AppendXmlAttribute(out_, "title", Explanation(extraction_, offsets_, mention));
    out_ += '>';
  }

  void Finish() {
    CloseUpTo(block_.span().end);
    Copy(block_.span().end);
  }

 private:
  void CloseUpTo(std::size_t end) {
    while (!open_.empty() && open_.back().end <= end) {
      Copy(open_.back().end);
      out_ += "</mark>";
      if (open_.size() == 1) LinkAntecedent(*open_.back().mention);
      open_.pop_back();
    }
  }

  // The link is empty, so that copied text stays as it is; the style writes an arrow and the name.
  void LinkAntecedent(const Mention& mention) {
    const std::string id = places_.AntecedentId(mention);
    if (id.empty() || mention.entity == extract::kNoEntity) return;
    const std::string name = extraction_.EntityName(mention.entity);
    const bool ahead = mention.antecedent.begin > mention.span.begin;
    const std::string entity = places_.EntityClass(mention.entity);
    out_ += "<a";
    AppendXmlAttribute(
        out_, "class",
        std::string("to") + (ahead ? " ahead" : "") + (entity.empty() ? "" : " ") + entity);
    AppendXmlAttribute(out_, "href", "#" + id);
    AppendXmlAttribute(out_, "data-name", name);
    AppendXmlAttribute(out_, "aria-label",
                       "antecedent: " + extraction_.Surface(mention.antecedent));
    out_ += "></a>";
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

  struct OpenMark {
    std::size_t end = 0;
    const Mention* mention = nullptr;
  };

  const Extraction& extraction_;
  const FileOffsets& offsets_;
  const PagePlaces& places_;
  const Block& block_;
  std::string& out_;
  std::vector<OpenMark> open_;  // the innermost last
  std::size_t at_;              // the first byte not copied
  std::size_t piece_ = 0;       // the first piece not copied to its end
};

}  // namespace

std::span<const std::string_view> MarkedTypes() { return kMarkedTypes; }

std::string MarkClass(std::string_view type) {
  const bool known = std::ranges::find(kMarkedTypes, type) != std::end(kMarkedTypes);
  return known ? "t-" + std::string(type) : "t-other";
}

std::string MarkedText(const Extraction& extraction, const FileOffsets& offsets,
                       const PagePlaces& places) {
  std::string out;
  const std::vector<Mention>& mentions = extraction.mentions;
  const std::vector<Block>& blocks = extraction.document.blocks;
  std::size_t next = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    out += "<p";
    AppendXmlAttribute(out, "id", places.ParagraphId(i));
    AppendXmlAttribute(out, "class", ZoneName(blocks[i].zone));
    out += '>';
    BlockWriter writer(extraction, offsets, places, blocks[i], out);
    for (; next < mentions.size() && mentions[next].span.begin < blocks[i].span().end; ++next) {
      if (mentions[next].span.begin >= blocks[i].span().begin) writer.Open(next);
    }
    writer.Finish();
    out += "</p>\n";
  }
  return out;
}

}  // namespace zhitu::xport
