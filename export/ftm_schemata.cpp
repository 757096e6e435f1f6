#include "export/ftm_schemata.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <utility>

#include "extract/embedded.h"
#include "extract/error.h"
#include "extract/yaml.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kFile = "ftm.yaml";
constexpr char kAny[] = "*";

using extract::YamlFile;

FtmSchemata::Entity ReadEntity(YamlFile& file, const std::string& type, const YAML::Node& node) {
  FtmSchemata::Entity entity;
  file.ForEach(node, type, {"schema", "name"},
               [&](const std::string& key, const YAML::Node& value) {
                 if (key == "schema") {
                   entity.schema = file.Text(value, key).value_or("");
                 } else {
                   entity.names = file.Texts(value, key);
                 }
               });
  if (entity.names.empty()) entity.names = {"name"};
  return entity;
}

FtmSchemata::Relation ReadRelation(YamlFile& file, const std::string& predicate,
                                   const YAML::Node& node) {
  FtmSchemata::Relation relation;
  file.ForEach(node, predicate, {"schema", "source", "target", "from", "to"},
               [&](const std::string& key, const YAML::Node& value) {
                 if (key == "from" || key == "to") {
                   (key == "from" ? relation.from : relation.to) = file.Texts(value, key);
                   return;
                 }
                 std::string& text = key == "schema"   ? relation.schema
                                     : key == "source" ? relation.source
                                                       : relation.target;
                 text = file.Text(value, key).value_or("");
               });
  return relation;
}

bool Takes(const std::vector<std::string>& schemata, std::string_view schema) {
  return schemata.empty() || std::ranges::find(schemata, schema) != schemata.end();
}

}  // namespace

FtmSchemata::FtmSchemata() : FtmSchemata(std::string(kFile), extract::EmbeddedList(kFile)) {}

FtmSchemata::FtmSchemata(const std::string& name, std::string_view yaml) {
  std::vector<extract::Problem> problems;
  YamlFile file(name, yaml, problems);
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", {"types", "relations"},
                 [&](const std::string& part, const YAML::Node& entries) {
                   file.ForEach(entries, part, {},
                                [&](const std::string& key, const YAML::Node& node) {
                                  if (part == "types") {
                                    types_[key] = ReadEntity(file, key, node);
                                  } else {
                                    relations_[key] = ReadRelation(file, key, node);
                                  }
                                });
                 });
    for (const bool known : {types_.contains(kAny), relations_.contains(kAny)}) {
      if (!known) file.Report(top, "no entry '*'; expected one in types and one in relations");
    }
  });
  if (!problems.empty()) throw extract::InputError(std::move(problems));
}

const FtmSchemata::Entity& FtmSchemata::OfType(std::string_view type) const {
  const auto found = types_.find(type);
  return found != types_.end() ? found->second : types_.at(kAny);
}

const FtmSchemata::Relation& FtmSchemata::OfPredicate(std::string_view predicate,
                                                      std::string_view from,
                                                      std::string_view to) const {
  const auto found = relations_.find(predicate);
  const bool fits =
      found != relations_.end() && Takes(found->second.from, from) && Takes(found->second.to, to);
  return fits ? found->second : relations_.at(kAny);
}

}  // namespace zhitu::xport
