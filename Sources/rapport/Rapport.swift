import ArgumentParser
import GRDB
import Hummingbird
import HummingbirdTLS
import Yams
import Crypto
@main struct Rapport: AsyncParsableCommand { func run() async throws { print("x") } }
