// ui/qr/: a link that is read off a wall or a sheet: computed here, asked of nobody.
import qrcode from 'qrcode-generator'

/** Squares that stay free around the code, as its standard asks. */
export const quiet = 4

/**
 * A text as squares: true is dark. As small as the text allows, since what is read from the back row are its squares.
 * @returns nothing for a text that has no room in the largest code
 */
export function matrixOf(text: string): readonly (readonly boolean[])[] | undefined {
  const code = qrcode(0, 'L')
  code.addData(text)
  try {
    code.make()
  } catch {
    return undefined
  }
  const places = Array.from({ length: code.getModuleCount() }, (_, i) => i)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}

/** The dark squares as a path, each row's neighbours in one piece. */
export const pathOf = (matrix: readonly (readonly boolean[])[]): string =>
  matrix
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        return `M${x + quiet} ${y + quiet}h${(end < 0 ? row.length : end) - x}v1H${x + quiet}z`
      }),
    )
    .join('')
