package import Languages

/// What files say about themselves.
package struct PublicationMetadata: Sendable, Hashable {
  package var title: Localized<String>
  /// Who publishes it; may be empty.
  package var author: String
  /// The date of the edition; the clock is never read.
  package var date: PartialDate

  package init(title: Localized<String>, author: String, date: PartialDate) {
    self.title = title
    self.author = author
    self.date = date
  }
}
