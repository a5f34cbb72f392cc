package import Design
package import Languages

/// A graphic drawn from data.
package struct Chart: Sendable, Hashable {
  package var kind: Kind
  /// What the chart says, in words, for readers who do not see it and for Markdown.
  package var alternativeText: String
  package var styles: Styles
  /// The height it wants in points; nil takes what its content needs.
  package var height: Double?
  /// How time runs on a timeline; nil lets the width decide.
  package var axis: Axis?

  /// The direction of a timeline.
  package enum Axis: String, Sendable, Hashable, CaseIterable {
    case horizontal, vertical
  }

  package init(kind: Kind, alternativeText: String, styles: Styles, height: Double? = nil) {
    self.kind = kind
    self.alternativeText = alternativeText
    self.styles = styles
    self.height = height
  }

  /// The texts of a chart.
  package struct Styles: Sendable, Hashable {
    package var label: TextStyle
    package var value: TextStyle
    package var note: TextStyle
    /// Axes and hairlines.
    package var lineColor: PaletteColor

    package init(label: TextStyle, value: TextStyle, note: TextStyle, lineColor: PaletteColor) {
      self.label = label
      self.value = value
      self.note = note
      self.lineColor = lineColor
    }
  }

  /// The kinds of chart.
  package enum Kind: Sendable, Hashable {
    /// Horizontal bars from a zero baseline, value at the end, label above or before.
    case bars([Bar])
    case timeline([Event])
    /// Actors around the programmes of the model.
    case modelDiagram(ModelDiagram)
    case locator(Locator)
  }

  /// One bar.
  package struct Bar: Sendable, Hashable {
    package var label: String
    package var quantity: Quantity
    package var formatted: String
    package var color: PaletteColor

    package init(label: String, quantity: Quantity, formatted: String, color: PaletteColor) {
      self.label = label
      self.quantity = quantity
      self.formatted = formatted
      self.color = color
    }
  }

  /// One point or span on a timeline.
  package struct Event: Sendable, Hashable {
    package var start: PartialDate
    package var end: PartialDate?
    /// The date as it prints.
    package var formattedDate: String
    package var title: String
    /// A further line; may be empty.
    package var detail: String
    package var color: PaletteColor
    /// Awards have a filled mark, other events an open one.
    package var isAward: Bool

    package init(
      start: PartialDate, end: PartialDate? = nil, formattedDate: String, title: String,
      detail: String, color: PaletteColor, isAward: Bool
    ) {
      self.start = start
      self.end = end
      self.formattedDate = formattedDate
      self.title = title
      self.detail = detail
      self.color = color
      self.isAward = isAward
    }
  }

  /// A named thing in the model's diagram.
  package struct Member: Sendable, Hashable {
    package var name: String
    package var detail: String
    package var color: PaletteColor
    package var texture: Ornament.Texture?

    package init(
      name: String, detail: String, color: PaletteColor, texture: Ornament.Texture? = nil
    ) {
      self.name = name
      self.detail = detail
      self.color = color
      self.texture = texture
    }
  }

  /// Four actors around a core of programmes.
  package struct ModelDiagram: Sendable, Hashable {
    package var actors: [Member]
    package var programmes: [Member]

    package init(actors: [Member], programmes: [Member]) {
      self.actors = actors
      self.programmes = programmes
    }
  }

  /// A place among other known places, on a grid of kilometres.
  package struct Locator: Sendable, Hashable {
    /// Degrees north and east.
    package struct Place: Sendable, Hashable {
      package var latitude: Double
      package var longitude: Double
      package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
      }
    }

    package var place: Place
    package var name: String
    package var others: [Place]
    package var color: PaletteColor
    /// The words for the scale bar (`2 km`).
    package var scaleLabel: String

    package init(
      place: Place, name: String, others: [Place], color: PaletteColor, scaleLabel: String
    ) {
      self.place = place
      self.name = name
      self.others = others
      self.color = color
      self.scaleLabel = scaleLabel
    }
  }
}
