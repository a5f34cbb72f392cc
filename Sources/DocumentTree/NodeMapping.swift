import Languages

extension BlockNode {
  /// The node with every list of blocks inside it, one level down, turned into another.
  package func mappingChildren(_ transform: ([BlockNode]) -> [BlockNode]) -> BlockNode {
    var copy = self
    switch content {
    case .stack(let nodes): copy.content = .stack(transform(nodes))
    case .row(var row):
      for index in row.cells.indices {
        row.cells[index].content = transform(row.cells[index].content)
      }
      copy.content = .row(row)
    case .grid(var grid):
      grid.children = transform(grid.children)
      copy.content = .grid(grid)
    case .columns(var columns):
      columns.children = transform(columns.children)
      copy.content = .columns(columns)
    case .box(var box):
      box.children = transform(box.children)
      copy.content = .box(box)
    case .overlay(var overlay):
      overlay.children = transform(overlay.children)
      copy.content = .overlay(overlay)
    case .figure(var figure):
      figure.caption = figure.captionIsAbove ? transform(figure.caption) : figure.caption
      figure.content = transform(figure.content)
      figure.caption = figure.captionIsAbove ? figure.caption : transform(figure.caption)
      copy.content = .figure(figure)
    case .list(var list):
      list.items = list.items.map(transform)
      copy.content = .list(list)
    case .definitions(var definitions):
      for index in definitions.entries.indices {
        let entry = definitions.entries[index]
        definitions.entries[index].term = transform([entry.term]).first ?? entry.term
        definitions.entries[index].description = transform(entry.description)
      }
      copy.content = .definitions(definitions)
    case .table(var table):
      table.mapCells { $0.content = transform($0.content) }
      copy.content = .table(table)
    case .parallel(var parallel):
      parallel.rows = parallel.rows.map { row in
        switch row {
        case .whole(let nodes): .whole(nodes.map { node in node.flatMap { transform([$0]).first } })
        case .sides(let sides):
          .sides(sides.map { side in side.flatMap { transform([$0]).first } })
        }
      }
      copy.content = .parallel(parallel)
    default: break
    }
    return copy
  }

  /// The blocks inside it, one level down, in reading order.
  package var innerNodes: [BlockNode] {
    var inner: [BlockNode] = []
    _ = mappingChildren { nodes in
      inner += nodes
      return nodes
    }
    return inner
  }

  /// The node with the names of its anchors, and of what it refers to, turned into others.
  package func renamingAnchors(
    defined: (String) -> String, referred: (String) -> String
  ) -> BlockNode {
    var copy = mappingChildren { nodes in
      nodes.map { $0.renamingAnchors(defined: defined, referred: referred) }
    }
    copy.anchor = anchor.map(defined)
    switch copy.content {
    case .paragraph(var paragraph):
      paragraph.inlines = paragraph.inlines.renamingAnchors(referred)
      copy.content = .paragraph(paragraph)
    case .contents(var contents):
      for index in contents.entries.indices {
        contents.entries[index].anchor = referred(contents.entries[index].anchor)
        contents.entries[index].title = contents.entries[index].title.renamingAnchors(referred)
      }
      copy.content = .contents(contents)
    case .metric(var card):
      card.label.inlines = card.label.inlines.renamingAnchors(referred)
      if let note = card.note?.inlines { card.note?.inlines = note.renamingAnchors(referred) }
      copy.content = .metric(card)
    case .image(var image):
      if let caption = image.caption?.inlines {
        image.caption?.inlines = caption.renamingAnchors(referred)
      }
      copy.content = .image(image)
    default: break
    }
    return copy
  }
}

extension [Inline] {
  /// The text with the names of the anchors that it refers to turned into others.
  package func renamingAnchors(_ rename: (String) -> String) -> [Inline] {
    mapFootnotes { $0.renamingAnchors(rename) }.map { inline in
      switch inline {
      case .link(.anchor(let anchor), let inner):
        .link(.anchor(rename(anchor)), inner.renamingAnchors(rename))
      case .link(let target, let inner): .link(target, inner.renamingAnchors(rename))
      case .emphasis(let inner): .emphasis(inner.renamingAnchors(rename))
      case .strong(let inner): .strong(inner.renamingAnchors(rename))
      case .language(let tag, let inner): .language(tag, inner.renamingAnchors(rename))
      case .styled(let style, let inner): .styled(style, inner.renamingAnchors(rename))
      case .footnote: inline
      case .pageField(.pageOf(let anchor)): .pageField(.pageOf(anchor: rename(anchor)))
      default: inline
      }
    }
  }
}

extension PublicationTree {
  /// The publication with all blocks of its pages and masters turned into others.
  package func mappingNodes(_ transform: ([BlockNode]) -> [BlockNode]) -> PublicationTree {
    var copy = self
    for index in copy.sections.indices {
      switch copy.sections[index].kind {
      case .flow(let nodes): copy.sections[index].kind = .flow(transform(nodes))
      case .fixed(var frames):
        for frame in frames.indices { frames[frame].content = transform(frames[frame].content) }
        copy.sections[index].kind = .fixed(frames)
      }
    }
    for (name, master) in masters {
      var master = master
      for frame in master.frames.indices {
        master.frames[frame].content = transform(master.frames[frame].content)
      }
      copy.masters[name] = master
    }
    return copy
  }

  /// The anchors that its texts and lists of contents lead to.
  package var referredAnchors: Set<String> {
    var found: Set<String> = []
    func note(_ anchor: String) -> String {
      found.insert(anchor)
      return anchor
    }
    _ = mappingNodes { nodes in
      nodes.map { $0.renamingAnchors(defined: { $0 }, referred: note) }
    }
    return found
  }

  /// The anchors that blocks of its pages have.
  package var anchors: Set<String> {
    var found: Set<String> = []
    func look(_ nodes: [BlockNode]) {
      for node in nodes {
        if let anchor = node.anchor { found.insert(anchor) }
        guard case .parallel(let parallel) = node.content else {
          look(node.innerNodes)
          continue
        }
        for row in parallel.rows {
          switch row {
          case .sides(let sides): look(sides.compactMap { $0 })
          case .whole(let nodes): look([nodes.standing].compactMap { $0 })
          }
        }
      }
    }
    for section in sections {
      switch section.kind {
      case .flow(let nodes): look(nodes)
      case .fixed(let frames): for frame in frames { look(frame.content) }
      }
    }
    return found
  }
}
