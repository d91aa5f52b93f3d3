// May a tool be used by a class of eleven? From C++17, with owners for what C
// leaves to the host:
//
//     c++ -std=c++17 check.cpp -Iinclude -Llib -lmagdit_c -o check && ./check kahoot
#include <magdit.h>

#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace magdit {

/// An error of the library: its number, and its text as JSON.
struct Error : std::runtime_error {
    magdit_status status;
    Error(magdit_status status, const std::string &json) : std::runtime_error(json), status(status) {}
};

/// A knowledge base that closes itself.
class KnowledgeBase {
public:
    static KnowledgeBase embedded() {
        magdit_text error{};
        std::uint64_t handle = 0;
        const auto status = magdit_open_embedded(&handle, &error);
        const auto text = take(error);
        if (status != MAGDIT_STATUS_OK) throw Error(status, text);
        return KnowledgeBase(handle);
    }

    KnowledgeBase(KnowledgeBase &&other) noexcept : handle(std::exchange(other.handle, 0)) {}
    KnowledgeBase(const KnowledgeBase &) = delete;
    KnowledgeBase &operator=(const KnowledgeBase &) = delete;
    ~KnowledgeBase() { magdit_close(handle); }

    std::string check(std::string_view id, std::string_view question, std::string_view language) const {
        magdit_text out{};
        const auto status = magdit_check(handle, id.data(), id.size(), question.data(), question.size(),
                                         language.data(), language.size(), &out);
        auto text = take(out);
        if (status != MAGDIT_STATUS_OK) throw Error(status, text);
        return text;
    }

private:
    explicit KnowledgeBase(std::uint64_t handle) : handle(handle) {}

    static std::string take(magdit_text &text) {
        std::string taken(text.data ? text.data : "", text.length);
        magdit_text_free(&text);
        return taken;
    }

    std::uint64_t handle;
};

}  // namespace magdit

int main(int argc, char **argv) try {
    if (magdit_abi_version() != MAGDIT_ABI_VERSION) throw std::runtime_error("library and header differ");
    const auto library = magdit::KnowledgeBase::embedded();
    std::cout << library.check(argc > 1 ? argv[1] : "kahoot", R"({"role":"teacher","age":11,"as_of":"2026-11-21"})", "nl")
              << '\n';
} catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
}
