/// What can be done to a value before it prints.
enum Filters {
  /// What a filter takes.
  struct Definition {
    /// The values that it can do something with.
    var input: Input
    var argument: Argument
    /// What it is for.
    var documentation: String

    init(_ input: Input, _ documentation: String, argument: Argument = .none) {
      self.input = input
      self.argument = argument
      self.documentation = documentation
    }
  }

  /// The kinds of value.
  enum Input: String {
    case anything = "a value"
    case figure = "a metric or a number"
    case date = "a date"
    case sources = "a source or a list of sources"
    case titled = "a record with a title, or a list of them"
  }

  /// What stands behind the colon.
  enum Argument {
    case none, text, digits, datePath, labelGroup, language
  }

  /// The filters by name.
  static let all: [String: Definition] = [
    "quantity": Definition(.figure, "a metric as running text: > 53.000"),
    "figure": Definition(.figure, "a metric's digits without its unit"),
    "spoken": Definition(.figure, "a metric in words: über 53.000"),
    "comparator": Definition(.figure, "a metric's sign"),
    "until": Definition(.date, "a date range up to the path that follows", argument: .datePath),
    "upper": Definition(.anything, "capitals"),
    "pad": Definition(.anything, "zeros before a number up to so many digits", argument: .digits),
    "label": Definition(
      .anything, "the label of a group that has the value's name: label: nature",
      argument: .labelGroup),
    "cite": Definition(.sources, "the numbers of sources in the publication's list"),
    "join": Definition(.anything, "the items of a list with this between them", argument: .text),
    "list": Definition(.anything, "the items of a list as a language joins them: A, B und C"),
    "host": Definition(.anything, "an address without its scheme and without www"),
    "titles": Definition(.titled, "the titles of sources"),
    "page": Definition(
      .anything, "the number of the page on which the anchor of this name stands"),
    "in": Definition(
      .anything, "the value in another language of the workspace: in: en", argument: .language),
    "number": Definition(
      .anything, "the number of the figure or table with the anchor of this name: Abb. 3"),
    "title": Definition(
      .anything, "the heading or caption with the anchor of this name"),
    "plain": Definition(.anything, "text without its markup"),
  ]
}
