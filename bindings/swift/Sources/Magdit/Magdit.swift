import Foundation

extension MagditError {
    /// For a program. Codes are append-only.
    public var code: ErrorCode {
        switch self {
        case .Failed(let code, _): return code
        }
    }

    /// For whoever wrote the program. It may be worded anew and never repeats
    /// what was asked.
    public var text: String {
        switch self {
        case .Failed(_, let text): return text
        }
    }
}

extension SearchResult {
    /// Whether the first match can be taken as what was meant without asking.
    public var certain: Bool { confidence == .exact }

    /// The match that may be answered for without asking; nothing where
    /// somebody has to choose.
    public var match: Match? { certain ? matches.first : nil }
}
