#include "extract/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace zhitu::extract {

struct WordBreaks::Impl {
  std::unique_ptr<icu::BreakIterator> words;
  UText text = UTEXT_INITIALIZER;
  std::vector<std::size_t> breaks;
};

WordBreaks::WordBreaks() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}
WordBreaks::~WordBreaks() { utext_close(&impl_->text); }

const std::vector<std::size_t>& WordBreaks::Find(std::string_view text) {
  std::vector<std::size_t>& breaks = impl_->breaks;
  breaks.assign(1, 0);
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&impl_->text, text.data(), static_cast<int64_t>(text.size()), &status);
  if (impl_->words && U_SUCCESS(status)) {
    impl_->words->setText(&impl_->text, status);
    for (int32_t at = impl_->words->next(); U_SUCCESS(status) && at != icu::BreakIterator::DONE;
         at = impl_->words->next()) {
      breaks.push_back(static_cast<std::size_t>(at));
    }
  }
  if (breaks.back() != text.size()) breaks.push_back(text.size());
  return breaks;
}

}  // namespace zhitu::extract
