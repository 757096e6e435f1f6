#pragma once

#include <string>

#include "cli/session.h"

namespace zhitu {

// A session whose output and messages go to files without a name.
class Capture {
 public:
  Capture();
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;
  ~Capture();

  cli::Session session() { return {{}, out_, messages_, false, false}; }
  cli::Messages& messages() { return messages_; }
  // What was written so far.
  std::string Out();
  std::string Err() const;

 private:
  int out_file_;
  int err_file_;
  cli::StandardOutput out_;
  cli::Messages messages_;
};

}  // namespace zhitu
