#include "serve/service.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "export/json_text.h"
#include "export/page_frame.h"
#include "extract/characters.h"
#include "extract/error.h"
#include "serve/request_error.h"
#include "serve/routes.h"
#include "serve/target.h"
#include "zhitu_version.h"

namespace zhitu::serve {
namespace {

constexpr char kJson[] = "application/json; charset=utf-8";
constexpr char kHtml[] = "text/html; charset=utf-8";

// True if a list of tags (RFC 9110, 13.1.2) holds one, or any.
bool HoldsTag(std::string_view list, std::string_view tag) {
  return list == "*" || list.find(tag) != std::string_view::npos;
}

void CheckAccess(const Request& request, const Access& access) {
  if (!access.AllowsHost(request.host)) {
    throw RequestError(403, "bad_host",
                       "this server is not called by that name; expected localhost, 127.0.0.1, "
                       "[::1] or the address of --host in the header Host");
  }
  if (!request.origin.empty() && !Access::AllowsOrigin(request.origin, request.host)) {
    throw RequestError(403, "bad_origin", "pages of other origins are not answered");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    throw RequestError(405, "bad_method", "expected GET or HEAD");
  }
}

}  // namespace

Answer ErrorAnswer(int status, std::string_view code, std::string_view message) {
  xport::JsonText json;
  json.StartObject();
  json.Key("error");
  json.StartObject();
  json.Key("code");
  json.String(code);
  json.Key("message");
  json.String(message);
  json.EndObject();
  json.EndObject();
  return {status, kJson, std::string(json.text()), ""};
}

// A reader for the time of an answer. There are as many as answers are made at a time.
class Service::Borrowed {
 public:
  explicit Borrowed(Service& service) : service_(service) {
    const std::lock_guard lock(service.mutex_);
    if (service.free_.empty()) throw RequestError(503, "busy", "all readers are busy; try again");
    reader_ = std::move(service.free_.back());
    service.free_.pop_back();
  }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  ~Borrowed() {
    const std::lock_guard lock(service_.mutex_);
    service_.free_.push_back(std::move(reader_));
  }
  Reader& operator*() const { return *reader_; }

 private:
  Service& service_;
  std::unique_ptr<Reader> reader_;
};

Service::Service(const std::string& path, std::size_t readers, Access access)
    : path_(path), access_(std::move(access)), state_(FileState::Of(path)) {
  std::vector<graph::Store> stores;
  for (std::size_t i = 0; i < std::max<std::size_t>(readers, 1); ++i) {
    stores.push_back(graph::Store::Open(path));
  }
  brief_ = std::make_unique<const GraphBrief>(stores.front());
  tag_ = '"' + FileTag(path) + "-" + std::string(kVersion) + '"';
  if (FileState::Of(path) != state_) {
    throw extract::IoError(extract::Printable(path) +
                           ": cannot be read: another file took its place; try again");
  }
  for (graph::Store& store : stores) {
    free_.push_back(std::make_unique<Reader>(std::move(store), *brief_, ties_));
  }
  xport::PageFrame frame = xport::MakePageFrame(brief_->title(), xport::PageUse::kServed);
  page_ =
      frame.head + xport::PageData("server", R"({"api":"/api/v1/"})") + frame.program + frame.foot;
  policy_ = std::move(frame.policy);
}

Answer Service::Respond(const Request& request) {
  try {
    return Route(request);
  } catch (const RequestError& error) {
    return ErrorAnswer(error.status(), error.code(), error.what());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return ErrorAnswer(500, "graph_unreadable", error.what());
  }
}

Answer Service::Route(const Request& request) {
  CheckAccess(request, access_);
  const Target target = ReadTarget(request.target);
  const ApiRoute* const route = FindRoute(target.path);
  if (route == nullptr && target.path != "/") {
    throw RequestError(404, "no_such_path", "nothing stands at " + target.path);
  }
  if (FileState::Of(path_) != state_) {
    throw RequestError(503, "graph_replaced",
                       "the graph file was replaced; start zhitu serve again");
  }
  if (route == nullptr) {
    if (HoldsTag(request.known_tag, tag_)) return {304, kHtml, "", tag_};
    return {200, kHtml, page_, tag_};
  }
  const Parameters parameters(target.parameters, route->parameters);
  // The tag is the file's: an answer depends on nothing else but its target.
  if (request.known_tag != "*" && HoldsTag(request.known_tag, tag_)) return {304, kJson, "", tag_};
  const Borrowed reader(*this);
  std::string body = route->answer(*reader, parameters);
  if (body.size() > kLargestAnswer) {
    throw RequestError(500, "answer_too_large", "the answer is too large; ask for less");
  }
  return {200, kJson, std::move(body), tag_};
}

}  // namespace zhitu::serve
