/// The words of the generated texts, German and English side by side.
enum SentenceMaterial {
  /// Sentences with marks for what changes.
  static let patterns: [TextGenerator.Pair] = [
    .init(
      "Bis zum Jahr {year} soll {where} {what} fertig sein, {why}.",
      "By {year}, {what} {where} is to be complete, {why}."),
    .init(
      "{who} stellt dafür {sum} bereit; davon stammt etwa die Hälfte aus Landesmitteln.",
      "{who} provides {sum} for this; about half of it comes from state funds."),
    .init(
      "Am {date} hat {who} {what} vorgestellt – {why}.",
      "On {date}, {who} presented {what} – {why}."),
    .init(
      "Rund {count} Menschen haben sich {where} beteiligt, {why}.",
      "Around {count} people took part {where}, {why}."),
    .init(
      "„{said}“, heißt es dazu im Jahresbericht {year}, den {who} herausgibt.",
      "“{said},” says the annual report for {year}, which is edited by {who}."),
    .init(
      "Für {what} zeichnet {who} verantwortlich, und {why} wird der Zeitplan jährlich geprüft.",
      "For {what}, {who} is in charge, and the schedule is reviewed every year, {why}."),
    .init(
      "Wo früher Güterwagen rangierten, wächst {where} ein Viertel für {count} Bewohnerinnen und "
        + "Bewohner heran.",
      "Where goods wagons used to be shunted, a quarter for {count} residents is growing {where}."),
    .init(
      "Allerdings reicht das Geld nicht für alles: {what} wird deshalb auf {year} verschoben.",
      "The money does not stretch to everything, however: {what} has been put off until {year}."),
    .init(
      "„{said}“, sagte eine Anwohnerin, als {what} {where} eröffnet wurde.",
      "“{said},” said a resident when {what} was opened {where}."),
    .init(
      "Seit {date} misst {who} {where} auch Lärm und Feinstaub, {why}.",
      "Since {date}, {who} has also measured noise and fine dust {where}, {why}."),
    .init(
      "Das Ergebnis: {sum} weniger Betriebskosten, {count} Quadratmeter entsiegelter Boden.",
      "The result: running costs lower by {sum}, and {count} square metres of ground unsealed."),
    .init(
      "Der E-Bus-Verkehr, die Mensa-Erweiterung und {what} hängen zusammen, {why}.",
      "The e-bus service, the canteen extension and {what} belong together, {why}."),
  ]

  /// Who acts.
  static let bodies: [TextGenerator.Pair] = [
    .init("die Wirtschaftsförderung", "the business development agency"),
    .init("der Ausschuss für Gebäudewirtschaft", "the buildings committee"),
    .init("das Tiefbau- und Vermessungsamt", "the civil engineering and surveying office"),
    .init("die Gleichstellungsbeauftragte", "the equal opportunities commissioner"),
    .init("der Regionalverband", "the regional association"),
    .init(
      "das Forschungsinstitut für Kreislaufwirtschaft",
      "the circular economy research institute"),
    .init("die Verbraucherzentrale", "the consumer advice centre"),
    .init("das Digitalisierungsdezernat", "the digital services department"),
    .init("der Nachbarschaftsverein", "the neighbourhood association"),
    .init("die Stadtentwässerung", "the drainage authority"),
    .init("das Gründungszentrum", "the start-up centre"),
    .init("die Integrationskonferenz", "the integration conference"),
    .init(
      "der Eigenbetrieb Friedhöfe und Parkanlagen",
      "the municipal cemeteries and parks company"),
    .init("die Handwerkskooperation", "the skilled trades cooperative"),
  ]

