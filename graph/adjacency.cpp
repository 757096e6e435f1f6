#include "graph/adjacency.h"

#include <limits>

namespace zhitu::graph {
namespace {

constexpr std::uint64_t kOutgoing = 1;
constexpr std::uint64_t kSymmetric = 2;
constexpr std::uint64_t kDocument = 4;
constexpr std::uint64_t kFlags = 8;
constexpr std::uint64_t kMaxNumber = std::numeric_limits<std::int64_t>::max();

void Append(std::uint64_t value, std::string& out) {
  while (value >= 0x80U) {
    out += static_cast<char>(0x80U | (value & 0x7FU));
    value >>= 7U;
  }
  out += static_cast<char>(value);
}

void Append(std::int64_t value, std::string& out) {
  Append(static_cast<std::uint64_t>(value), out);
}

std::uint64_t ZigZag(std::int64_t value) {
  const std::uint64_t doubled = static_cast<std::uint64_t>(value) << 1U;
  return value < 0 ? ~doubled : doubled;
}

void AppendNeighbour(const Neighbour& neighbour, const Neighbour& before, std::string& out) {
  Append(neighbour.other - before.other, out);
  Append(ZigZag(neighbour.relation - before.relation), out);
  Append(static_cast<std::uint64_t>(neighbour.predicate) * kFlags +
             (neighbour.document ? kDocument : 0) + (neighbour.symmetric ? kSymmetric : 0) +
             (neighbour.outgoing ? kOutgoing : 0),
         out);
  Append(neighbour.weight, out);
  Append(neighbour.documents, out);
  if (neighbour.symmetric) {
    Append(neighbour.windows.both, out);
    Append(neighbour.windows.right, out);
  } else {
    Append(std::int64_t{1000} - neighbour.confidence, out);
  }
}

// Reads varints that fit into a non-negative int64; after a fault every number is 0.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool good() const { return good_; }
  bool done() const { return !good_ || at_ == end_; }

  std::uint64_t Raw() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80U) {
      return static_cast<unsigned char>(*at_++);
    }
    return Long();
  }

  std::int64_t Number(std::uint64_t most = kMaxNumber) {
    const std::uint64_t value = Raw();
    return static_cast<std::int64_t>(value <= most ? value : Fault());
  }

  // A number told by its difference to another; it must be at least 1.
  std::int64_t After(std::int64_t before, std::int64_t difference) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(before, difference, &sum) && sum >= 1) return sum;
    return static_cast<std::int64_t>(Fault());
  }

 private:
  std::uint64_t Long() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) return Fault();
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) return value;
    }
    return Fault();
  }

  std::uint64_t Fault() {
    good_ = false;
    return 0;
  }

  const char* at_;
  const char* end_;
  bool good_ = true;
};

void ReadNeighbour(Reader& reader, const Neighbour& before, const WindowCounts& own,
                   Neighbour& neighbour) {
  neighbour.other = reader.After(before.other, reader.Number());
  const std::uint64_t step = reader.Raw();
  const auto magnitude = static_cast<std::int64_t>(step >> 1U);
  neighbour.relation = reader.After(before.relation, (step & 1U) != 0 ? -magnitude - 1 : magnitude);
  constexpr std::uint64_t kMaxPredicate = std::numeric_limits<std::int32_t>::max();
  const auto packed =
      static_cast<std::uint64_t>(reader.Number(kMaxPredicate * kFlags + kFlags - 1));
  neighbour.predicate = static_cast<std::int32_t>(packed / kFlags);
  neighbour.document = (packed & kDocument) != 0;
  neighbour.symmetric = (packed & kSymmetric) != 0;
  neighbour.outgoing = (packed & kOutgoing) != 0;
  neighbour.weight = reader.Number();
  neighbour.documents = reader.Number();
  if (neighbour.symmetric) {
    neighbour.windows = own;
    neighbour.windows.both = reader.Number();
    neighbour.windows.right = reader.Number();
  } else {
    neighbour.confidence = static_cast<PerMille>(1000 - reader.Number(1000));
  }
}

}  // namespace

std::string EncodeNeighbours(std::int64_t windows, const std::vector<Neighbour>& neighbours) {
  std::string out;
  Append(windows, out);
  Neighbour before;
  for (const Neighbour& neighbour : neighbours) {
    AppendNeighbour(neighbour, before, out);
    before = neighbour;
  }
  return out;
}

bool DecodeNeighbours(std::string_view bytes, std::int64_t all, std::vector<Neighbour>& out) {
  out.clear();
  if (bytes.empty()) return false;
  Reader reader(bytes);
  WindowCounts own;
  own.left = reader.Number();
  own.all = all;
  const Neighbour none;
  while (!reader.done()) {
    out.emplace_back();
    const std::size_t count = out.size();
    ReadNeighbour(reader, count > 1 ? out[count - 2] : none, own, out.back());
  }
  return reader.good();
}

}  // namespace zhitu::graph
