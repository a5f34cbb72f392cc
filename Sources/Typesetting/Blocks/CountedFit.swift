import Diagnostics

extension Block {
  /// Fits as `fit` does, and counts the call: the context tells how much work making up pages was.
  func countedFit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    context.fitCalls += 1
    return try fit(into: region, resumingAt: token, in: context)
  }
}
