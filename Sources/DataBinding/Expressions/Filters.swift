/// What can be done to a value before it prints.
enum Filters {
  /// The filters by name, with what each is for.
  static let all: [String: String] = [
    "quantity": "a metric as running text: > 53.000",
    "figure": "a metric's digits without its unit",
    "spoken": "a metric in words: über 53.000",
    "comparator": "a metric's sign",
    "until": "a date range up to the path that follows",
    "upper": "capitals",
    "pad": "zeros before a number up to so many digits",
    "label": "the label of a group that has the value's name: label: nature",
    "cite": "the numbers of sources in the publication's list",
    "join": "the items of a list with this between them",
    "list": "the items of a list as a language joins them: A, B und C",
    "host": "an address without its scheme and without www",
    "titles": "the titles of sources",
    "page": "the number of the page on which the anchor of this name stands",
    "plain": "text without its markup",
  ]

  /// Filters that need an argument.
  static let withArgument: Set<String> = ["until", "pad", "label", "join"]
}
