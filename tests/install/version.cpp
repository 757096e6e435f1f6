// Uses one function of each layer, so that a library missing at the link shows.
#include <iostream>

#include "export/formats.h"
#include "extract/utf8.h"
#include "graph/measures.h"
#include "zhitu_version.h"

int main() {
  const bool works = zhitu::extract::CountCodePoints("知图") == 2 &&
                     zhitu::graph::Npmi({.both = 1, .left = 1, .right = 1, .all = 1}) == 1 &&
                     !zhitu::xport::Formats().empty();
  std::cout << "zhitu " << zhitu::kVersion << '\n';
  return works ? 0 : 1;
}
