// swift-tools-version:5.9
import Foundation
import PackageDescription

// On Linux, and while working on the package: the folder of libmagdit_uniffi.a.
let library = ProcessInfo.processInfo.environment["MAGDIT_LIBRARY_PATH"]

// On Apple's systems: the framework that ./xcframework.sh makes.
let framework = "MagditLibrary.xcframework"
let packaged = FileManager.default.fileExists(atPath: Context.packageDirectory + "/" + framework)

let link: [LinkerSetting] = library.map { [.unsafeFlags(["-L\($0)"]), .linkedLibrary("magdit_uniffi")] } ?? []
let binary: [Target] = packaged ? [.binaryTarget(name: "MagditLibrary", path: framework)] : []

let package = Package(
    name: "Magdit",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Magdit", targets: ["Magdit"])],
    targets: [
        .target(name: "MagditFFI", path: "Sources/MagditFFI", publicHeadersPath: "include"),
        .target(
            name: "Magdit",
            dependencies: ["MagditFFI"] + (packaged ? ["MagditLibrary"] : []),
            path: "Sources/Magdit",
            linkerSettings: link
        ),
        .testTarget(name: "MagditTests", dependencies: ["Magdit"], path: "Tests/MagditTests"),
    ] + binary
)
