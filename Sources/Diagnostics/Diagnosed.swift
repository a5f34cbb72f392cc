/// What a stage returns: its output where there is one, and all the problems it met.
package struct Diagnosed<Output> {
  package var output: Output?
  package var diagnostics: [Diagnostic]

  package init(_ output: Output?, _ diagnostics: [Diagnostic] = []) {
    self.output = output
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Output: Sendable {}
