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

/// An age in completed years, 0 to 120, as a question takes it. `UInt8(years)`
/// would end the app at 256; this throws.
public func ageOf(years: Int) throws -> UInt8 {
    guard (0...120).contains(years), let age = UInt8(exactly: years) else {
        throw MagditError.Failed(
            code: .invalidAge, text: "the age is out of range, expected completed years from 0 to 120")
    }
    return age
}

extension SearchResult {
    /// Whether the first match can be taken as what was meant without asking.
    public var certain: Bool { confidence == .exact }

    /// The match that may be answered for without asking; nothing where
    /// somebody has to choose.
    public var match: Match? { certain ? matches.first : nil }
}
