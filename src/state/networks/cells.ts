// A table of text as rows of cells.

/**
 * Cells stand between separators; in quotes they may hold those and ends of lines, and two quotes for one.
 * Source: RFC 4180
 */
export function cellsOf(text: string, separator: string): string[][] {
  const rows: [string[], ...string[][]] = [[]]
  let row = rows[0]
  const next = new RegExp(`${separator}|\r|\n|$`, 'g')
  for (let at = 0; at <= text.length; at++) {
    const isQuoted = text[at] === '"'
    next.lastIndex = at
    const end = isQuoted ? closing(text, at) : (next.exec(text)?.index ?? text.length)
    row.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end))
    at = isQuoted ? end + 1 : end
    if (text[at] !== '\n' && text[at] !== '\r') continue
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    row = []
    rows.push(row)
  }
  return rows
}

/** Where the quote is that closes one; behind the text where none does. */
function closing(text: string, quote: number): number {
  let end = quote + 1
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
    end += text[end] === '"' ? 2 : 1
  return end
}
