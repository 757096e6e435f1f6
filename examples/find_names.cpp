// Finds dictionary names in a text and prints each with its place: name, type, line and column.
//   find_names DICTIONARY TEXT
#include <cstdlib>
#include <exception>
#include <iostream>

#include "extract/corpus.h"
#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "extract/utf8.h"

namespace zx = zhitu::extract;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: find_names DICTIONARY TEXT\n";
    return EXIT_FAILURE;
  }
  try {
    std::vector<zx::Problem> warnings;
    const zx::Gazetteer gazetteer = zx::LoadDictionaries({argv[1]}, /*strict=*/false, warnings);
    const zx::Extractor extractor(gazetteer, {});
    std::size_t found = 0;
    for (const zx::CorpusFile& file : zx::ListFiles({argv[2]}).files) {
      for (const zx::SourceText& text : zx::ReadCorpusFile(file, {}).texts) {
        for (const zx::Extraction& extraction : extractor.Run(text)) {
          const zx::Document& document = extraction.document;
          const zx::OffsetIndex places(document.text);
          for (const zx::Mention& mention : extraction.mentions) {
            const zx::LineColumn place = places.Position(mention.span.begin);
            std::cout << document.file << ':' << document.begin_line + place.line - 1 << ':'
                      << place.column << '\t' << extraction.Surface(mention.span) << '\t'
                      << extraction.MentionType(mention) << '\n';
            ++found;
          }
        }
      }
    }
    return found > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
