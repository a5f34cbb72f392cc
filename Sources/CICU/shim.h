#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

// ICU's functions are macros that add the version to the name; these keep theirs.

/// An iterator over the places where lines may end in a language; NULL where ICU has none.
static inline UBreakIterator *icu_open_line_breaks(const char *language) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, language, NULL, 0, &status);
  if (U_SUCCESS(status)) return iterator;
  if (iterator) ubrk_close(iterator);
  return NULL;
}

/// Begins anew with a text in UTF-8, which has to stay where it is as long as it is gone through.
static inline bool icu_set_text(UBreakIterator *iterator, const char *bytes, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, bytes, length, &status);
  ubrk_setUText(iterator, &text, &status);
  utext_close(&text);
  return U_SUCCESS(status);
}

/// The offset of the next place in bytes; UBRK_DONE behind the last.
static inline int32_t icu_next(UBreakIterator *iterator) { return ubrk_next(iterator); }

/// Whether the line has to end at the place that was found last.
static inline bool icu_is_mandatory(UBreakIterator *iterator) {
  return ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
}

/// Writes the version of the library that runs; U_MAX_VERSION_STRING_LENGTH bytes are enough.
static inline void icu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

static inline void icu_close(UBreakIterator *iterator) { ubrk_close(iterator); }
