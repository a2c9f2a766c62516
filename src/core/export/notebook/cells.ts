// The cells of a notebook, and the file that they make.

export interface Cell {
  readonly kind: 'markdown' | 'code'
  readonly text: string
}

export const words = (...lines: readonly string[]): Cell => ({
  kind: 'markdown',
  text: lines.join('\n\n'),
})

export const code = (...blocks: readonly string[]): Cell => ({
  kind: 'code',
  text: blocks.join('\n\n\n'),
})

/** Lines as nbformat wants them: each with its end, but for the last. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** The text of the file: nbformat 4.5. */
export function fileOf(cells: readonly Cell[]): string {
  const written = cells.map(({ kind, text }, i) => ({
    cell_type: kind,
    id: `cell-${i + 1}`,
    metadata: {},
    ...(kind === 'code' && { execution_count: null, outputs: [] }),
    source: linesOf(text),
  }))
  const file = {
    cells: written,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(file, null, 1)}\n`
}
