import Foundation
import XCTest

@testable import Magdit

final class MagditTests: XCTestCase {
    private let question = Question(role: .teacher, age: 11, asOf: "2026-11-21")

    func testTheEmbeddedKnowledgeBaseAnswers() throws {
        let library = try KnowledgeBase.openEmbedded()
        let answer = try library.check(id: "kahoot", question: question, language: .nl)
        XCTAssertEqual(answer.outcome, .conditional)
        XCTAssertEqual(answer.name, "Kahoot!")
        XCTAssertEqual(try library.search(text: "Kahoot!").match?.id, "kahoot")
        XCTAssertNil(try library.search(text: "kahooot").match)
    }

    func testAnErrorHasACodeAndAText() throws {
        let library = try KnowledgeBase.openEmbedded()
        XCTAssertThrowsError(try library.tool(id: "geen-tool")) { error in
            XCTAssertEqual((error as? MagditError)?.code, .unknownTool)
            XCTAssertFalse((error as? MagditError)?.text.isEmpty ?? true)
        }
        XCTAssertThrowsError(try library.info(today: "vandaag")) { error in
            XCTAssertEqual((error as? MagditError)?.code, .invalidDate)
        }
    }

    func testAnAgeThatIsNoneIsRefused() throws {
        XCTAssertEqual([try ageOf(years: 0), try ageOf(years: 120)], [0, 120])
        for years in [-1, 121, 256, 268, Int.max, Int.min] {
            XCTAssertThrowsError(try ageOf(years: years)) { error in
                XCTAssertEqual((error as? MagditError)?.code, .invalidAge)
            }
        }
    }

    func testAFileFromOutsideOpensWithTheKeysOfItsSignersAlone() throws {
        guard let path = ProcessInfo.processInfo.environment["MAGDIT_CONFORMANCE"] else {
            throw XCTSkip("MAGDIT_CONFORMANCE is not set")
        }
        let folder = URL(fileURLWithPath: path)
        let signed = try Data(contentsOf: folder.appendingPathComponent("signed.kb"))
        let keys = try String(contentsOf: folder.appendingPathComponent("signed.keys"), encoding: .utf8)
        XCTAssertEqual(try KnowledgeBase.open(bytes: signed, keys: keys).info().release.number, 7)
        let fixture = try Data(contentsOf: folder.appendingPathComponent("fixture.kb"))
        XCTAssertThrowsError(try KnowledgeBase.open(bytes: fixture, keys: keys)) { error in
            XCTAssertEqual((error as? MagditError)?.code, .knowledgeBaseNotTrusted)
        }
    }

    func testThreadsShareOneKnowledgeBase() throws {
        let library = try KnowledgeBase.openEmbedded()
        let expected = try library.check(id: "kahoot", question: question, language: .nl)
        DispatchQueue.concurrentPerform(iterations: 160) { _ in
            XCTAssertEqual(try? library.check(id: "kahoot", question: question, language: .nl), expected)
        }
    }

    /// Replays the conformance file; MAGDIT_CONFORMANCE names its folder.
    func testEveryCaseGivesTheSameBytes() throws {
        guard let path = ProcessInfo.processInfo.environment["MAGDIT_CONFORMANCE"] else {
            throw XCTSkip("MAGDIT_CONFORMANCE is not set")
        }
        let folder = URL(fileURLWithPath: path)
        let paths = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var total = 0
        for path in paths where path.pathExtension == "json" {
            let file = try JSONDecoder().decode(CaseFile.self, from: Data(contentsOf: path))
            let library = file.knowledge_base == "embedded"
                ? try KnowledgeBase.openEmbedded()
                : try KnowledgeBase.openUnsigned(bytes: Data(contentsOf: folder.appendingPathComponent(file.knowledge_base)))
            for one in file.cases {
                let (status, code, answer) = replay(library, one, folder)
                XCTAssertEqual(status, one.status, one.name)
                XCTAssertEqual(code, one.code, one.name)
                if let expected = one.answer { XCTAssertEqual(answer, expected, one.name) }
                total += 1
            }
            XCTAssertEqual(file.cases.count, file.count, path.lastPathComponent)
        }
        print("conformance swift: \(total) cases")
    }

    private func replay(_ library: KnowledgeBase, _ one: Case, _ folder: URL) -> (UInt8, String, String) {
        do {
            return (0, "ok", try answer(library, one, folder))
        } catch let error as MagditError {
            let code = errorWord(code: error.code)
            let text = error.text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            return (errorNumber(code: error.code), code, "{\"code\":\"\(code)\",\"error\":\"\(text)\"}")
        } catch {
            return (UInt8.max, "\(error)", "")
        }
    }

    private func answer(_ library: KnowledgeBase, _ one: Case, _ folder: URL) throws -> String {
        var library = library
        if let bytes = one.bytes {
            return try KnowledgeBase.openUnsigned(bytes: Data(hexadecimal: bytes)).infoJson()
        }
        if let school = one.school {
            let file = folder.appendingPathComponent("schools/\(school).json")
            library = try library.withSchool(file: Data(contentsOf: file))
        }
        switch one.call {
        case "search": return try library.searchJson(text: one.text ?? "", limit: one.limit ?? 0)
        case "tool": return try library.toolJson(id: one.tool ?? "")
        case "check":
            return try library.checkJson(id: one.tool ?? "", question: one.question ?? "", language: one.language ?? "")
        case "questionnaire":
            return try library.questionnaireJson(
                answers: one.answers ?? "", question: one.question ?? "", language: one.language ?? "")
        default: return try library.infoJson(today: one.today)
        }
    }
}

private struct CaseFile: Decodable {
    let knowledge_base: String
    let count: Int
    let cases: [Case]
}

private struct Case: Decodable {
    let name: String
    let call: String
    let school, text, tool, answers, question, language, today, bytes, answer: String?
    let limit: UInt32?
    let status: UInt8
    let code: String
}

extension Data {
    fileprivate init(hexadecimal: String) {
        let digits = Array(hexadecimal.utf8)
        self.init(stride(from: 0, to: digits.count, by: 2).compactMap { at in
            UInt8(String(decoding: digits[at..<at + 2], as: UTF8.self), radix: 16)
        })
    }
}
