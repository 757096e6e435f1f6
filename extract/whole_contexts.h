#pragma once

#include "extract/knowledge.h"
#include "extract/name_context.h"
#include "extract/view.h"

namespace zhitu::extract {

/// Finds what may be names as they stand: in quotes, by the words behind, at their own end and
/// before (“五星”支部创建, “邻里节”, 发扬“浦江经验”); behind a verb up to the end of a clause or
/// list, if a word of such names ends them (举办专场招聘会); and what is a name everywhere
/// (党中央). Rhetoric in quotes is left out.
///
/// @param contexts  gets them, by place.  O(n).
void FindWholeContexts(const View& view, const Knowledge& knowledge, NameContexts& contexts);

}  // namespace zhitu::extract
