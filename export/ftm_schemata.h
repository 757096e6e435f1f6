#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::xport {

/// Which schema of FollowTheMoney a type or a predicate becomes, as `lists/ftm.yaml` says.
/// Immutable, so threads may share it.
class FtmSchemata {
 public:
  /// The schema of an entity.
  struct Entity {
    std::string schema;              ///< Its name.
    std::vector<std::string> names;  ///< Properties that get the entity's name; never empty.
  };
  /// The schema of a relation.
  struct Relation {
    std::string schema;             ///< Its name.
    std::string source;             ///< Property that holds the subject.
    std::string target;             ///< Property that holds the object.
    std::vector<std::string> from;  ///< Schemata of subjects it takes; empty: all.
    std::vector<std::string> to;    ///< Schemata of objects it takes; empty: all.
  };

  /// Reads the file that comes with the program.
  FtmSchemata();
  /// Reads another text of that form. @throws extract::InputError
  FtmSchemata(const std::string& name, std::string_view yaml);

  /// The schema of a type, or that of any.
  const Entity& OfType(std::string_view type) const;
  /// The schema of a predicate between two schemata, or that of any.
  const Relation& OfPredicate(std::string_view predicate, std::string_view from,
                              std::string_view to) const;

 private:
  std::map<std::string, Entity, std::less<>> types_;
  std::map<std::string, Relation, std::less<>> relations_;
};

}  // namespace zhitu::xport
