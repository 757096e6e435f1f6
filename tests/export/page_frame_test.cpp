#include "export/page_frame.h"

#include <gtest/gtest.h>

#include <regex>
#include <stdexcept>

#include "export/page_files.h"
#include "export/sha256.h"

namespace zhitu::xport {
namespace {

std::string Whole(std::string_view title) {
  const PageFrame frame = MakePageFrame(title);
  return frame.head + frame.program + frame.foot;
}

std::string Between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin) + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

TEST(PageFrame, LetsItsStyleAndProgramRunAndNothingElse) {
  const std::string page = Whole("t");
  const std::string style = Between(page, "<style>", "</style>");
  const std::string program = Between(page, "<script>", "</script>");
  EXPECT_EQ(style, PageFile("page.css"));
  EXPECT_EQ(program, PageFile("page.js"));
  EXPECT_EQ(Between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\""),
            "default-src 'none'; script-src 'sha256-" + Base64Sha256(program) +
                "'; style-src 'sha256-" + Base64Sha256(style) +
                "'; img-src data: blob:; base-uri 'none'; form-action 'none'; "
                "require-trusted-types-for 'script'; trusted-types 'none'");
}

TEST(PageFrame, AsksForNothing) {
  const std::string page = Whole("t");
  const std::string outside =
      page.substr(0, page.find("<script>")) + page.substr(page.rfind("<script type"));
  EXPECT_FALSE(std::regex_search(outside, std::regex("(src|href)=\"(?!data:)", std::regex::icase)));
  EXPECT_EQ(page.find("{{"), page.find("{{", page.find("<script>")));
}

TEST(PageFrame, EscapesTheTitle) {
  EXPECT_NE(Whole("</title><script>x{{program}}")
                .find("<title>&lt;/title&gt;&lt;script&gt;x{{program}}</title>"),
            std::string::npos);
  EXPECT_NE(Whole("{{graph}}{{quotes}}").find("<title>{{graph}}{{quotes}}</title>"),
            std::string::npos);
}

TEST(PageFrame, HoldsLicences) {
  EXPECT_NE(Whole("t").find("sigma 3"), std::string::npos);
  EXPECT_NE(PageFile("licences.txt").find("Permission is hereby granted"), std::string_view::npos);
}

TEST(PageFiles, OfOtherNamesAreNone) { EXPECT_THROW(PageFile("page.html"), std::out_of_range); }

TEST(PageData, StandsInAnElement) {
  EXPECT_EQ(PageData("nodes", "{}"),
            "<script type=\"application/json\" data-kind=\"nodes\">{}</script>\n");
}

}  // namespace
}  // namespace zhitu::xport