  /// What is done; both genders of article fit the patterns in the accusative or nominative.
  static let undertakings: [TextGenerator.Pair] = [
    .init("das Abwasserwärmerückgewinnungswerk", "the plant that recovers heat from waste water"),
    .init("die Lastenradverleihstation", "the cargo bike rental station"),
    .init("das Mehrgenerationenwohnprojekt", "the multi-generation housing project"),
    .init("die Umgehungsstraßenbrücke", "the bypass bridge"),
    .init("die Glasfaserhausanschlüsse", "fibre connections for every building"),
    .init("das Starkregenfrühwarnsystem", "the early warning system for torrential rain"),
    .init("die Schwimmhallenkernsanierung", "the complete renovation of the indoor pool"),
    .init("das Berufsorientierungsprogramm", "the careers guidance programme"),
    .init("die Dachbegrünungsförderrichtlinie", "the subsidy scheme for planted roofs"),
    .init("das Verwaltungsleistungsverzeichnis", "the register of public services"),
    .init("die Zweiradabstellanlage", "the bicycle parking facility"),
    .init("das Wasserstofftankstellennetz", "the hydrogen filling station network"),
    .init("die Stadtteilbibliothek", "the branch library"),
    .init("das Leerstandsmanagement", "the management of vacant premises"),
    .init("die Ampelvorrangschaltung", "traffic light priority for buses"),
    .init("das Trinkwasserbrunnenkonzept", "the drinking fountain scheme"),
  ]

  /// Where.
  static let places: [TextGenerator.Pair] = [
    .init("am Hafenbecken", "by the harbour basin"),
    .init("in der Innenstadt", "in the city centre"),
    .init("auf dem früheren Zechengelände", "on the former colliery site"),
    .init("im nordöstlichen Gewerbegebiet", "in the north-eastern industrial estate"),
    .init("entlang der Kanaluferpromenade", "along the canal promenade"),
    .init("zwischen Hauptbahnhof und Hochschulcampus", "between main station and campus"),
    .init("in allen zwölf Stadtbezirken", "in all twelve boroughs"),
    .init("rund um den Westmarkt", "around the western market"),
    .init("im Gartenstadtviertel", "in the garden suburb"),
    .init("an der Bundesstraße 54", "on federal road 54"),
  ]

  /// Why, as a clause behind a comma.
  static let reasons: [TextGenerator.Pair] = [
    .init("weil sich der Bedarf seit 2015 verdoppelt hat", "as demand has doubled since 2015"),
    .init(
      "um Haushalte mit geringem Einkommen zu entlasten",
      "to ease the load on low-income households"),
    .init("obwohl Fachkräfte überall knapp sind", "although skilled workers are scarce everywhere"),
    .init(
      "sobald die Umweltverträglichkeitsprüfung vorliegt",
      "once the environmental assessment is to hand"),
    .init("unabhängig von der Haushaltslage", "whatever the state of the budget"),
    .init("wie es der Masterplan Mobilität vorsieht", "as the mobility master plan envisages"),
    .init(
      "ganz im Sinne der Nachhaltigkeitsziele",
      "very much in the spirit of the sustainability goals"),
    .init(
      "nicht zuletzt wegen der Sicherheit auf Schulwegen",
      "not least for safety on the way to school"),
    .init("was auch den Einzelhandel belebt", "which brings life to local shops as well"),
    .init(
      "damit niemand länger als zehn Minuten warten muss",
      "so that nobody has to wait for more than ten minutes"),
    .init(
      "gestützt auf eine Wirtschaftlichkeitsuntersuchung",
      "on the strength of a feasibility study"),
    .init(
      "mit ausdrücklicher Zustimmung der Bezirksvertretungen",
      "with the express consent of the borough councils"),
  ]

  /// What people say.
  static let sayings: [TextGenerator.Pair] = [
    .init("Ein Stadtplan ist noch keine Stadt", "A town plan is not yet a town"),
    .init(
      "Wer hier wohnt, weiß am besten, was fehlt",
      "Those who live here know best what is missing"),
    .init(
      "Verlässlichkeit wiegt mehr als Geschwindigkeit", "Reliability counts for more than speed"),
    .init("Wir rechnen lieber zweimal nach", "We would rather do the sums twice"),
    .init(
      "Aus Abwärme wird Nachbarschaftswärme", "Waste heat becomes warmth for the neighbourhood"),
    .init("So etwas gelingt nur gemeinsam", "This kind of thing only works together"),
  ]

  static let months: [TextGenerator.Pair] = [
    .init("Januar", "January"), .init("März", "March"), .init("April", "April"),
    .init("Juni", "June"), .init("September", "September"), .init("Oktober", "October"),
    .init("Dezember", "December"),
  ]
}
