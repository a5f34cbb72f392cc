import Diagnostics

extension Block {
  /// Fits as `fit` does, and counts the call: the context tells how much work making up pages was.
  ///
  /// Whoever sets a block calls this and not `fit`, so that no search goes uncounted.
  func countedFit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    context.fitCalls += 1
    return try fit(into: region, resumingAt: token, in: context)
  }

  /// The same for one of several attempts.
  func countedFit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren?,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard let known else { return try countedFit(into: region, resumingAt: token, in: context) }
    context.fitCalls += 1
    return try fit(into: region, resumingAt: token, reusing: known, in: context)
  }
}
