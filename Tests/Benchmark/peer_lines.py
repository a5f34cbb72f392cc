"""Sets the benchmark's texts with Typst, and measures lines in PDFs: Typst's and our own.

usage: peer_lines.py JOBS.json

The file says what is to be done: `texts` (the JSON of records), `face` (the font file), `family`,
`size` (points), and `jobs`: `pdf`, `language`, `millimetres`, `engine` (`typst` makes the PDF first,
`own` takes it as it is), `lines` (the JSON file to write). On standard output stands Typst's version.

A page of the PDF is a paragraph. The glyphs of a page are read from its content stream and held
against the source text, so that each word space and each hyphen that breaking added is known, and
nothing may be missing.
"""

import json
import math
import os
import sys
from multiprocessing import Pool

import typst
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

SPACES = " \u00a0"
HYPHENS = "-\u2010\u00ad"


def pages(path):
    """The glyphs of each page."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    with open(path, "rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            yield [item for item in device.get_result() if isinstance(item, LTChar)]


def origin(glyph):
    """Where a glyph stands, in points: x to the right, y upward."""
    return glyph.matrix[4], glyph.matrix[5]


def advance(glyph):
    """How wide a glyph is, in points: some programs put the size into the font, some into the matrix."""
    return glyph.adv * math.hypot(glyph.matrix[0], glyph.matrix[1])


def rows(glyphs, size):
    """The glyphs line by line, each from left to right."""
    result = []
    for glyph in sorted(glyphs, key=lambda glyph: -origin(glyph)[1]):
        # Half a size apart is another line; an accent is not so far from its letter.
        if not result or origin(result[-1][0])[1] - origin(glyph)[1] > size / 2:
            result.append([])
        result[-1].append(glyph)
    return [sorted(row, key=lambda glyph: origin(glyph)[0]) for row in result]


def measure(glyphs, text, size):
    """The lines of one paragraph, as the benchmark's `MeasuredLine`."""
    lines = []
    position = 0
    for row in rows(glyphs, size):
        line = {"spaces": 0, "spaceWidth": 0.0, "width": 0.0, "letters": 0, "insertsHyphen": False}
        start = end = None
        for glyph in row:
            if glyph.get_text().strip(SPACES) == "":
                continue
            is_after_space = False
            for character in glyph.get_text():
                while position < len(text) and text[position] in SPACES:
                    position += 1
                    is_after_space = True
                expected = text[position : position + 1]
                if character == expected or (expected == "-" and character in HYPHENS):
                    position += 1
                    line["letters"] += 1
                elif character in HYPHENS:
                    line["insertsHyphen"] = True
                else:
                    sys.exit(f"“{character}” is not in the text at “{text[position:][:20]}”")
            x = origin(glyph)[0]
            if start is None:
                start = x
            elif is_after_space:
                line["spaces"] += 1
                line["spaceWidth"] += x - end
            end = x + advance(glyph)
        line["width"] = end - start
        lines.append(line)
    if position != len(text):
        sys.exit(f"a page ends before “{text[position:][:20]}”")
    return lines


def run(task):
    plan, job = task
    if job["engine"] == "typst":
        typst.compile(
            os.path.join(os.path.dirname(os.path.abspath(__file__)), "peer.typ"), root="/",
            output=job["pdf"], font_paths=[os.path.dirname(plan["face"])], ignore_system_fonts=True,
            sys_inputs={
                "texts": os.path.abspath(plan["texts"]), "language": job["language"],
                "millimetres": str(job["millimetres"]), "family": plan["family"],
                "size": str(plan["size"])})
    with open(plan["texts"], encoding="utf-8") as file:
        texts = [text for record in json.load(file) for text in record["body"][job["language"]]]
    lines = [
        measure(glyphs, text, plan["size"])
        for glyphs, text in zip(pages(job["pdf"]), texts, strict=True)]
    with open(job["lines"], "w", encoding="utf-8") as file:
        json.dump(lines, file)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    with Pool() as pool:
        pool.map(run, [(plan, job) for job in plan["jobs"]], chunksize=1)
    from importlib.metadata import version

    print(version("typst"))
