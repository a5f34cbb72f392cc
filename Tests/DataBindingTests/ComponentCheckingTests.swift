import Testing

/// Components are checked by what they are given and where they are used.
@Suite struct ComponentCheckingTests {
  @Test func components() throws {
    try expectMarks(
      """
      - use: card
      #      ^ layout.missing-key the component “card” needs “color”
        with: { metrc: "{organisation}", metric: "{organisation}" }
      #         ^ layout.unknown-key did you mean “metric”?
      #                                          ^ layout.wrong-type wants a record (metric), but gets a record (organisation)
      - each: metrics
        as: metric
        content:
          - use: card
            with: { metric: "{metric}", color: "{metric.value} and {metric.yer}" }
      #                                                                    ^ layout.unknown-path
          - use: card
            with: { metric: "{metric}!", color: teal }
      #                     ^ layout.wrong-type but gets text
      - use: list
        with: { items: "{metrics}" }
      - use: list
        with: { items: "{awards}" }
      #                ^ layout.wrong-type
      """,
      """
      components:
        card:
          parameters: { metric: metric, color: text }
          content:
            - paragraph: "{metric.label} {organisation.name} {programme.name}"
      #                                                       ^ layout.unknown-path
        list: { parameters: { items: list of metric }, content: [] }
        typed:
          parameters: { one: metirc, two: "", three: list of, four: metric or }
      #                      ^ layout.unknown-type did you mean “metric”?
      #                                   ^ layout.unknown-type
      #                                              ^ layout.unknown-type
          content: []
      """)
  }

  @Test func componentCycles() throws {
    try expectMarks(
      "- use: free",
      """
      components:
        own:
          content: [{ use: own }]
      #   ^ layout.component-cycle the component “own” uses itself
        one:
          content: [{ stack: [{ each: projects, as: x, otherwise: [{ use: two }], content: [] }] }]
      #   ^ layout.component-cycle the component “one” uses itself
        two:
          content: [{ use: one }]
      #   ^ layout.component-cycle the component “two” uses itself
        free:
          content: [{ use: one }]
      """)
  }

  @Test func placesThroughComponents() throws {
    try expectMarks(
      """
      - cell: 2
      # ^ layout.misplaced-block “cell” stands only inside “row”
        content: []
      - row:
          - use: cells
          - use: paragraphs
          - each: projects
            as: project
            content:
              - use: paragraphs
      - stack:
          - use: paragraphs
      - use: rows
      - table: [{ title: x }]
        content:
          - use: rows
          - table-row: [a, b]
      #     ^ layout.wrong-cells the row has 2 cells for 1 columns
      """,
      """
      components:
        cells: { content: [{ cell: 2, content: [] }] }
        paragraphs:
          content:
            - when: "true"
              content:
                - paragraph: x
      #           ^ layout.misplaced-block “row” holds only “cell”
        rows:
          content:
            - table-row: [a]
      #       ^ layout.misplaced-block “table-row” stands only inside “table”
            - table-row: [a, b]
      #       ^ layout.misplaced-block “table-row” stands only inside “table”
      #       ^ layout.wrong-cells
      """
    )
  }
}
