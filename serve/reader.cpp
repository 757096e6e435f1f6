#include "serve/reader.h"

#include <optional>
#include <string>

#include "serve/request_error.h"

namespace zhitu::serve {

graph::EntityNumber Reader::Entity(std::string_view id) const {
  const std::optional<graph::EntityRecord> entity = store.FindById(id);
  if (!entity) throw RequestError(404, "no_entity", "no entity has the id " + std::string(id));
  return entity->number;
}

}  // namespace zhitu::serve
